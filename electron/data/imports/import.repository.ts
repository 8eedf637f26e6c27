import { createHash } from 'node:crypto'
import { z } from 'zod'
import { cellProblemSchema } from '../../../shared/imports/cell-problem.ts'
import {
  type ImportSummary,
  recordCountsSchema,
  rowCountsSchema,
} from '../../../shared/imports/import-result.ts'
import { headerSignature } from '../../../shared/imports/recognise-columns.ts'
import { cellSchema } from '../../../shared/imports/sheet.ts'
import { type ColumnTarget, columnTargetSchema } from '../../../shared/imports/target-fields.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import type { ImportBatchTable } from './import.table.ts'

/** Rows that were not taken, as they can be given back: the shown cells and what is wrong with them. */
export const refusedRowsSchema = z.object({
  titles: z.array(z.string()),
  rows: z.array(
    z.object({ row: z.number().int(), cells: z.array(cellSchema), problems: z.array(cellProblemSchema) }),
  ),
})
export type RefusedRows = z.infer<typeof refusedRowsSchema>

/** What is kept of an import beside the changes themselves. */
export type NewBatch = Pick<ImportSummary, 'fileName' | 'sheet' | 'rows' | 'records'> & {
  id: string
  sha256: string
  refused: RefusedRows
}

const summaryColumns = [
  'id',
  'at',
  'actor',
  'file_name',
  'sheet',
  'row_counts_json',
  'record_counts_json',
  'undone_at',
] as const

function toSummary(row: Pick<ImportBatchTable, (typeof summaryColumns)[number]>): ImportSummary {
  return {
    batch: row.id,
    at: row.at,
    actor: row.actor,
    fileName: row.file_name,
    sheet: row.sheet,
    rows: rowCountsSchema.parse(JSON.parse(row.row_counts_json)),
    records: recordCountsSchema.parse(JSON.parse(row.record_counts_json)),
    undoneAt: row.undone_at,
  }
}

/** Stores that an import happened; its changes are already in the audit trail under the same id. */
export async function insertBatch(tx: Writer, batch: NewBatch): Promise<void> {
  const row: ImportBatchTable = {
    id: batch.id,
    at: tx.at,
    actor: tx.actor,
    file_name: batch.fileName,
    file_sha256: batch.sha256,
    sheet: batch.sheet,
    row_counts_json: JSON.stringify(batch.rows),
    record_counts_json: JSON.stringify(batch.records),
    refused_json: JSON.stringify(batch.refused),
    undone_at: null,
  }
  await tx.trx.insertInto('import_batch').values(row).execute()
  const after = { fileName: row.file_name, sha256: row.file_sha256, rows: batch.rows, records: batch.records }
  await tx.audit.append({ action: 'create', entity: 'import', entityId: batch.id, before: null, after })
}

/** All imports, newest first. */
export async function listBatches(db: Reader): Promise<ImportSummary[]> {
  const rows = await db
    .selectFrom('import_batch')
    .select(summaryColumns)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toSummary)
}

/** One import; refuses with `not-found`. */
export async function getBatch(db: Reader, id: string): Promise<ImportSummary> {
  const row = await db
    .selectFrom('import_batch')
    .select(summaryColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  return toSummary(row)
}

/** The rows that an import did not take; refuses with `not-found`. */
export async function readRefused(db: Reader, id: string): Promise<RefusedRows> {
  const row = await db
    .selectFrom('import_batch')
    .select('refused_json')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  return refusedRowsSchema.parse(JSON.parse(row.refused_json))
}

/** Notes that an import was taken back. */
export async function markUndone(tx: Writer, id: string): Promise<void> {
  await tx.trx.updateTable('import_batch').set({ undone_at: tx.at }).where('id', '=', id).execute()
  await tx.audit.append({ action: 'remove', entity: 'import', entityId: id, before: null, after: null })
}

const signatureOf = (titles: readonly string[]): string =>
  createHash('sha256').update(headerSignature(titles), 'utf8').digest('hex')

/** What the columns of a layout meant last time; undefined: it was never imported. */
export async function readMapping(
  db: Reader,
  titles: readonly string[],
): Promise<ColumnTarget[] | undefined> {
  const row = await db
    .selectFrom('import_mapping')
    .select('mapping_json')
    .where('signature', '=', signatureOf(titles))
    .executeTakeFirst()
  if (row === undefined) return undefined
  // A field that a later version renamed makes the memory useless, not the import.
  return z.array(columnTargetSchema).safeParse(JSON.parse(row.mapping_json)).data
}

/** Remembers what the columns of a layout mean. */
export async function writeMapping(
  tx: Writer,
  titles: readonly string[],
  mapping: readonly ColumnTarget[],
): Promise<void> {
  const values = { mapping_json: JSON.stringify(mapping), used_at: tx.at }
  await tx.trx
    .insertInto('import_mapping')
    .values({ signature: signatureOf(titles), ...values })
    .onConflict((conflict) => conflict.column('signature').doUpdateSet(values))
    .execute()
}
