import { answerFieldsSchema } from '../../../shared/assessment/answer.ts'
import type { AnswerVersion } from '../../../shared/assessment/assessment.contract.ts'
import type { Reader } from '../workspace/database.ts'

/** Every state of one answer as the audit trail keeps it, newest first. */
export async function readAnswerHistory(db: Reader, id: string): Promise<AnswerVersion[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['sequence', 'at', 'actor', 'after_json'])
    .where('entity', '=', 'answer')
    .where('entity_id', '=', id)
    .orderBy('sequence', 'desc')
    .execute()
  return rows.flatMap(({ sequence, at, actor, after_json }) =>
    after_json === null
      ? []
      : [{ sequence, at, actor, fields: answerFieldsSchema.parse(JSON.parse(after_json)) }],
  )
}
