import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import type { CohortFields } from './cohort.ts'

const sum = (counts: Readonly<Partial<Record<string, number>>>): number =>
  Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0)

/** Learners who are part of the contingent by definition. */
function checkParts(fields: CohortFields): Problem[] {
  const { contingent } = fields
  const problems: Problem[] = []
  if (fields.foreignCitizens > contingent) {
    problems.push(
      errorAt('cohort-foreign-exceeds', 'foreignCitizens', { count: fields.foreignCitizens, contingent }),
    )
  }
  const funded = sum(fields.funding)
  if (funded > contingent)
    problems.push(errorAt('cohort-funding-exceeds', 'funding', { count: funded, contingent }))
  else if (funded > 0 && funded < contingent) {
    problems.push(warningAt('cohort-funding-incomplete', 'funding', { count: contingent - funded }))
  }
  return problems
}

/** Learners who may have left the contingent by its counting day, so that a greater number is unusual but possible. */
function checkFlows(fields: CohortFields): Problem[] {
  const { contingent } = fields
  const flows = ['outgoing', 'atPartner', 'graduated'] as const
  return flows.flatMap((field) =>
    fields[field] > contingent
      ? [warningAt('cohort-flow-exceeds', field, { count: fields[field], contingent })]
      : [],
  )
}

function checkOrigin(fields: CohortFields): Problem[] {
  const problems: Problem[] = []
  const counted = fields.contingent + fields.applied + fields.outgoing + fields.incoming + fields.graduated
  if (counted === 0) problems.push(warningAt('cohort-empty', 'contingent'))
  else if (fields.source === '') problems.push(warningAt('cohort-source-missing', 'source'))
  return problems
}

/** Checks the counts of one programme in one academic year against each other. */
export function checkCohort(fields: CohortFields): Problem[] {
  return [...checkParts(fields), ...checkFlows(fields), ...checkOrigin(fields)]
}
