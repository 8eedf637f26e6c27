import type { AgreementStatus } from '../agreements/agreement.ts'
import type { Day } from '../kernel/day.ts'
import { nameIn } from '../kernel/localized.ts'
import type { RecordProblem } from '../kernel/problem.ts'
import { type RegisterEntity, registerEntitySchema, type Language } from '../kernel/record.ts'
import type { Deadline } from '../ministry/ministry.ts'
import { type Level, levels, type Programme } from '../programmes/programme.ts'
import { formatOf, runsIn } from '../reports/year-view.ts'
import { compare, countOf, type Figure, type Selection } from '../reports/figure.ts'
import { byId, type Register, sourceOf } from '../reports/register.ts'
import { type AgreementView, viewAgreements } from './agreement-view.ts'
import { accreditationDeadlines } from './accreditation-view.ts'
import { horizonMonths, takeDeadlines } from './deadlines.ts'
import type { LapsingAgreement, Overview, UpcomingDeadline } from './overview.ts'
import { takeRisks } from './risks.ts'

/** Statuses in the order of the overview: those that need action first. */
export const statusOrder: readonly AgreementStatus[] = [
  'expiring',
  'renewing',
  'lapsed',
  'active',
  'upcoming',
  'draft',
  'terminated',
]

const statusesInForce: AgreementStatus[] = ['active', 'expiring', 'renewing']
const lapsingShown = 8
const trendYears = 6

export type OverviewRequest = {
  /** The day on which everything computed is taken. */
  on: Day
  /** Whose programmes and learners are shown (year of its September). */
  academicYear: number
  /** Language of names and labels. */
  language: Language
}

/**
 * Takes the state of the register on a day: counts with the selection that lists the counted records, what ends next,
 * what endangers the work. `problems` are the findings of the checks, `duties` the dates of the ministry, `others` those
 * of records that are not in the register of double degrees.
 */
export function takeOverview(
  register: Register,
  { on, academicYear, language }: OverviewRequest,
  problems: readonly RecordProblem[],
  duties: readonly Deadline[],
  others: readonly UpcomingDeadline[] = [],
): Overview {
  const views = viewAgreements(register, on)
  const names = partnerNamer(register, language)
  const deadlines = takeDeadlines(views, duties, on, names, [
    ...others,
    ...accreditationDeadlines(register, { on, language }, horizonMonths),
  ])
  return {
    on,
    academicYear,
    changedAt: register.changedAt,
    institution: register.institution.names,
    isSample: [...register.partners, ...register.agreements, ...register.programmes].some(
      (record) => record.isSample,
    ),
    agreements: takeAgreements(views, names),
    programmes: takeProgrammes(register, academicYear),
    contingent: takeContingent(register, academicYear),
    partners: takePartners(register),
    deadlines,
    problems: takeProblems(problems),
    risks: takeRisks(register, views, problems, { on, academicYear, language }),
    sources: [
      sourceOf('agreement', register.agreements),
      sourceOf('programme', register.programmes),
      sourceOf('partner', register.partners),
      sourceOf(
        'cohort',
        register.cohorts,
        register.cohorts.map((cohort) => cohort.source),
      ),
    ],
  }
}

/** Gives the names of an agreement's partners in one language. */
export type PartnerNamer = (view: AgreementView) => string

function partnerNamer(register: Register, language: Language): PartnerNamer {
  const partners = byId(register.partners)
  return (view) =>
    view.agreement.partnerIds
      .flatMap((id) => partners.get(id) ?? [])
      .map((partner) => nameIn(partner.names, language))
      .join('; ')
}

function records(value: number, selection: Selection): Figure {
  return { value, unit: 'records', selection }
}

function takeAgreements(views: readonly AgreementView[], names: PartnerNamer): Overview['agreements'] {
  const withStatus = (statuses: readonly AgreementStatus[]): number =>
    views.filter((view) => statuses.includes(view.status)).length
  return {
    total: records(views.length, { entity: 'agreement', filter: {} }),
    inForce: records(withStatus(statusesInForce), {
      entity: 'agreement',
      filter: { statuses: [...statusesInForce] },
    }),
    byStatus: statusOrder.map((status) => ({
      status,
      figure: records(withStatus([status]), { entity: 'agreement', filter: { statuses: [status] } }),
    })),
    declarative: records(views.filter((view) => view.isDeclarative).length, {
      entity: 'agreement',
      filter: { isDeclarative: true },
    }),
    lapsing: views
      .filter((view) => view.status === 'expiring' || view.status === 'renewing')
      .toSorted((a, b) => compareDays(actBy(a), actBy(b)) || (a.agreement.id < b.agreement.id ? -1 : 1))
      .slice(0, lapsingShown)
      .map((view) => lapsingAgreement(view, names)),
  }
}

/** The day by which somebody must act: the notice day of a term that renews itself, else the end. */
function actBy(view: AgreementView): Day | null {
  return view.status === 'renewing' ? view.noticeBy : view.endsOn
}

