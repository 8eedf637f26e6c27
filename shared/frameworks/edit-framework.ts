import { compareCodes } from './codes.ts'
import type { Criterion, FrameworkContent, FrameworkPart, LongLocalized, Standard } from './framework.ts'

/** A part, standard or criterion of a framework by its place; null: the spot is that of what is above. */
export type Spot = { part: number; standard: number | null; criterion: number | null }

/** The path of a spot, as problems name it: `parts.0.standards.2.criteria.1`. */
export function pathOf({ part, standard, criterion }: Spot): string {
  const ofStandard = standard === null ? '' : `.standards.${standard}`
  const ofCriterion = standard === null || criterion === null ? '' : `.criteria.${criterion}`
  return `parts.${part}${ofStandard}${ofCriterion}`
}

const indexOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits))

/** The spot that a path leads to or into; null: it leads to the head of the framework. */
export function spotOf(path: string): Spot | null {
  const found = /^parts\.(\d+)(?:\.standards\.(\d+)(?:\.criteria\.(\d+))?)?/.exec(path)
  if (found === null) return null
  const [, part, standard, criterion] = found
  return { part: Number(part), standard: indexOf(standard), criterion: indexOf(criterion) }
}

/** Every part, standard and criterion from top to bottom. */
export function spotsOf(content: FrameworkContent): Spot[] {
  return content.parts.flatMap(({ standards }, part) => [
    { part, standard: null, criterion: null },
    ...standards.flatMap(({ criteria }, standard) => [
      { part, standard, criterion: null },
      ...criteria.map((_, criterion) => ({ part, standard, criterion })),
    ]),
  ])
}

/** What stands at a spot, as far as the framework has it. */
export function itemsAt(
  content: FrameworkContent,
  spot: Spot,
): { part: FrameworkPart | undefined; standard: Standard | undefined; criterion: Criterion | undefined } {
  const part = content.parts[spot.part]
  const standard = spot.standard === null ? undefined : part?.standards[spot.standard]
  const criterion = spot.criterion === null ? undefined : standard?.criteria[spot.criterion]
  return { part, standard, criterion }
}

const changedAt = <T>(items: readonly T[], index: number, change: (item: T) => T): T[] =>
  items.map((item, position) => (position === index ? change(item) : item))

/** The framework with the part at the spot changed. */
export function changePart(
  content: FrameworkContent,
  spot: Spot,
  change: Partial<FrameworkPart>,
): FrameworkContent {
  return { ...content, parts: changedAt(content.parts, spot.part, (part) => ({ ...part, ...change })) }
}

/** The framework with the standard at the spot changed; unchanged where the spot is no standard. */
export function changeStandard(
  content: FrameworkContent,
  spot: Spot,
  change: Partial<Standard>,
): FrameworkContent {
  const { standard } = spot
  if (standard === null) return content
  const parts = changedAt(content.parts, spot.part, (part) => ({
    ...part,
    standards: changedAt(part.standards, standard, (item) => ({ ...item, ...change })),
  }))
  return { ...content, parts }
}

/** The framework with the criterion at the spot changed; unchanged where the spot is no criterion. */
export function changeCriterion(
  content: FrameworkContent,
  spot: Spot,
  change: Partial<Criterion>,
): FrameworkContent {
  const { standard } = itemsAt(content, spot)
  const { criterion } = spot
  if (standard === undefined || criterion === null) return content
  return changeStandard(content, spot, {
    criteria: changedAt(standard.criteria, criterion, (item) => ({ ...item, ...change })),
  })
}

/** The framework without what stands at the spot and below it. */
export function removeAt(content: FrameworkContent, spot: Spot): FrameworkContent {
  const { part, standard } = itemsAt(content, spot)
  if (part === undefined) return content
  if (spot.standard === null)
    return { ...content, parts: content.parts.filter((_, index) => index !== spot.part) }
  if (spot.criterion === null)
    return changePart(content, spot, {
      standards: part.standards.filter((_, index) => index !== spot.standard),
    })
  return changeStandard(content, spot, {
    criteria: (standard?.criteria ?? []).filter((_, index) => index !== spot.criterion),
  })
}

function swapped<T>(items: readonly T[], index: number, by: -1 | 1): T[] | null {
  const [moved, other] = [items[index], items[index + by]]
  if (moved === undefined || other === undefined) return null
  return items.map((item, position) => (position === index ? other : position === index + by ? moved : item))
}

/** The framework with the item one place up or down among its neighbours, and its new spot; null: it is at the edge. */
export function moveAt(
  content: FrameworkContent,
  spot: Spot,
  by: -1 | 1,
): { content: FrameworkContent; spot: Spot } | null {
  const { part, standard } = itemsAt(content, spot)
  if (part === undefined) return null
  if (spot.standard === null) {
    const parts = swapped(content.parts, spot.part, by)
    return parts === null ? null : { content: { ...content, parts }, spot: { ...spot, part: spot.part + by } }
  }
  if (spot.criterion === null) {
    const standards = swapped(part.standards, spot.standard, by)
    if (standards === null) return null
    return {
      content: changePart(content, spot, { standards }),
      spot: { ...spot, standard: spot.standard + by },
    }
  }
  const criteria = swapped(standard?.criteria ?? [], spot.criterion, by)
  if (criteria === null) return null
  return {
    content: changeStandard(content, spot, { criteria }),
    spot: { ...spot, criterion: spot.criterion + by },
  }
}

const nothing: LongLocalized = { kk: '', ru: '', en: '' }

/** The code after the greatest of them, with its last number raised: `1.10` after `1.9`; `above` begins the first one. */
function nextCode(codes: readonly string[], above: string): string {
  const last = codes.toSorted(compareCodes).at(-1)
  const found = last === undefined ? null : /^(.*?)(\d+)$/.exec(last)
  return found === null ? `${above}1` : `${found[1] ?? ''}${Number(found[2]) + 1}`
}

/** The framework with an empty standard at the end of the part, and its spot. */
export function addStandard(
  content: FrameworkContent,
  spot: Spot,
): { content: FrameworkContent; spot: Spot } {
  const { part } = itemsAt(content, spot)
  if (part === undefined) return { content, spot }
  const above = part.code === '' ? '' : `${part.code}.`
  const code = nextCode(
    part.standards.map((standard) => standard.code),
    above,
  )
  const standards = [...part.standards, { code, title: nothing, statement: nothing, criteria: [] }]
  return {
    content: changePart(content, spot, { standards }),
    spot: { part: spot.part, standard: standards.length - 1, criterion: null },
  }
}

/** The framework with an empty part at the end, and its spot. */
export function addPart(content: FrameworkContent): { content: FrameworkContent; spot: Spot } {
  const code = nextCode(
    content.parts.map((part) => part.code),
    '',
  )
  const parts = [...content.parts, { code, title: nothing, standards: [] }]
  return { content: { ...content, parts }, spot: { part: parts.length - 1, standard: null, criterion: null } }
}
