import type { Answer } from '../../../shared/assessment/answer.ts'
import type { Reader } from '../workspace/database.ts'
import { answerStore } from './assessment.repository.ts'

/** Answers with their texts, by id, for features that build on what an assessment says. */
export async function readAnswers(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Answer>> {
  return new Map((await answerStore.listByIds(db, ids)).map((answer) => [answer.id, answer]))
}
