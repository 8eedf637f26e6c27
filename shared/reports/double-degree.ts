import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { idSchema, localizedTextSchema } from '../kernel/record.ts'
import type { Cohort } from '../mobility/cohort.ts'
import type { Partner } from '../partners/partner.ts'
import { levels, levelSchema, type Level, type Programme } from '../programmes/programme.ts'
import {
  type Comparison,
  compare,
  comparisonSchema,
  countOf,
  type Figure,
  figureSchema,
  sourceSchema,
} from './figure.ts'
import { byId, type Register, sourceOf } from './register.ts'
import { formatOf, viewYear, type YearView } from './year-view.ts'

const byLevelSchema = z.object({
  bachelor: comparisonSchema,
  master: comparisonSchema,
  doctoral: comparisonSchema,
})

/** One programme of the year, as a row of the report's annex. */
export const doubleDegreeRowSchema = z.object({
  id: idSchema,
  names: localizedTextSchema,
  code: z.string(),
  level: levelSchema,
  /** Neutral notation such as `2+2`; empty: the plan of study is empty. */
  format: z.string(),
  partners: z.array(z.object({ id: idSchema, names: localizedTextSchema, country: z.string() })),
  /** Learners in the year and in the year before; null: no count was entered. */
  contingent: z.number().int().nullable(),
  previousContingent: z.number().int().nullable(),
})

/**
 * The yearly report on double-degree programmes: what runs, with whom, in which formats, for how many learners.
 * Duty: plan item 63 of government resolution No. 248 of 28.03.2023, each September.
 */
export const doubleDegreeReportSchema = z.object({
  /** Year of the September in which the academic year begins. */
  academicYear: z.number().int(),
  on: daySchema,
  changedAt: z.string(),
  institution: localizedTextSchema,
  /** The records are invented. */
  isSample: z.boolean(),
  programmes: comparisonSchema,
  programmesByLevel: byLevelSchema,
  /** One row per level and format in use, in the order of levels, then of notation. */
  formats: z.array(z.object({ level: levelSchema, format: z.string(), programmes: comparisonSchema })),
  partners: comparisonSchema,
  countries: comparisonSchema,
  /** Country code (empty: unknown) with its partners and programmes in the year; most programmes first. */
  byCountry: z.array(z.object({ country: z.string(), partners: figureSchema, programmes: figureSchema })),
  contingent: comparisonSchema,
  contingentByLevel: byLevelSchema,
  /** Programmes of the year for which no learner count was entered. */
  withoutCohort: figureSchema,
  rows: z.array(doubleDegreeRowSchema),
  sources: z.array(sourceSchema),
})
export type DoubleDegreeReport = z.infer<typeof doubleDegreeReportSchema>

const contingentOf = (cohorts: readonly Cohort[]): number =>
  cohorts.reduce((sum, cohort) => sum + cohort.contingent, 0)
const countriesOf = (partners: readonly Partner[]): number =>
  new Set(partners.map((partner) => partner.country).filter((country) => country !== '')).size
const idsOf = (records: readonly { id: string }[]): string[] => records.map((record) => record.id)

/**
 * Takes the double-degree report of an academic year from the register.
 * A programme counts in a year when it has the feature `double` and runs in it; learners are those of its cohort rows.
 */
export function takeDoubleDegreeReport(
  register: Register,
  academicYear: number,
  on: string,
): DoubleDegreeReport {
  const partnersById = byId(register.partners)
  const now = viewYear(register, partnersById, academicYear)
  const before = viewYear(register, partnersById, academicYear - 1)
  const taker = new ComparisonTaker(register, academicYear, now, before)
  return {
    academicYear,
    on,
    changedAt: register.changedAt,
    institution: register.institution.names,
    isSample: [...now.programmes, ...now.cohorts, ...now.partners].some((record) => record.isSample),
    programmes: taker.programmes(),
    programmesByLevel: perLevel((level) => taker.programmes(level)),
    formats: takeFormats(taker, now, before),
    partners: taker.partners(),
    countries: taker.countries(),
    byCountry: takeCountries(now),
    contingent: taker.contingent(),
    contingentByLevel: perLevel((level) => taker.contingent(level)),
    withoutCohort: takeWithoutCohort(now),
    rows: takeRows(now, before, partnersById),
    sources: [
      sourceOf('programme', now.programmes),
      sourceOf('partner', now.partners),
      sourceOf(
        'cohort',
        now.cohorts,
        now.cohorts.map((cohort) => cohort.source),
      ),
    ],
  }
}

function perLevel<T>(take: (level: Level) => T): Record<Level, T> {
  return { bachelor: take('bachelor'), master: take('master'), doctoral: take('doctoral') }
}

/** Takes the numbers of a year beside last year's; a last year without any record compares with nothing, not with 0. */
class ComparisonTaker {
  readonly #academicYear: number
  readonly #now: YearView
  readonly #before: YearView
  readonly #levelOf: ReadonlyMap<string, Level>
  /** Those of other programmes too: when there are none, the year alone names the rows. */
  readonly #cohortsOfYear: readonly Cohort[]

