import { chunksOf } from './chunks.ts'
import type { Reader, Writer } from './database.ts'
import type { Dependents } from './references.ts'

/** Live records that point at any of the ids with a link row, by kind. */
export async function linkedFrom(db: Reader, ids: readonly string[]): Promise<Dependents> {
  const dependents: Record<string, string[]> = {}
  for (const part of chunksOf(ids, 500)) {
    const rows = await db
      .selectFrom('record_link')
      .innerJoin('record', 'record.id', 'record_link.source_id')
      .select(['record.id', 'record.entity'])
      .where('record_link.target_id', 'in', part)
      .where('record.deleted_at', 'is', null)
      .execute()
    for (const { id, entity } of rows) (dependents[entity] ??= []).push(id)
  }
  return dependents satisfies Dependents
}

/** Makes the link rows of a record those of the ids, and touches only what differs. */
export async function writeLinks(tx: Writer, sourceId: string, targetIds: readonly string[]): Promise<void> {
  const stored = await tx.trx
    .selectFrom('record_link')
    .select('target_id')
    .where('source_id', '=', sourceId)
    .execute()
  const before = new Set(stored.map(({ target_id }) => target_id))
  const after = new Set(targetIds)
  const gone = [...before].filter((id) => !after.has(id))
  const rows = [...after]
    .filter((id) => !before.has(id))
    .map((target_id) => ({ source_id: sourceId, target_id }))
  for (const part of chunksOf(gone, 500)) {
    await tx.trx
      .deleteFrom('record_link')
      .where('source_id', '=', sourceId)
      .where('target_id', 'in', part)
      .execute()
  }
  for (const part of chunksOf(rows, 500)) await tx.trx.insertInto('record_link').values(part).execute()
}
