import { createHash } from 'node:crypto'
import {
  type Attachment,
  attachmentSchema,
  maxAttachmentSize,
} from '../../../shared/attachments/attachment.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import type { Entity, RecordReference } from '../../../shared/kernel/record.ts'
import type { DataContext } from '../context.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import { addAttachment, removeAttachment } from './attachment.repository.ts'
import { mediaTypeOf } from './media-type.ts'

export { readAttachment as readKeptFile } from './attachment.repository.ts'

/** A chosen file with its content and the lower-case hexadecimal SHA-256 of it. */
export type ChosenFile = {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
  readonly sha256: string
}

/** Refuses with `attachment-too-large` what a record does not take. */
export async function assertSizes(context: DataContext, files: readonly FileGrant[]): Promise<void> {
  for (const file of files) {
    if ((await context.files.size(file)) > maxAttachmentSize)
      throw new AppError('attachment-too-large', { name: file.name, limit: maxAttachmentSize / 1024 / 1024 })
  }
}

/** Reads a chosen file as a record keeps it; refuses with `file-unreadable`. */
export async function readChosenFile(context: DataContext, file: FileGrant): Promise<ChosenFile> {
  const content = await context.files.read(file)
  return {
    name: file.name.slice(0, 300),
    mediaType: mediaTypeOf(file.name, content),
    content,
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}

/** Keeps the file with the record, in the place of every file that it had; those stay in the history. */
export async function keepOnlyFile(tx: Writer, owner: RecordReference, file: ChosenFile): Promise<void> {
  const former = (await listKeptFiles(tx.trx, owner.entity, owner.id)).get(owner.id) ?? []
  for (const { id } of former) await removeAttachment(tx, id)
  await addAttachment(tx, owner, file)
}

/**
 * The files that are kept with records of one kind and whose content is there, by record, the newest last. A file whose
 * content is gone is left out. `ownerId` null: of all records.
 */
export async function listKeptFiles(
  db: Reader,
  entity: Entity,
  ownerId: string | null = null,
): Promise<Map<string, Attachment[]>> {
  const all = db
    .selectFrom('attachment')
    .innerJoin('attachment_content', 'attachment_content.sha256', 'attachment.sha256')
    .select(['attachment.id', 'attachment.owner_id', 'attachment.name', 'attachment.media_type'])
    .select(['attachment.sha256', 'attachment.added_at', 'attachment_content.size'])
    .where('attachment.owner_entity', '=', entity)
    .where('attachment.removed_at', 'is', null)
    .orderBy('attachment.id')
  const rows = await (ownerId === null ? all : all.where('attachment.owner_id', '=', ownerId)).execute()
  const files = new Map<string, Attachment[]>()
  for (const row of rows) {
    const file = attachmentSchema.parse({
      id: row.id,
      owner: { entity, id: row.owner_id },
      name: row.name,
      mediaType: row.media_type,
      size: row.size,
      sha256: row.sha256,
      addedAt: row.added_at,
    })
    files.set(row.owner_id, [...(files.get(row.owner_id) ?? []), file])
  }
  return files
}
