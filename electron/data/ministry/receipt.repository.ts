import { z } from 'zod'
import { type Receipt, receiptReasonSchema } from '../../../shared/exchange/receipt.ts'
import type { RecordedReceipt } from '../../../shared/ministry/ministry.ts'
import { chunksOf } from '../workspace/chunks.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import { listPackageRows } from './package.repository.ts'

const reasonsSchema = z.array(receiptReasonSchema)

/** A receipt to be recorded, with the road by which it came and its text as it came. */
export type NewReceipt = {
  readonly packageId: string
  readonly submissionId: string | null
  readonly road: RecordedReceipt['road']
  readonly receipt: Receipt
  readonly text: string
}

/** Records a receipt for good; false: it was recorded before, nothing changed. */
export async function insertReceipt(tx: Writer, added: NewReceipt): Promise<boolean> {
  const { receipt } = added
  const known = await tx.trx
    .selectFrom('receipt')
    .select('id')
    .where('package_id', '=', added.packageId)
    .where('receipt_id', '=', receipt.receiptId)
    .executeTakeFirst()
  if (known !== undefined) return false
  const id = tx.newId()
  const row = {
    id,
    package_id: added.packageId,
    submission_id: added.submissionId,
    road: added.road,
    receipt_id: receipt.receiptId,
    receiver: receipt.receiver,
    status: receipt.status,
    reasons_json: JSON.stringify(receipt.reasons),
    issued_at: receipt.issuedAt,
    recorded_at: tx.at,
  }
  await tx.trx
    .insertInto('receipt')
    .values({ ...row, content: added.text })
    .execute()
  const rows = receipt.rows.map(({ file, row: position, outcome, reasons }) => ({
    answer_id: id,
    file,
    position,
    outcome,
    reasons_json: JSON.stringify(reasons),
  }))
  for (const part of chunksOf(rows, 500)) await tx.trx.insertInto('receipt_row').values(part).execute()
  await tx.audit.append({ action: 'create', entity: 'receipt', entityId: id, before: null, after: row })
  return true
}

/** Receipts of a package, newest first, with our records beside the rows. */
export async function listReceipts(db: Reader, packageId: string): Promise<RecordedReceipt[]> {
  const rows = await db
    .selectFrom('receipt')
    .selectAll()
    .where('package_id', '=', packageId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const sources = new Map(
    (await listPackageRows(db, packageId)).map((row) => [`${row.row} ${row.file}`, row]),
  )
  const receipts: RecordedReceipt[] = []
  for (const row of rows) {
    const answers = await db
      .selectFrom('receipt_row')
      .selectAll()
      .where('answer_id', '=', row.id)
      .orderBy('file')
      .orderBy('position')
      .execute()
    const answered = answers.map((answer) => {
      const source = sources.get(`${answer.position} ${answer.file}`)
      return {
        file: answer.file,
        row: answer.position,
        outcome: answer.outcome,
        reasons: reasonsSchema.parse(JSON.parse(answer.reasons_json)),
        record: source?.record ?? null,
        label: source?.label ?? '',
      }
    })
    const rejectedCount = answered.filter(({ outcome }) => outcome === 'rejected').length
    receipts.push({
      id: row.id,
      receiptId: row.receipt_id,
      receiver: row.receiver,
      status: row.status,
      issuedAt: row.issued_at,
      recordedAt: row.recorded_at,
      road: row.road,
      reasons: reasonsSchema.parse(JSON.parse(row.reasons_json)),
      acceptedCount: answered.length - rejectedCount,
      rejectedCount,
      rows: answered,
    })
  }
  return receipts
}
