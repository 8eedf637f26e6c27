import { missingLanguages } from '../kernel/localized.ts'
import { errorAt, type Problem, type RuleId, warningAt } from '../kernel/problem.ts'
import { compareCodes, isWithin } from './codes.ts'
import {
  type Criterion,
  criteriaOf,
  type FrameworkContent,
  frameworkContentSchema,
  type FrameworkPart,
  type FrameworkReference,
  type LongLocalized,
  type Standard,
  standardsOf,
} from './framework.ts'

/** One item of a framework with the path under which a problem names it. */
type Placed<T> = { item: T; path: string }

const placed = <T>(items: readonly T[], path: string): Placed<T>[] =>
  items.map((item, index) => ({ item, path: `${path}.${index}` }))

/**
 * What is wrong with a framework. Errors keep it from being published: a code used twice, a standard without criteria,
 * a criterion that is not under its standard, a required text that is in no language. Warnings are shown: a text that
 * lacks a language (with the code it belongs to), and codes out of order. Source of the rules: the framework format.
 */
export function checkFramework(content: FrameworkContent): Problem[] {
  const parts = placed(content.parts, 'parts')
  const standards = parts.flatMap(({ item, path }) => placed(item.standards, `${path}.standards`))
  const criteria = standards.flatMap(({ item, path }) => placed(item.criteria, `${path}.criteria`))
  return [
    ...checkHead(content),
    ...parts.flatMap(({ item, path }) => checkText(item.title, item.code, `${path}.title`, 'required')),
    ...standards.flatMap(({ item, path }) => checkStandard(item, path, content.kind)),
    ...criteria.flatMap(({ item, path }) => checkCriterion(item, path)),
    ...checkEmpty(parts, standards),
    ...checkTwice(parts),
    ...checkTwice(standards),
    ...checkTwice(criteria),
    ...checkNamesake(standards),
    ...checkOrder(parts),
    ...checkOrder(standards),
    ...standards.flatMap(({ item, path }) => checkOrder(placed(item.criteria, `${path}.criteria`))),
  ]
}

function checkHead(content: FrameworkContent): Problem[] {
  const texts = ['titles', 'publisher', 'licence'] as const
  return texts.flatMap((name) => checkText(content[name], content.code, name, 'required'))
}

function checkStandard(standard: Standard, path: string, kind: FrameworkContent['kind']): Problem[] {
  const need = kind === 'standards' ? 'required' : 'optional'
  return [
    ...checkText(standard.title, standard.code, `${path}.title`, 'required'),
    ...checkText(standard.statement, standard.code, `${path}.statement`, need),
    ...standard.criteria.flatMap(({ code }, index) =>
      isWithin(code, standard.code)
        ? []
        : [
            errorAt('framework-criterion-misplaced', `${path}.criteria.${index}.code`, {
              code,
              standard: standard.code,
            }),
          ],
    ),
  ]
}

function checkCriterion({ code, text, guidance }: Criterion, path: string): Problem[] {
  return [
    ...checkText(text, code, `${path}.text`, 'required'),
    ...checkText(guidance, code, `${path}.guidance`, 'optional'),
  ]
}

/** A text in no language at all is a gap where it is required; in some languages it lacks the others. */
function checkText(
  text: LongLocalized,
  code: string,
  field: string,
  need: 'required' | 'optional',
): Problem[] {
  const missing = missingLanguages(text)
  if (missing.length === 3)
    return need === 'required' ? [errorAt('framework-text-missing', field, { code })] : []
  return missing.map((language) =>
    warningAt('framework-translation-missing', `${field}.${language}`, { code, language }),
  )
}

function checkEmpty(parts: Placed<FrameworkPart>[], standards: Placed<Standard>[]): Problem[] {
  const empty = (rule: RuleId, { item, path }: Placed<{ code: string }>) =>
    errorAt(rule, path, { code: item.code })
  return [
    ...parts
      .filter(({ item }) => item.standards.length === 0)
      .map((part) => empty('framework-part-empty', part)),
    ...standards
      .filter(({ item }) => item.criteria.length === 0)
      .map((standard) => empty('framework-standard-empty', standard)),
  ]
}

function checkTwice(items: Placed<{ code: string }>[]): Problem[] {
  const seen = new Set<string>()
  return items.flatMap(({ item: { code }, path }) => {
    const isTwice = seen.has(code)
    seen.add(code)
    return isTwice ? [errorAt('framework-code-twice', `${path}.code`, { code })] : []
  })
}

