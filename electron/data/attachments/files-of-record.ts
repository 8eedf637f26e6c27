import type { Attachment } from '../../../shared/attachments/attachment.ts'
import type { RecordReference } from '../../../shared/kernel/record.ts'
import type { Reader } from '../workspace/database.ts'
import { listAttachments, readAttachment } from './attachment.repository.ts'

/** The file that was attached to the record last; an earlier one was replaced by it. */
export async function newestFile(db: Reader, owner: RecordReference): Promise<Attachment | undefined> {
  return (await listAttachments(db, owner)).at(-1)
}

/** The content of an attachment; refuses with `attachment-damaged` when it is not what was stored. */
export async function contentOfFile(db: Reader, id: string): Promise<Uint8Array> {
  return (await readAttachment(db, id)).content
}
