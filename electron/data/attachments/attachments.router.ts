import { implement } from '@orpc/server'
import type { Attachment } from '../../../shared/attachments/attachment.ts'
import { attachmentsContract } from '../../../shared/attachments/attachments.contract.ts'
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
import { assertSizes, type ChosenFile, readChosenFile } from './kept-files.ts'
import { assertReferencesLive } from '../workspace/references.ts'

async function addFiles(context: DataContext, owner: RecordReference, files: readonly FileGrant[]) {
  // All of them are read before anything is written.
  await assertSizes(context, files)
  const contents: ChosenFile[] = []
  for (const file of files) contents.push(await readChosenFile(context, file))
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
