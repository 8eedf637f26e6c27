import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { type Attachment, attachmentSchema } from '../../../shared/attachments/attachment.ts'
import type { RecordReference } from '../../../shared/kernel/record.ts'
import { chunksOf } from '../workspace/chunks.ts'
import type { Reader, Writer } from '../workspace/database.ts'

const liveAttachments = (db: Reader) =>
  db
    .selectFrom('attachment')
    .innerJoin('attachment_content', 'attachment_content.sha256', 'attachment.sha256')
    .select([
      'attachment.id',
      'attachment.owner_entity',
      'attachment.owner_id',
      'attachment.name',
      'attachment.media_type',
      'attachment.sha256',
      'attachment.added_at',
      'attachment_content.size',
    ])

type AttachmentRow = Awaited<ReturnType<ReturnType<typeof liveAttachments>['execute']>>[number]

const toAttachment = (row: AttachmentRow): Attachment => ({
  id: row.id,
  owner: { entity: row.owner_entity, id: row.owner_id },
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
  addedAt: row.added_at,
})

/** Live attachments of one record, oldest first. */
export async function listAttachments(db: Reader, owner: RecordReference): Promise<Attachment[]> {
  const rows = await liveAttachments(db)
    .where('attachment.owner_entity', '=', owner.entity)
    .where('attachment.owner_id', '=', owner.id)
    .where('attachment.removed_at', 'is', null)
    .orderBy('attachment.id')
    .execute()
  return rows.map(toAttachment)
}

/** The attachment, also a removed one; refuses with `not-found`. */
async function getAttachment(db: Reader, id: string): Promise<Attachment> {
  const row = await liveAttachments(db).where('attachment.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { entity: 'attachment' })
  return toAttachment(row)
}

/** Number of live attachments by owner; `null`: of all owners. Owners without any are left out. */
export async function countAttachments(
  db: Reader,
  owners: readonly string[] | null,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const parts = owners === null ? [null] : chunksOf(owners, 500)
  for (const part of parts) {
    const live = db
      .selectFrom('attachment')
      .select(({ fn }) => ['owner_id', fn.countAll<number | string | bigint>().as('count')])
      .where('removed_at', 'is', null)
      .groupBy('owner_id')
    const rows = await (part === null ? live : live.where('owner_id', 'in', part)).execute()
    for (const { owner_id, count } of rows) counts.set(owner_id, Number(count))
  }
  return counts
}

/** Adds a file to a record; its content is stored unless the same content already is. */
export async function addAttachment(
  tx: Writer,
  owner: RecordReference,
  file: { name: string; mediaType: string; content: Uint8Array },
): Promise<Attachment> {
  const sha256 = createHash('sha256').update(file.content).digest('hex')
  await tx.trx
    .insertInto('attachment_content')
    .values({ sha256, size: file.content.byteLength, content: file.content })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  const attachment = attachmentSchema.parse({
    id: tx.newId(),
    owner,
    name: file.name,
    mediaType: file.mediaType,
    size: file.content.byteLength,
    sha256,
    addedAt: tx.at,
  })
  await tx.trx
    .insertInto('attachment')
    .values({
      id: attachment.id,
      owner_entity: owner.entity,
      owner_id: owner.id,
      name: attachment.name,
      media_type: attachment.mediaType,
      sha256,
      added_at: tx.at,
      removed_at: null,
    })
    .execute()
  await tx.audit.append({
    action: 'create',
    entity: 'attachment',
    entityId: attachment.id,
    before: null,
    after: attachment,
  })
  return attachment
}

/** Takes an attachment from its record, softly; removing it again changes nothing. */
export async function removeAttachment(tx: Writer, id: string): Promise<void> {
  const attachment = await getAttachment(tx.trx, id)
  const { numUpdatedRows } = await tx.trx
    .updateTable('attachment')
    .set({ removed_at: tx.at })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await tx.audit.append({
    action: 'remove',
    entity: 'attachment',
    entityId: id,
    before: attachment,
    after: null,
  })
}

/** Undoes a removal. */
export async function restoreAttachment(tx: Writer, id: string): Promise<Attachment> {
  const attachment = await getAttachment(tx.trx, id)
  const { numUpdatedRows } = await tx.trx
    .updateTable('attachment')
    .set({ removed_at: null })
    .where('id', '=', id)
    .where('removed_at', 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return attachment
  await tx.audit.append({
    action: 'restore',
    entity: 'attachment',
    entityId: id,
    before: null,
    after: attachment,
  })
  return attachment
}

/** An attachment with its content; refuses with `attachment-damaged` when the content no longer has its SHA-256. */
export async function readAttachment(db: Reader, id: string): Promise<Attachment & { content: Uint8Array }> {
  const attachment = await getAttachment(db, id)
  const row = await db
    .selectFrom('attachment_content')
    .select('content')
    .where('sha256', '=', attachment.sha256)
    .executeTakeFirst()
  const content = row?.content ?? new Uint8Array()
  const actual = createHash('sha256').update(content).digest('hex')
  if (actual !== attachment.sha256) throw new AppError('attachment-damaged', { name: attachment.name })
  return { ...attachment, content }
}
