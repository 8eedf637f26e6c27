import type { Language } from '../kernel/record.ts'
import { printLongFormat } from './format-words.ts'
import { SEMESTER_CREDITS } from './credits.ts'
import { readFormat } from './format-reading.ts'
import type { Level, StudyPeriod, StudyPlan } from './programme.ts'

/**
 * How a programme is shared between the partners and the home university: "2+2", "1s+3s", "1+1+2".
 * The partners' parts come first, as the sources write them; the home part is the last. Amounts are semesters;
 * `unit` is how they are written.
 */
export type ProgrammeFormat = {
  unit: 'year' | 'semester'
  /** Semesters at each partner, in the order of the notation; at least one, none empty. */
  partners: readonly number[]
  /** Semesters at the home university; 0 when all is studied at partners. */
  home: number
}

/** Academic periods of a year that count in a plan; summer terms are not counted. */
export const SEMESTERS_PER_YEAR = 2

/** From this length on a format of whole years is written in years: the sources count bachelor programmes in years and master programmes in semesters. */
const SEMESTERS_WRITTEN_IN_YEARS = 8

/**
 * The formats that the article on double-degree education names for a level, partner part first: bachelor in years,
 * master in semesters. Doctoral programmes have none there and are free.
 */
export const usualFormats: Readonly<Record<Level, readonly string[]>> = {
  bachelor: ['2+2', '1+3'],
  master: ['1s+1s', '2s+2s', '1s+3s'],
  doctoral: [],
}

/** All semesters of the format. */
export function formatSemesters(format: ProgrammeFormat): number {
  return format.home + format.partners.reduce((sum, part) => sum + part, 0)
}

function unitFor(parts: readonly number[]): ProgrammeFormat['unit'] {
  const total = parts.reduce((sum, part) => sum + part, 0)
  const wholeYears = parts.every((part) => part % SEMESTERS_PER_YEAR === 0)
  return wholeYears && total >= SEMESTERS_WRITTEN_IN_YEARS ? 'year' : 'semester'
}

/** The same shares in the unit that `deriveFormat` would write: "4s+4s" becomes "2+2", a master's "1+1" becomes "2s+2s". */
export function canonicalFormat(format: ProgrammeFormat): ProgrammeFormat {
  return { ...format, unit: unitFor([...format.partners, format.home]) }
}

/**
 * The format that a plan has: semesters counted per partner in the order in which they first appear, then the home
 * university. Null when no period is at a partner.
 */
export function deriveFormat(plan: StudyPlan): ProgrammeFormat | null {
  const semesters = new Map<string, number>()
  let home = 0
  for (const { partnerId } of plan) {
    if (partnerId === null) home += 1
    else semesters.set(partnerId, (semesters.get(partnerId) ?? 0) + 1)
  }
  const partners = [...semesters.values()]
  return partners.length === 0 ? null : { unit: unitFor([...partners, home]), partners, home }
}

/**
 * Reads a format as people write it in any of the three languages: "2+2", «2 жыл + 2 жыл», «1 семестр + 3 семестра»,
 * "1s+3s", "1+1+2". The last part is the home one unless the words say otherwise («3 года дома + 1 год у партнёра»).
 * Parts without a unit take that of the others; bare numbers are years, or semesters where the level has no programmes
 * that long. Null when the text is no format.
 */
export function parseFormat(text: string, level?: Level): ProgrammeFormat | null {
  return readFormat(text, level)
}

/** Writes the notation ("2+2", "1s+3s"), or in a language the long form («2 года у партнёра + 2 года в своём вузе»). Both are read back by `parseFormat`. */
export function printFormat(format: ProgrammeFormat, language?: Language): string {
  const { unit } = format
  const divisor = unit === 'year' ? SEMESTERS_PER_YEAR : 1
  const partners = format.partners.map((part) => part / divisor)
  const home = format.home / divisor
  if (language !== undefined) return printLongFormat(partners, home, unit, language)
  return [...partners, home].map((part) => (unit === 'year' ? `${part}` : `${part}s`)).join('+')
}

const semestersAt = (partnerId: string | null, count: number): StudyPeriod[] =>
  Array.from({ length: count }, () => ({
    partnerId,
    credits: SEMESTER_CREDITS,
    startsOn: null,
    endsOn: null,
  }))

/**
 * A plan to start from: home first, then the partners in order; a master or doctoral programme returns home for its
 * last semester, that of the thesis. Each semester has 30 credits and no dates. There must be a partner for each part.
 */
export function planFromFormat(
  format: ProgrammeFormat,
  level: Level,
  partnerIds: readonly string[],
): StudyPlan {
  const abroad = format.partners.flatMap((count, index) => {
    const partnerId = partnerIds[index]
    if (partnerId === undefined) throw new RangeError(`the format has no partner for part ${index + 1}`)
    return semestersAt(partnerId, count)
  })
  const last = level !== 'bachelor' && format.home > 1 ? 1 : 0
  return [...semestersAt(null, format.home - last), ...abroad, ...semestersAt(null, last)]
}