  constructor(register: Register, academicYear: number, now: YearView, before: YearView) {
    this.#academicYear = academicYear
    this.#now = now
    this.#before = before
    this.#cohortsOfYear = register.cohorts.filter((cohort) => cohort.academicYear === academicYear)
    this.#levelOf = new Map(register.programmes.map((programme) => [programme.id, programme.level]))
  }

  programmes(level?: Level, format?: string): Comparison {
    const matches = (programme: Programme): boolean =>
      (level === undefined || programme.level === level) &&
      (format === undefined || formatOf(programme) === format)
    const matching = this.#now.programmes.filter(matches)
    const figure: Figure = {
      value: matching.length,
      unit: 'records',
      selection: {
        entity: 'programme',
        filter: {
          features: ['double'],
          runningIn: this.#academicYear,
          ...(level === undefined ? {} : { levels: [level] }),
          // Programmes without a plan have no format by which a register could find them.
          ...(format === undefined ? {} : format === '' ? { ids: idsOf(matching) } : { formats: [format] }),
        },
      },
    }
    return compare(figure, this.#hadProgrammes() ? this.#before.programmes.filter(matches).length : null)
  }

  partners(): Comparison {
    const figure: Figure = {
      value: this.#now.partners.length,
      unit: 'records',
      selection: { entity: 'partner', filter: { ids: idsOf(this.#now.partners) } },
    }
    return compare(figure, this.#hadProgrammes() ? this.#before.partners.length : null)
  }

  countries(): Comparison {
    const figure: Figure = {
      value: countriesOf(this.#now.partners),
      unit: 'countries',
      selection: { entity: 'partner', filter: { ids: idsOf(this.#now.partners) } },
    }
    return compare(figure, this.#hadProgrammes() ? countriesOf(this.#before.partners) : null)
  }

  contingent(level?: Level): Comparison {
    const matches = (cohort: Cohort): boolean =>
      level === undefined || this.#levelOf.get(cohort.programmeId) === level
    const rows = this.#now.cohorts.filter(matches)
    const ofYear = this.#cohortsOfYear.filter(matches)
    const filter =
      rows.length === ofYear.length
        ? { academicYears: [this.#academicYear], ...(level === undefined ? {} : { levels: [level] }) }
        : { ids: idsOf(rows) }
    const figure: Figure = {
      value: contingentOf(rows),
      unit: 'learners',
      selection: { entity: 'cohort', filter },
    }
    const hadCounts = this.#before.cohorts.length > 0
    return compare(figure, hadCounts ? contingentOf(this.#before.cohorts.filter(matches)) : null)
  }

  #hadProgrammes(): boolean {
    return this.#before.programmes.length > 0
  }
}

function takeFormats(taker: ComparisonTaker, now: YearView, before: YearView): DoubleDegreeReport['formats'] {
  return levels.flatMap((level) => {
    const ofLevel = [...now.programmes, ...before.programmes].filter((programme) => programme.level === level)
    const formats = [...new Set(ofLevel.map(formatOf))].toSorted()
    return formats.map((format) => ({ level, format, programmes: taker.programmes(level, format) }))
  })
}

function takeCountries(now: YearView): DoubleDegreeReport['byCountry'] {
  const countries = [...new Set(now.partners.map((partner) => partner.country))]
  const rows = countries.map((country) => {
    const partners = now.partners.filter((partner) => partner.country === country)
    const partnerIds = new Set(idsOf(partners))
    const programmes = now.programmes.filter((programme) =>
      programme.partners.some((partner) => partnerIds.has(partner.partnerId)),
    )
    return {
      country,
      partners: countOf('partner', idsOf(partners)),
      programmes: countOf('programme', idsOf(programmes)),
    }
  })
  return rows.toSorted(
    (a, b) =>
      b.programmes.value - a.programmes.value ||
      b.partners.value - a.partners.value ||
      (a.country < b.country ? -1 : 1),
  )
}

function takeWithoutCohort(now: YearView): Figure {
  const counted = new Set(now.cohorts.map((cohort) => cohort.programmeId))
  return countOf('programme', idsOf(now.programmes.filter((programme) => !counted.has(programme.id))))
}

function takeRows(
  now: YearView,
  before: YearView,
  partnersById: ReadonlyMap<string, Partner>,
): DoubleDegreeReport['rows'] {
  const learnersNow = new Map(now.cohorts.map((cohort) => [cohort.programmeId, cohort.contingent]))
  const learnersBefore = new Map(before.cohorts.map((cohort) => [cohort.programmeId, cohort.contingent]))
  const rows = now.programmes.map((programme) => ({
    id: programme.id,
    names: programme.names,
    code: programme.code,
    level: programme.level,
    format: formatOf(programme),
    partners: programme.partners.flatMap(({ partnerId }) => {
      const partner = partnersById.get(partnerId)
      return partner === undefined ? [] : [{ id: partner.id, names: partner.names, country: partner.country }]
    }),
    contingent: learnersNow.get(programme.id) ?? null,
    previousContingent: learnersBefore.get(programme.id) ?? null,
  }))
  return rows.toSorted(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) ||
      compareCodes(a.code, b.code) ||
      (a.id < b.id ? -1 : 1),
  )
}

/** Codes in order; programmes without a code come last. */
function compareCodes(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}