/** A criterion may share the code of its own standard, never of another one: links would be ambiguous. */
function checkNamesake(standards: Placed<Standard>[]): Problem[] {
  const codes = new Set(standards.map(({ item }) => item.code))
  return standards.flatMap(({ item, path }) =>
    item.criteria.flatMap(({ code }, index) =>
      code !== item.code && codes.has(code)
        ? [errorAt('framework-code-twice', `${path}.criteria.${index}.code`, { code })]
        : [],
    ),
  )
}

function checkOrder(items: Placed<{ code: string }>[]): Problem[] {
  return items.flatMap(({ item: { code }, path }, index) => {
    const before = items[index - 1]?.item.code
    return before !== undefined && compareCodes(before, code) > 0
      ? [warningAt('framework-order', `${path}.code`, { code, before })]
      : []
  })
}

/**
 * A copy to be changed by the university, under its own code and version. Texts, licence and publisher stay: the copy
 * is still based on the original. It supersedes nothing, so the original goes on beside it.
 */
export function copyFramework(content: FrameworkContent, reference: FrameworkReference): FrameworkContent {
  const { code, version } = reference
  const { wording: _ofOriginal, ...texts } = content
  // Parsing makes new objects all the way down: a change of the copy never reaches the original.
  return frameworkContentSchema.parse({ ...texts, code, version, supersedes: null })
}

/** What a person enters for a criterion of their own; its code follows from the standard. */
export type OwnCriterion = Pick<Criterion, 'text' | 'guidance' | 'evidenceTypes' | 'onlyFor'>

/**
 * The framework with one more criterion at the end of a standard, marked as own, and the code it got (`1.1.own-1`,
 * never one that is used). Null: the framework has no such standard.
 */
export function addOwnCriterion(
  content: FrameworkContent,
  standard: string,
  own: OwnCriterion,
): { content: FrameworkContent; code: string } | null {
  if (!standardsOf(content).some(({ code }) => code === standard)) return null
  const code = freeOwnCode(content, standard)
  const { text, guidance, evidenceTypes, onlyFor } = own
  const added: Criterion = { code, text, guidance, evidenceTypes, onlyFor, number: null, isOwn: true }
  const extend = (candidate: Standard): Standard =>
    candidate.code === standard ? { ...candidate, criteria: [...candidate.criteria, added] } : candidate
  const parts = content.parts.map((part) => ({ ...part, standards: part.standards.map(extend) }))
  return { content: { ...content, parts }, code }
}

function freeOwnCode(content: FrameworkContent, standard: string): string {
  const used = new Set([...standardsOf(content), ...criteriaOf(content)].map(({ code }) => code))
  let number = 1
  while (used.has(`${standard}.own-${number}`)) number += 1
  return `${standard}.own-${number}`
}

export type CodeChanges = {
  added: string[]
  removed: string[]
  /** Present in both, with another text, guidance, evidence type, number or scope, or under another standard. */
  changed: string[]
}

/** What a newer edition changes: codes of standards (by title and statement) and of criteria, in the order of the editions. */
export function compareFrameworks(
  before: FrameworkContent,
  after: FrameworkContent,
): { standards: CodeChanges; criteria: CodeChanges } {
  return {
    standards: changesBetween(standardTexts(before), standardTexts(after)),
    criteria: changesBetween(criterionTexts(before), criterionTexts(after)),
  }
}

function standardTexts(content: FrameworkContent): Map<string, string> {
  return new Map(
    standardsOf(content).map(({ code, title, statement }) => [code, fingerprint([title, statement])]),
  )
}

function criterionTexts(content: FrameworkContent): Map<string, string> {
  return new Map(
    standardsOf(content).flatMap((standard) =>
      standard.criteria.map(({ code, text, guidance, evidenceTypes, onlyFor, number }) => [
        code,
        fingerprint([
          standard.code,
          text,
          guidance,
          { kinds: evidenceTypes.toSorted().join(' '), onlyFor: onlyFor ?? '', number: number ?? '' },
        ]),
      ]),
    ),
  )
}

/** The values as one text, whatever order their keys came in. */
function fingerprint(values: readonly (string | Record<string, string>)[]): string {
  return JSON.stringify(
    values.map((value) =>
      typeof value === 'string' ? value : Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  )
}

function changesBetween(before: Map<string, string>, after: Map<string, string>): CodeChanges {
  return {
    added: [...after.keys()].filter((code) => !before.has(code)),
    removed: [...before.keys()].filter((code) => !after.has(code)),
    changed: [...after.keys()].filter((code) => before.has(code) && before.get(code) !== after.get(code)),
  }
}
