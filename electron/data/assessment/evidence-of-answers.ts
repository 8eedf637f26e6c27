import { type Answer, type AnswerFields, answerFieldsSchema } from '../../../shared/assessment/answer.ts'
import { rewrite } from '../../../shared/assessment/assessment-rules.ts'
import { withoutCitations } from '../../../shared/evidence/remove-citations.ts'
import { withoutMeta } from '../../../shared/kernel/record.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { chunksOf } from '../workspace/chunks.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import { answerStore } from './assessment.repository.ts'
import { assertOpen } from './write-answer.ts'

/** Ids of the answers that use any of the pieces, each once. */
function answersWith(cache: RecordCache, evidenceIds: Iterable<string>): string[] {
  const ids = new Set<string>()
  for (const evidenceId of evidenceIds) {
    for (const id of cache.links.sourcesOf(evidenceId)) if (cache.answer.has(id)) ids.add(id)
  }
  return [...ids]
}

/** The answers that use any of the pieces of evidence, with their texts. */
export function listAnswersWith(
  db: Reader,
  cache: RecordCache,
  evidenceIds: Iterable<string>,
): Promise<Answer[]> {
  return answerStore.listByIds(db, answersWith(cache, evidenceIds))
}

/**
 * Takes pieces of evidence out of every answer, with their citations in the texts; returns how many answers had any. An
 * approved text that loses evidence has to be approved again. Refuses with `cycle-closed` or `section-locked` when one of
 * the answers may not be changed.
 */
export async function takeOutOfAnswers(
  tx: Writer,
  cache: RecordCache,
  evidenceIds: ReadonlySet<string>,
  personId: string | null,
): Promise<number> {
  const answers = await listAnswersWith(tx.trx, cache, evidenceIds)
  for (const answer of answers) {
    assertOpen(cache, answer.assessmentId, answer.criterion)
    await answerStore.update(tx, answer, without(answer, evidenceIds, personId))
  }
  return answers.length
}

/** Undoes such a taking out; returns how many answers have evidence again. */
export async function giveBackToAnswers(
  tx: Writer,
  cache: RecordCache,
  losses: readonly Loss[],
  evidenceIds: ReadonlySet<string>,
): Promise<number> {
  let count = 0
  for (const loss of losses) if (await giveBack(tx, cache, loss, evidenceIds)) count += 1
  return count
}

function without(answer: Answer, ids: ReadonlySet<string>, personId: string | null): AnswerFields {
  const before = withoutMeta<AnswerFields>(answer)
  const after = {
    ...before,
    evidenceIds: before.evidenceIds.filter((id) => !ids.has(id)),
    narrative: withoutCitations(before.narrative, ids),
  }
  return rewrite(before, after, personId)
}

/** One change of an answer that came with a removal, as the audit trail keeps it. */
export type Loss = { readonly id: string; readonly before: AnswerFields; readonly after: AnswerFields }

/** The changes of answers that were written in the transactions that removed these pieces of evidence, which are still removed. */
export async function findLosses(db: Reader, ids: readonly string[]): Promise<Loss[]> {
  const moments = new Set<string>()
  for (const part of chunksOf(ids, 500)) {
    const rows = await db
      .selectFrom('record')
      .select('deleted_at')
      .where('id', 'in', part)
      .where('deleted_at', 'is not', null)
      .execute()
    for (const { deleted_at } of rows) if (deleted_at !== null) moments.add(deleted_at)
  }
  const losses: Loss[] = []
  for (const at of moments) {
    const rows = await db
      .selectFrom('audit')
      .select(['entity_id', 'before_json', 'after_json'])
      .where('entity', '=', 'answer')
      .where('action', '=', 'change')
      .where('at', '=', at)
      .execute()
    for (const { entity_id: id, before_json, after_json } of rows) {
      if (before_json !== null && after_json !== null)
        losses.push({ id, before: fieldsIn(before_json), after: fieldsIn(after_json) })
    }
  }
  return losses
}

const fieldsIn = (json: string): AnswerFields => answerFieldsSchema.parse(JSON.parse(json))

/** Gives an answer its evidence back; false: there is nothing to give back. */
async function giveBack(
  tx: Writer,
  cache: RecordCache,
  { id, before, after }: Loss,
  returned: ReadonlySet<string>,
): Promise<boolean> {
  const lost = before.evidenceIds.filter((each) => returned.has(each) && !after.evidenceIds.includes(each))
  const answer = await answerStore.find(tx.trx, id)
  if (lost.length === 0 || answer === undefined) return false
  assertOpen(cache, answer.assessmentId, answer.criterion)
  const now = withoutMeta<AnswerFields>(answer)
  const isUntouched = JSON.stringify(answerFieldsSchema.parse(now)) === JSON.stringify(after)
  await answerStore.update(tx, answer, isUntouched ? before : withEvidence(now, before, lost))
  return true
}

function withEvidence(now: AnswerFields, before: AnswerFields, lost: readonly string[]): AnswerFields {
  const evidenceIds = [...now.evidenceIds]
  for (const id of lost) {
    if (!evidenceIds.includes(id)) evidenceIds.splice(before.evidenceIds.indexOf(id), 0, id)
  }
  return { ...now, evidenceIds }
}
