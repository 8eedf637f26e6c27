import type { z } from 'zod'
import { type Entity, entitySchema } from '../../../shared/kernel/record.ts'
import type { auditRowSchema } from '../../../shared/workspace/workspace.contract.ts'
import type { Reader } from './database.ts'
import type { AuditTable } from './workspace.table.ts'

type AuditRow = z.infer<typeof auditRowSchema>

/** Audit rows of one record and of its attachments, newest first. An attachment's row shows as a change of its owner. */
export async function readHistory(db: Reader, entity: Entity, id: string): Promise<AuditRow[]> {
  const own = await db
    .selectFrom('audit')
    .selectAll()
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .execute()
  const attached = await db
    .selectFrom('audit')
    .innerJoin('attachment', 'attachment.id', 'audit.entity_id')
    .selectAll('audit')
    .where('audit.entity', '=', 'attachment')
    .where('attachment.owner_entity', '=', entity)
    .where('attachment.owner_id', '=', id)
    .execute()
  const rows = [
    ...own.map((row) => toHistoryRow(row)),
    ...attached.map((row): AuditRow => ({
      ...toHistoryRow(row),
      action: 'change',
      record: { entity, id },
      fields: ['attachments'],
    })),
  ]
  return rows.toSorted((a, b) => b.sequence - a.sequence)
}

function toHistoryRow(row: AuditTable): AuditRow {
  const entity = entitySchema.safeParse(row.entity)
  return {
    sequence: row.sequence,
    at: row.at,
    actor: row.actor,
    action: row.action,
    record: entity.success ? { entity: entity.data, id: row.entity_id } : null,
    fields: row.action === 'change' ? changedFields(row.before_json, row.after_json) : [],
  }
}

/** Names of the fields whose values differ between the two texts. */
function changedFields(before: string | null, after: string | null): string[] {
  const [old, next] = [parseFields(before), parseFields(after)]
  const names = new Set([...Object.keys(old), ...Object.keys(next)])
  return [...names].filter((name) => JSON.stringify(old[name]) !== JSON.stringify(next[name]))
}

function parseFields(json: string | null): Record<string, unknown> {
  const value: unknown = json === null ? null : JSON.parse(json)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
