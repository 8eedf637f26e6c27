import type { AnswerFields } from '../../../shared/assessment/answer.ts'
import {
  type Assessment,
  type AssessmentFields,
  type Section,
  sectionOf,
  type Scope,
} from '../../../shared/assessment/assessment.ts'
import { checkAssessment } from '../../../shared/assessment/assessment-rules.ts'
import { criteriaOf, standardsOf } from '../../../shared/frameworks/framework.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { type RevisionReference, withoutMeta } from '../../../shared/kernel/record.ts'
import type { DataContext } from '../context.ts'
import { answerStore, assessmentStore } from './assessment.repository.ts'
import { answersOf, assessmentIn, contentOf, cycleIn } from './assessment-views.ts'

export type NewAssessment = {
  readonly cycleId: string
  readonly scope: Scope
  readonly leadId: string | null
  readonly startFrom: string | null
}

/** An answer as the next cycle starts from it: text and evidence as a draft, the judgement to be made anew. */
const asDraft = (answer: AnswerFields, assessmentId: string): AnswerFields => ({
  ...answer,
  assessmentId,
  level: 0,
  dueOn: null,
  stage: 'draft',
  writtenById: null,
  reviewedById: null,
  reviewNote: '',
})

/** Adds an assessment with what is taken over from an earlier one; criteria that the framework no longer has are left out. */
export async function addAssessment(context: DataContext, wanted: NewAssessment): Promise<Assessment> {
  const problems = checkAssessment(wanted)
  if (problems.length > 0) throw new AppError('invalid-record', { count: problems.length }, problems)
  const cache = await context.registers().upToDate()
  const cycle = cycleIn(cache, wanted.cycleId)
  if (cycle.isClosed) throw new AppError('cycle-closed')
  const criteria = new Set(criteriaOf(contentOf(cache, cycle)).map(({ code }) => code))
  const earlier =
    wanted.startFrom === null
      ? []
      : answersOf(cache, wanted.startFrom).filter(({ criterion }) => criteria.has(criterion))
  const { cycleId, scope, leadId } = wanted
  return context.database().write(async (tx) => {
    const assessment = await assessmentStore.insert(tx, { cycleId, scope, leadId, sections: [] })
    const answers = await answerStore.listByIds(
      tx.trx,
      earlier.map(({ id }) => id),
    )
    for (const answer of answers)
      await answerStore.insert(tx, asDraft(withoutMeta<AnswerFields>(answer), assessment.id))
    return assessment
  })
}

/** Replaces what an assessment says about one standard; refuses with `section-locked` what is locked. */
export async function changeSection(
  context: DataContext,
  reference: RevisionReference,
  standard: string,
  change: (section: Section) => Section,
): Promise<Assessment> {
  const cache = await context.registers().upToDate()
  const assessment = assessmentIn(cache, reference.id)
  const cycle = cycleIn(cache, assessment.cycleId)
  if (cycle.isClosed) throw new AppError('cycle-closed')
  if (!standardsOf(contentOf(cache, cycle)).some(({ code }) => code === standard))
    throw new AppError('not-found', { entity: 'framework' })
  return context.database().write(async (tx) => {
    const before = await assessmentStore.get(tx.trx, reference.id)
    const section = change(sectionOf(before, standard))
    const others = before.sections.filter((other) => other.standard !== standard)
    const fields = withoutMeta<AssessmentFields>(before)
    return assessmentStore.update(tx, reference, { ...fields, sections: [...others, section] })
  })
}

/** Removes assessments together with their answers, which have no meaning without them. */
export async function removeAssessments(
  context: DataContext,
  references: readonly RevisionReference[],
): Promise<RevisionReference[]> {
  const cache = await context.registers().upToDate()
  const answers = references.flatMap(({ id }) => answersOf(cache, id))
  return context.database().write(async (tx) => {
    await answerStore.removeMany(tx, answers)
    return assessmentStore.removeMany(tx, references)
  })
}

/** Undoes such a removal: the answers that went with the assessments come back with them. */
export async function restoreAssessments(
  context: DataContext,
  ids: readonly string[],
): Promise<RevisionReference[]> {
  return context.database().write(async (tx) => {
    const removals = await tx.trx
      .selectFrom('record')
      .select(['id', 'deleted_at'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is not', null)
      .execute()
    const restored = await assessmentStore.restoreMany(tx, ids)
    for (const { id, deleted_at } of removals) {
      const answers = await tx.trx
        .selectFrom('record_link')
        .innerJoin('record', 'record.id', 'record_link.source_id')
        .select('record.id')
        .where('record_link.target_id', '=', id)
        .where('record.entity', '=', 'answer')
        // Those that went in the same transaction, not those that were removed before.
        .where('record.deleted_at', '=', deleted_at)
        .execute()
      await answerStore.restoreMany(
        tx,
        answers.map((answer) => answer.id),
      )
    }
    return restored
  })
}
