import { academicYearOf } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import { checkNames } from '../kernel/name-rules.ts'
import { type Problem, warningAt } from '../kernel/problem.ts'
import { type Audience, audienceSchema, type Involvement, type InvolvementFields } from './involvement.ts'

/** Audiences that come from outside: who they came from belongs into the log. */
const fromOutside: ReadonlySet<Audience> = new Set<Audience>(['employer', 'partner', 'expert'])

/** Checks the fields of an involvement by themselves. */
export function checkInvolvement(fields: InvolvementFields): Problem[] {
  const problems = checkNames(fields.names)
  if (fromOutside.has(fields.audience) && fields.organisation === '')
    problems.push(warningAt('involvement-organisation-missing', 'organisation'))
  // ESG 1.1 and 1.9: what was said must lead somewhere.
  if (fields.outcome === '') problems.push(warningAt('involvement-outcome-missing', 'outcome'))
  return problems
}

/** Involvements of one audience in one academic year. */
export type AudienceCount = {
  readonly academicYear: number
  readonly audience: Audience
  readonly events: number
  /** Sum of the counted people; null: none of the events was counted. */
  readonly persons: number | null
}

/** Counts per academic year, newest first, and audience in the order of the list. Combinations without events are left out. */
export function countInvolvements(
  involvements: readonly Pick<Involvement, 'on' | 'audience' | 'personCount'>[],
): AudienceCount[] {
  const years = [...new Set(involvements.map(({ on }) => academicYearOf(on)))].toSorted((a, b) => b - a)
  return years.flatMap((academicYear) =>
    audienceSchema.options.flatMap((audience): AudienceCount[] => {
      const found = involvements.filter(
        (each) => each.audience === audience && academicYearOf(each.on) === academicYear,
      )
      if (found.length === 0) return []
      const counted = found.flatMap(({ personCount }) => personCount ?? [])
      const persons = counted.length === 0 ? null : counted.reduce((sum, count) => sum + count, 0)
      return [{ academicYear, audience, events: found.length, persons }]
    }),
  )
}

/** The involvements between two days, both inclusive, oldest first. */
export function inPeriod<I extends Pick<Involvement, 'on'>>(
  involvements: readonly I[],
  from: Day,
  to: Day,
): I[] {
  return involvements
    .filter(({ on }) => on >= from && on <= to)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
}
