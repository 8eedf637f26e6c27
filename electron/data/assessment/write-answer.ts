import { type Answer, type AnswerFields, emptyAnswer } from '../../../shared/assessment/answer.ts'
import type { AnswerText } from '../../../shared/assessment/assessment.contract.ts'
import { sectionOf } from '../../../shared/assessment/assessment.ts'
import { checkAnswer, rewrite } from '../../../shared/assessment/assessment-rules.ts'
import { applyMove, checkMove, type Move } from '../../../shared/assessment/stage.ts'
import type { FrameworkContent } from '../../../shared/frameworks/framework.ts'
import { standardsOf } from '../../../shared/frameworks/framework.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Problem } from '../../../shared/kernel/problem.ts'
import { type RevisionReference, withoutMeta } from '../../../shared/kernel/record.ts'
import { may } from '../../../shared/people/permissions.ts'
import type { DataContext } from '../context.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import type { Writer } from '../workspace/database.ts'
import { answerStore, findAnswer } from './assessment.repository.ts'
import { assessmentIn, contentOf, cycleIn } from './assessment-views.ts'

/** Refuses what nobody may write: answers of a closed cycle (`cycle-closed`) and in a locked section (`section-locked`). */
export function assertOpen(cache: RecordCache, assessmentId: string, criterion: string): FrameworkContent {
  const assessment = assessmentIn(cache, assessmentId)
  const cycle = cycleIn(cache, assessment.cycleId)
  if (cycle.isClosed) throw new AppError('cycle-closed')
  const content = contentOf(cache, cycle)
  const standard = standardsOf(content).find(({ criteria }) =>
    criteria.some(({ code }) => code === criterion),
  )
  if (standard !== undefined && sectionOf(assessment, standard.code).isLocked)
    throw new AppError('section-locked', { standard: standard.code })
  return content
}

function assertValid(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new AppError('invalid-record', { count: errors.length }, [...problems])
}

export type AnswerWrite = {
  readonly assessmentId: string
  readonly criterion: string
  readonly revision: number | null
  readonly text: AnswerText
}

async function store(tx: Writer, write: AnswerWrite, fields: (before: AnswerFields) => AnswerFields) {
  const { assessmentId, criterion, revision } = write
  const id = await findAnswer(tx.trx, assessmentId, criterion)
  if (id === undefined && revision === null)
    return answerStore.insert(tx, fields(emptyAnswer(assessmentId, criterion)))
  // Somebody else was first, or removed it: the writer has to see that before writing over it.
  if (id === undefined || revision === null) throw new AppError('conflict', { entity: 'answer' })
  const before = await answerStore.get(tx.trx, id)
  return answerStore.update(tx, { id, revision }, fields(withoutMeta(before)))
}

/** Writes the answer to a criterion. A changed text has the person at work as its author and loses its approval. */
export async function writeAnswer(
  context: DataContext,
  write: AnswerWrite,
): Promise<{ answer: Answer; problems: Problem[] }> {
  const cache = await context.registers().upToDate()
  const content = assertOpen(cache, write.assessmentId, write.criterion)
  const shown = { ...emptyAnswer(write.assessmentId, write.criterion), ...write.text }
  const problems = checkAnswer(shown, content)
  assertValid(problems)
  const answer = await context
    .database()
    .write((tx) =>
      store(tx, write, (before) => rewrite(before, { ...before, ...write.text }, context.working.id)),
    )
  return { answer, problems }
}

/** Moves a text on its way; refuses with `invalid-record` and the rule that forbids it. */
export async function moveAnswer(
  context: DataContext,
  reference: RevisionReference,
  move: Move,
  note = '',
): Promise<Answer> {
  const cache = await context.registers().upToDate()
  const personId = context.working.id
  const person = personId === null ? undefined : cache.person.get(personId)
  const mover = { personId, mayReview: person === undefined || may(person.role, 'review-answer') }
  return context.database().write(async (tx) => {
    const before = await answerStore.get(tx.trx, reference.id)
    assertOpen(cache, before.assessmentId, before.criterion)
    const fields = withoutMeta<AnswerFields>(before)
    assertValid(checkMove(fields, move, mover, note))
    return answerStore.update(tx, reference, applyMove(fields, move, mover, note))
  })
}
