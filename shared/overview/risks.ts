import type { Day } from '../kernel/day.ts'
import { addMonths } from '../kernel/calendar.ts'
import { nameIn } from '../kernel/localized.ts'
import type { RecordProblem } from '../kernel/problem.ts'
import type { Language } from '../kernel/record.ts'
import type { Programme } from '../programmes/programme.ts'
import { runsIn } from '../reports/year-view.ts'
import { changePercent, countOf, type Figure } from '../reports/figure.ts'
import { byId, type Register } from '../reports/register.ts'
import { accreditationRisks } from './accreditation-view.ts'
import type { AgreementView } from './agreement-view.ts'
import type { Risk } from './overview.ts'

/** An agreement that ends within so many months with no renewal begun is a risk; renewal takes about half a year. */
export const renewalLeadMonths = 6
/** A notice day within so many months is a risk. */
export const noticeLeadMonths = 3
/** A fall of the contingent by more than this on last year, per cent, is a risk. */
export const fallPercent = 5
const examplesShown = 3
/** The gravest first. */
const levels: readonly Risk['level'][] = ['high', 'medium']

type Context = { on: Day; academicYear: number; language: Language }

/** What endangers the double-degree work on a day, the gravest first; kinds without a finding are left out. */
export function takeRisks(
  register: Register,
  views: readonly AgreementView[],
  problems: readonly RecordProblem[],
  { on, academicYear, language }: Context,
): Risk[] {
  const running = register.programmes.filter((programme) => runsIn(programme, academicYear))
  const risks = [
    lapsedWithProgrammes(views, running, language),
    endsWithoutRenewal(register, views, on, language),
    programmesWithoutAgreement(running, language),
    recordErrors('programme', problems),
    recordErrors('agreement', problems),
    noticeDue(register, views, on, language),
    withoutCounts(register, running, academicYear, language),
    contingentFell(register, academicYear),
    declarative(register, views, language),
    ...accreditationRisks(register, { on, language }),
  ]
  const found = risks.filter((risk) => risk.figure.value > 0)
  return found.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
}

function programmeRisk(
  kind: Risk['kind'],
  level: Risk['level'],
  programmes: readonly Programme[],
  language: Language,
): Risk {
  const ids = programmes.map((programme) => programme.id)
  const examples = programmes.slice(0, examplesShown).map((programme) => nameIn(programme.names, language))
  return { kind, level, figure: countOf('programme', ids), examples, params: {} }
}

function agreementRisk(
  kind: Risk['kind'],
  level: Risk['level'],
  views: readonly AgreementView[],
  register: Register,
  language: Language,
  params: Risk['params'] = {},
): Risk {
  const partners = byId(register.partners)
  const examples = views.slice(0, examplesShown).map((view) => {
    const names = view.agreement.partnerIds.flatMap((id) => partners.get(id) ?? [])
    return names.map((partner) => nameIn(partner.names, language)).join('; ')
  })
  const ids = views.map((view) => view.agreement.id)
  return { kind, level, figure: countOf('agreement', ids), examples, params }
}

/** Programmes that go on under an agreement that has lapsed or was terminated. */
function lapsedWithProgrammes(
  views: readonly AgreementView[],
  running: readonly Programme[],
  language: Language,
): Risk {
  const over = new Set(
    views
      .filter((view) => view.status === 'lapsed' || view.status === 'terminated')
      .map((view) => view.agreement.id),
  )
  const affected = running.filter((programme) =>
    programme.partners.some((partner) => partner.agreementId !== null && over.has(partner.agreementId)),
  )
  return programmeRisk('lapsed-with-programmes', 'high', affected, language)
}

function endsWithoutRenewal(
  register: Register,
  views: readonly AgreementView[],
  on: Day,
  language: Language,
): Risk {
  const until = addMonths(on, renewalLeadMonths)
  const ending = views
    .filter(
      (view) =>
        view.status === 'expiring' && view.endsOn !== null && view.endsOn <= until && !view.hasSuccessor,
    )
    .toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))
  return agreementRisk('ends-without-renewal', 'high', ending, register, language, {
    months: renewalLeadMonths,
  })
}

/** Running double-degree programmes that have a partner without an agreement. */
function programmesWithoutAgreement(running: readonly Programme[], language: Language): Risk {
  const affected = running.filter(
    (programme) =>
      programme.features.includes('double') &&
      programme.partners.some((partner) => partner.agreementId === null),
  )
  return programmeRisk('programme-without-agreement', 'high', affected, language)
}

/** Records of one kind that break a rule so that the ministry's form would stop at them. */
function recordErrors(entity: 'programme' | 'agreement', problems: readonly RecordProblem[]): Risk {
  const errors = problems.filter(
    (problem) => problem.severity === 'error' && problem.record?.entity === entity,
  )
  const ids = [...new Set(errors.flatMap((problem) => problem.record?.id ?? []))]
  const labels = [...new Set(errors.map((problem) => problem.label))]
  const kind = entity === 'programme' ? 'programme-errors' : 'agreement-errors'
  return {
    kind,
    level: 'high',
    figure: countOf(entity, ids),
    examples: labels.slice(0, examplesShown),
    params: {},
  }
}

function noticeDue(register: Register, views: readonly AgreementView[], on: Day, language: Language): Risk {
  const until = addMonths(on, noticeLeadMonths)
  const due = views
    .filter((view) => view.noticeBy !== null && view.noticeBy >= on && view.noticeBy <= until)
    .filter((view) => view.status === 'renewing')
    .toSorted((a, b) => ((a.noticeBy ?? '') < (b.noticeBy ?? '') ? -1 : 1))
  return agreementRisk('notice-due', 'medium', due, register, language, { months: noticeLeadMonths })
}

function withoutCounts(
  register: Register,
  running: readonly Programme[],
  academicYear: number,
  language: Language,
): Risk {
  const counted = new Set(
    register.cohorts
      .filter((cohort) => cohort.academicYear === academicYear)
      .map((cohort) => cohort.programmeId),
  )
  const missing = running.filter(
    (programme) => programme.features.includes('double') && !counted.has(programme.id),
  )
  return programmeRisk('without-counts', 'medium', missing, language)
}

/** The contingent of the year against last year; the value is the number of learners lost. */
function contingentFell(register: Register, academicYear: number): Risk {
  const learners = (year: number): number =>
    register.cohorts
      .filter((cohort) => cohort.academicYear === year)
      .reduce((sum, cohort) => sum + cohort.contingent, 0)
  const [before, now] = [learners(academicYear - 1), learners(academicYear)]
  const change = changePercent(before, now)
  const hasCounts = register.cohorts.some((cohort) => cohort.academicYear === academicYear)
  const fell = hasCounts && change !== null && change < -fallPercent
  const figure: Figure = {
    value: fell ? before - now : 0,
    unit: 'learners',
    selection: { entity: 'cohort', filter: { academicYears: [academicYear - 1, academicYear] } },
  }
  return {
    kind: 'contingent-fell',
    level: 'medium',
    figure,
    examples: [],
    params: { percent: Math.abs(change ?? 0) },
  }
}

function declarative(register: Register, views: readonly AgreementView[], language: Language): Risk {
  const found = views.filter((view) => view.isDeclarative)
  const risk = agreementRisk('declarative', 'medium', found, register, language)
  return {
    ...risk,
    figure: { ...risk.figure, selection: { entity: 'agreement', filter: { isDeclarative: true } } },
  }
}
