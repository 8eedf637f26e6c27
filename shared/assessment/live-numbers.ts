import { academicYearOf } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import type { LiveNumberKey } from '../frameworks/framework.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Register } from '../reports/register.ts'
import type { Scope } from './assessment.ts'
import type { NumberUnit } from './rich-text.ts'

/** A number of the records, before its source is put into words. */
export type RegisterNumber = { key: LiveNumberKey; value: number; unit: NumberUnit }

/** The programmes that the scope is about. A faculty is a name of the assessment only, so it has none in the records. */
export function programmesIn(register: Register, scope: Scope): Programme[] {
  if (scope.kind === 'faculty') return []
  return register.programmes.filter(({ id }) => scope.kind === 'university' || id === scope.programmeId)
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
