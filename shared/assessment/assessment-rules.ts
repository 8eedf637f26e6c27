import type { FrameworkContent } from '../frameworks/framework.ts'
import { criteriaOf } from '../frameworks/framework.ts'
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import { nameIn } from '../kernel/localized.ts'
import type { AnswerFields } from './answer.ts'
import type { AssessmentFields } from './assessment.ts'
import type { CycleFields } from './cycle.ts'
import { citedEvidence } from './rich-text.ts'

/** What is wrong with a cycle: a name, days in order, and a team whose members appear once. */
export function checkCycle(fields: CycleFields): Problem[] {
  const problems: Problem[] = []
  if (nameIn(fields.names, 'kk') === '') problems.push(errorAt('cycle-name-missing', 'names'))
  if (fields.endsOn < fields.startsOn) problems.push(errorAt('cycle-ends-early', 'endsOn'))
  if (fields.visitOn !== null && fields.visitOn < fields.startsOn)
    problems.push(warningAt('cycle-visit-early', 'visitOn'))
  for (const [index, { name, dueOn }] of fields.milestones.entries()) {
    if (name === '') problems.push(errorAt('milestone-name-missing', `milestones.${index}.name`))
    if (dueOn < fields.startsOn)
      problems.push(warningAt('milestone-outside', `milestones.${index}.dueOn`, { name }))
  }
  const people = fields.team.map(({ personId }) => personId)
  if (new Set(people).size < people.length) problems.push(errorAt('team-person-twice', 'team'))
  return problems
}

/** A faculty is known by its name. */
export function checkAssessment({ scope }: Pick<AssessmentFields, 'scope'>): Problem[] {
  if (scope.kind !== 'faculty' || nameIn(scope.names, 'kk') !== '') return []
  return [errorAt('assessment-scope-unnamed', 'scope.names')]
}

/** What is wrong with an answer to a criterion of the framework. */
export function checkAnswer(fields: AnswerFields, content: FrameworkContent): Problem[] {
  const problems: Problem[] = []
  if (!criteriaOf(content).some(({ code }) => code === fields.criterion))
    problems.push(errorAt('answer-criterion-unknown', 'criterion', { code: fields.criterion }))
  if (fields.notApplicable === '') problems.push(errorAt('answer-reason-missing', 'notApplicable'))
  if (fields.notApplicable !== null && fields.level !== 0)
    problems.push(errorAt('answer-level-not-applicable', 'level'))
  const linked = new Set(fields.evidenceIds)
  if (citedEvidence(fields.narrative).some((id) => !linked.has(id)))
    problems.push(errorAt('answer-citation-unlinked', 'evidenceIds'))
  return problems
}

/** The fields whose change makes a text another text: who changes them is its author, and approval falls away. */
const textFields = [
  'level',
  'notApplicable',
  'narrative',
  'strengths',
  'weaknesses',
  'recommendations',
  'evidenceIds',
] as const

/** The answer as somebody saves it: a changed text has a new author and goes back to the beginning of its way. */
export function rewrite(before: AnswerFields, after: AnswerFields, personId: string | null): AnswerFields {
  const isChanged = textFields.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  const { stage, writtenById, reviewedById, reviewNote } = before
  const kept = { ...after, stage, writtenById, reviewedById, reviewNote }
  if (!isChanged) return kept
  return {
    ...kept,
    stage: stage === 'returned' ? 'returned' : 'draft',
    writtenById: personId,
    reviewedById: null,
  }
}
