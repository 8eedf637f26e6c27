import { academicYearOf } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import type { LiveNumberKey } from '../frameworks/framework.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Register } from '../reports/register.ts'
import type { Scope } from './assessment.ts'
import type { Involvement } from '../stakeholders/involvement.ts'
import type { BankQuestion } from '../surveys/question-bank.ts'
import { latestOfEach, satisfactionOf } from '../surveys/results.ts'
import type { Survey } from '../surveys/survey.ts'
import type { NumberUnit } from './rich-text.ts'

/** A number of the records, before its source is put into words. */
export type RegisterNumber = { key: LiveNumberKey; value: number; unit: NumberUnit }

/** The programmes that the scope is about. A faculty is a name of the assessment only, so it has none in the records. */
export function programmesIn(register: Register, scope: Scope): Programme[] {
  if (scope.kind === 'faculty') return []
  return register.programmes.filter(({ id }) => scope.kind === 'university' || id === scope.programmeId)
}

/** The surveys and the participation that a scope's numbers are taken from. */
export type VoiceRecords = {
  readonly surveys: readonly Survey[]
  readonly bank: readonly BankQuestion[]
  readonly involvements: readonly Involvement[]
}

const isAbout = (scope: Scope, programmeId: string | null): boolean =>
  scope.kind === 'university'
    ? programmeId === null
    : scope.kind === 'programme' && programmeId === scope.programmeId

/**
 * What learners, employers and partners say of a scope: satisfaction and response rate of the latest survey of each
 * audience that is not of a later academic year, and events of the academic year of the day. Only results that at least
 * five people stand behind are in the records. The university's numbers come from surveys of the whole university; its
 * events are those of all programmes.
 */
export function takeVoices(
  { surveys, bank, involvements }: VoiceRecords,
  scope: Scope,
  on: Day,
): RegisterNumber[] {
  const year = academicYearOf(on)
  const latest = latestOfEach(
    surveys.filter(({ programmeId, period }) => isAbout(scope, programmeId) && period.academicYear <= year),
  )
  const events = involvements.filter(
    (each) =>
      academicYearOf(each.on) === year &&
      each.on <= on &&
      (scope.kind === 'university' || isAbout(scope, each.programmeId)),
  )
  return [
    ...surveySatisfaction(latest, bank),
    ...surveyResponse(latest),
    ...(events.length === 0 || scope.kind === 'faculty'
      ? []
      : [{ key: 'stakeholder-events', value: events.length, unit: 'count' } as const]),
  ]
}

/** The mean of the surveys, each weighted by the people who answered. */
function surveySatisfaction(latest: readonly Survey[], bank: readonly BankQuestion[]): RegisterNumber[] {
  const known = latest.flatMap((survey) => {
    const value = satisfactionOf(survey, bank)
    return value === null ? [] : [{ value, answered: survey.answered }]
  })
  const answered = known.reduce((sum, each) => sum + each.answered, 0)
  if (answered === 0) return []
  const value = known.reduce((sum, each) => sum + each.value * each.answered, 0) / answered
  return [{ key: 'survey-satisfaction', value, unit: 'percent' }]
}

function surveyResponse(latest: readonly Survey[]): RegisterNumber[] {
  const known = latest.flatMap(({ invited, answered }) => (invited === null ? [] : [{ invited, answered }]))
  const invited = known.reduce((sum, each) => sum + each.invited, 0)
  if (invited === 0) return []
  const answered = known.reduce((sum, each) => sum + each.answered, 0)
  return [{ key: 'survey-response-rate', value: answered / invited, unit: 'percent' }]
}

/**
 * What the records say about a scope on a day: learners of the academic year of that day, credits, teachers and the
 * state in the national register. A number that the records do not know is left out, not shown as 0.
 */
export function takeNumbers(register: Register, scope: Scope, on: Day): RegisterNumber[] {
  const programmes = programmesIn(register, scope)
  if (programmes.length === 0) return []
  const double = programmes.filter(({ features }) => features.includes('double'))
  return [
    ...contingent('contingent', register, programmes, on),
    ...contingent('double-degree-contingent', register, double, on),
    ...credits(scope, programmes),
    ...teachers(double),
    {
      key: 'registered-programmes',
      value:
        programmes.filter(({ registerStatus }) => ['included', 'updated'].includes(registerStatus)).length /
        programmes.length,
      unit: 'percent',
    },
  ]
}

function contingent(
  key: LiveNumberKey,
  { cohorts }: Register,
  programmes: readonly Programme[],
  on: Day,
): RegisterNumber[] {
  const ids = new Set(programmes.map(({ id }) => id))
  const year = academicYearOf(on)
  const found = cohorts.filter((cohort) => ids.has(cohort.programmeId) && cohort.academicYear === year)
  if (found.length === 0) return []
  return [{ key, value: found.reduce((sum, cohort) => sum + cohort.contingent, 0), unit: 'count' }]
}

function credits(scope: Scope, programmes: readonly Programme[]): RegisterNumber[] {
  const [programme] = programmes
  if (scope.kind !== 'programme' || programme === undefined) return []
  const known = programme.plan.flatMap((period) => (period.credits === null ? [] : [period.credits]))
  if (known.length === 0 || known.length < programme.plan.length) return []
  return [{ key: 'programme-credits', value: known.reduce((sum, each) => sum + each, 0), unit: 'count' }]
}

function teachers(double: readonly Programme[]): RegisterNumber[] {
  const counts = double.flatMap(({ homeTeachers, partnerTeachers }) =>
    homeTeachers === null || partnerTeachers === null ? [] : [homeTeachers + partnerTeachers],
  )
  if (counts.length === 0) return []
  return [
    { key: 'double-degree-teachers', value: counts.reduce((sum, each) => sum + each, 0), unit: 'count' },
  ]
}
