import { implement } from '@orpc/server'
import { type Attachment, maxAttachmentSize } from '../../../shared/attachments/attachment.ts'
import { attachmentsContract } from '../../../shared/attachments/attachments.contract.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import type { RecordReference } from '../../../shared/kernel/record.ts'
import type { DataContext } from '../context.ts'
import {
  addAttachment,
  listAttachments,
  readAttachment,
  removeAttachment,
  restoreAttachment,
} from './attachment.repository.ts'
import { mediaTypeOf } from './media-type.ts'
import { assertReferencesLive } from '../workspace/references.ts'

/** Reads the chosen files one by one before anything is written; refuses with `attachment-too-large`. */
async function readFiles(context: DataContext, files: readonly FileGrant[]) {
  for (const file of files) {
    if ((await context.files.size(file)) > maxAttachmentSize) {
      throw new AppError('attachment-too-large', { name: file.name, limit: maxAttachmentSize / 1024 / 1024 })
    }
  }
  const contents = []
  for (const file of files) {
    const content = await context.files.read(file)
    contents.push({ name: file.name, mediaType: mediaTypeOf(file.name, content), content })
  }
  return contents
}

async function addFiles(context: DataContext, owner: RecordReference, files: readonly FileGrant[]) {
  const contents = await readFiles(context, files)
  return context.database().write(async (tx) => {
    await assertReferencesLive(tx.trx, [{ ...owner, field: 'owner' }])
    const added: Attachment[] = []
    for (const file of contents) added.push(await addAttachment(tx, owner, file))
    return added
  })
}

export function createAttachmentsRouter(context: DataContext) {
  const os = implement(attachmentsContract)
  return os.router({
    list: os.list.handler(({ input }) => listAttachments(context.database().reader, input.owner)),
    add: os.add.handler(({ input }) => addFiles(context, input.owner, input.files)),
    remove: os.remove.handler(({ input }) =>
      context.database().write((tx) => removeAttachment(tx, input.id)),
    ),
    restore: os.restore.handler(({ input }) =>
      context.database().write((tx) => restoreAttachment(tx, input.id)),
    ),
    saveAs: os.saveAs.handler(async ({ input }) => {
      const { content } = await readAttachment(context.database().reader, input.id)
      await context.files.write(input.to, content)
    }),
  })
}
