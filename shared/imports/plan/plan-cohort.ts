import { emptyCohort, type CohortFields } from '../../mobility/cohort.ts'
import type { CellProblem } from '../cell-problem.ts'
import type { CohortFacts } from '../facts.ts'
import { countFields } from '../target-fields.ts'
import { assign, type Assignment } from './drafts.ts'
import type { RowContext } from './plan-partner.ts'
import { cohortKey } from './register-index.ts'

const countNames = {
  'cohort.contingent': 'contingent',
  'cohort.applied': 'applied',
  'cohort.outgoing': 'outgoing',
  'cohort.incoming': 'incoming',
  'cohort.atPartner': 'atPartner',
  'cohort.returned': 'returned',
  'cohort.graduated': 'graduated',
  'cohort.foreignCitizens': 'foreignCitizens',
} as const

/** Gives the counts of one academic year to the programme. A year of zeros is not recorded anew. */
export function planCohort(
  context: RowContext,
  programmeId: string,
  facts: CohortFacts & { defaultSource: string },
): CellProblem[] {
  const { state, row } = context
  const stored = state.cohortsByYear
    .find(cohortKey(programmeId, facts.academicYear))
    .flatMap((id) => state.cohort.get(id) ?? [])[0]
  const counts = countFields.flatMap((target) => {
    const next = facts.counts[target]
    return next === undefined ? [] : [{ target, name: countNames[target], next }]
  })
  if (stored === undefined && counts.every(({ next }) => next === 0)) return []
  const draft = stored ?? {
    id: context.newId(),
    before: null,
    fields: emptyCohort(programmeId, facts.academicYear),
    givenBy: new Map<string, number>(),
  }
  const assignment: Assignment<CohortFields> = { draft, problems: [] }
  for (const { target, name, next } of counts) {
    assign(
      assignment,
      { name, row, target, severity: 'error' },
      { current: assignment.draft.fields[name], next, set: (fields) => ({ ...fields, [name]: next }) },
    )
  }
  // Counts that changed come from this file, unless the register names another source.
  const isChanged = draft.before === null || assignment.draft.fields !== draft.fields
  giveSource(assignment, facts.source === '' && isChanged ? facts.defaultSource : facts.source)
  state.cohort.put(assignment.draft)
  return assignment.problems.map((problem) => ({
    ...problem,
    params: { ...problem.params, year: facts.academicYear },
  }))
}

function giveSource(assignment: Assignment<CohortFields>, source: string): void {
  const { draft } = assignment
  if (source === '' || source === draft.fields.source) return
  assignment.draft = { ...draft, fields: { ...draft.fields, source } }
}
