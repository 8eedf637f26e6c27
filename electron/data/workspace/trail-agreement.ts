import { sql } from 'kysely'
import { withoutMeta, type RecordMeta } from '../../../shared/kernel/record.ts'
import { allStores } from '../registers/record-stores.ts'
import type { Reader } from './database.ts'
import type { IntegrityFinding } from './integrity.ts'

/**
 * Where records and audit trail disagree: a record whose revision is not the number of its changes (rows at the end of
 * the trail were cut off, or added by hand), and a record that is not as its last change left it.
 */
export async function findTrailDisagreements(db: Reader): Promise<IntegrityFinding[]> {
  return [...(await findWrongRevisions(db)), ...(await findUnrecordedChanges(db))]
}

async function findWrongRevisions(db: Reader): Promise<IntegrityFinding[]> {
  const rows = await db
    .selectFrom('record')
    .leftJoin('audit', (join) =>
      join.onRef('audit.entity_id', '=', 'record.id').onRef('audit.entity', '=', 'record.entity'),
    )
    .select(({ fn }) => [
      'record.entity',
      'record.id',
      'record.revision',
      fn.count<number | string | bigint>('audit.sequence').as('changes'),
    ])
    .groupBy(['record.entity', 'record.id', 'record.revision'])
    .having(({ eb, fn }) => eb(fn.count('audit.sequence'), '<>', sql<number>`record.revision`))
    .orderBy('record.id')
    .execute()
  return rows.map(({ entity, id, revision, changes }) => ({
    check: 'audit',
    detail: `${entity} ${id}: revision ${revision}, ${Number(changes)} rows in the trail`,
  }))
}

async function findUnrecordedChanges(db: Reader): Promise<IntegrityFinding[]> {
  const findings: IntegrityFinding[] = []
  for (const store of allStores) {
    const { entity } = store
    const left = await lastStates(db, entity)
    const records: readonly RecordMeta[] = await store.listAll(db)
    for (const record of records) {
      const fields = differingFields(left.get(record.id) ?? {}, { ...withoutMeta(record) })
      if (fields.length === 0) continue
      findings.push({
        check: 'audit',
        detail: `${entity} ${record.id}: ${fields.join(', ')} not as the trail left it`,
      })
    }
  }
  return findings
}

/** The fields of each record as its last audit row left them. */
async function lastStates(db: Reader, entity: string): Promise<Map<string, Record<string, unknown>>> {
  const rows = await db
    .selectFrom('audit')
    .select(['entity_id', 'after_json'])
    .where('sequence', 'in', (inner) =>
      inner
        .selectFrom('audit')
        .select(({ fn }) => fn.max('sequence').as('last'))
        .where('entity', '=', entity)
        .groupBy('entity_id'),
    )
    .execute()
  return new Map(rows.map(({ entity_id, after_json }) => [entity_id, parseFields(after_json)]))
}

function parseFields(json: string | null): Record<string, unknown> {
  const value: unknown = json === null ? null : JSON.parse(json)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Fields that the trail knows and the record has otherwise. Fields of a later version are not in an older row. */
function differingFields(left: Record<string, unknown>, now: Record<string, unknown>): string[] {
  return Object.keys(left).filter((field) => JSON.stringify(left[field]) !== JSON.stringify(now[field]))
}