function compareDays(a: Day | null, b: Day | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

function lapsingAgreement(view: AgreementView, names: PartnerNamer): LapsingAgreement {
  const { agreement, status, endsOn, daysLeft, noticeBy, hasSuccessor } = view
  return {
    record: { entity: 'agreement', id: agreement.id },
    number: agreement.number,
    title: agreement.title,
    partnerNames: names(view),
    status,
    endsOn,
    daysLeft,
    noticeBy,
    hasSuccessor,
  }
}

function takeProgrammes(register: Register, academicYear: number): Overview['programmes'] {
  const running = register.programmes.filter((programme) => runsIn(programme, academicYear))
  const figure = (
    matching: readonly Programme[],
    filter: Extract<Selection, { entity: 'programme' }>['filter'],
  ): Figure =>
    records(matching.length, { entity: 'programme', filter: { runningIn: academicYear, ...filter } })
  return {
    running: figure(running, {}),
    doubleDegree: figure(
      running.filter((programme) => programme.features.includes('double')),
      { features: ['double'] },
    ),
    cells: levels.flatMap((level) => {
      const ofLevel = running.filter((programme) => programme.level === level)
      const formats = [...new Set(ofLevel.map(formatOf))].toSorted()
      return formats.map((format) => {
        const matching = ofLevel.filter((programme) => formatOf(programme) === format)
        // Programmes without a plan have no format by which a register could find them.
        const filter =
          format === ''
            ? { ids: matching.map((programme) => programme.id) }
            : { levels: [level], formats: [format] }
        return { level, format, figure: figure(matching, filter) }
      })
    }),
  }
}

function takeContingent(register: Register, academicYear: number): Overview['contingent'] {
  const levelOf = new Map(register.programmes.map((programme) => [programme.id, programme.level]))
  const years = [...new Set(register.cohorts.map((cohort) => cohort.academicYear))]
    .filter((year) => year <= academicYear)
    .toSorted((a, b) => a - b)
  const learners = (year: number, level?: Level): Figure => {
    const rows = register.cohorts.filter(
      (cohort) =>
        cohort.academicYear === year && (level === undefined || levelOf.get(cohort.programmeId) === level),
    )
    const filter = { academicYears: [year], ...(level === undefined ? {} : { levels: [level] }) }
    const value = rows.reduce((sum, cohort) => sum + cohort.contingent, 0)
    return { value, unit: 'learners', selection: { entity: 'cohort', filter } }
  }
  const before = years.includes(academicYear - 1) ? learners(academicYear - 1).value : null
  return {
    current: compare(learners(academicYear), before),
    trend: years.slice(-trendYears).map((year) => ({
      academicYear: year,
      total: learners(year),
      byLevel: {
        bachelor: learners(year, 'bachelor'),
        master: learners(year, 'master'),
        doctoral: learners(year, 'doctoral'),
      },
    })),
  }
}

function takePartners(register: Register): Overview['partners'] {
  const counts = new Map<string, number>()
  for (const partner of register.partners) counts.set(partner.country, (counts.get(partner.country) ?? 0) + 1)
  const known = [...counts.keys()].filter((country) => country !== '')
  return {
    total: records(register.partners.length, { entity: 'partner', filter: {} }),
    countries: {
      value: known.length,
      unit: 'countries',
      selection: { entity: 'partner', filter: { countries: known } },
    },
    byCountry: [...counts]
      .map(([country, count]) => ({
        country,
        figure: records(count, { entity: 'partner', filter: { countries: [country] } }),
      }))
      .toSorted((a, b) => b.figure.value - a.figure.value || (a.country < b.country ? -1 : 1)),
  }
}

function takeProblems(problems: readonly RecordProblem[]): Overview['problems'] {
  const counts = { error: 0, warning: 0 }
  const found = { error: new Map<string, Set<string>>(), warning: new Map<string, Set<string>>() }
  for (const { severity, record } of problems) {
    counts[severity] += 1
    if (record === null) continue
    const ids = found[severity].get(record.entity) ?? new Set()
    found[severity].set(record.entity, ids.add(record.id))
  }
  const idsOf = (entity: RegisterEntity, severity: RecordProblem['severity']): string[] => [
    ...(found[severity].get(entity) ?? []),
  ]
  const records = (['error', 'warning'] as const).flatMap((severity) =>
    registerEntitySchema.options.flatMap((entity) => {
      const ids = idsOf(entity, severity)
      if (ids.length === 0) return []
      const all = new Set([...idsOf(entity, 'error'), ...idsOf(entity, 'warning')])
      const isAll = entity === 'programme' && ids.length === all.size
      return [{ entity, severity, figure: isAll ? programmesWithProblems(ids) : selectionOf(entity, ids) }]
    }),
  )
  return { errors: counts.error, warnings: counts.warning, records }
}

/** The register of programmes knows its findings; a filter says it shorter than ids. */
function programmesWithProblems(ids: readonly string[]): Figure {
  return records(ids.length, { entity: 'programme', filter: { hasProblems: true } })
}

function selectionOf(entity: RegisterEntity, ids: string[]): Figure {
  if (entity === 'institution')
    return { value: ids.length, unit: 'records', selection: { entity, filter: {} } }
  if (entity === 'cohort')
    return { value: ids.length, unit: 'records', selection: { entity, filter: { ids } } }
  return countOf(entity, ids)
}
