import { z } from 'zod'
import { fileGrantSchema, procedure } from '../kernel/contract-base.ts'
import { idSchema, recordReferenceSchema } from '../kernel/record.ts'
import { attachmentSchema } from './attachment.ts'

export const attachmentsContract = {
  list: procedure.input(z.object({ owner: recordReferenceSchema })).output(z.array(attachmentSchema)),
  add: procedure
    .input(z.object({ owner: recordReferenceSchema, files: z.array(fileGrantSchema).min(1).max(50) }))
    .output(z.array(attachmentSchema)),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  restore: procedure.input(z.object({ id: idSchema })).output(attachmentSchema),
  /** Writes the content to a file the person chose, after recomputing its hash. */
  saveAs: procedure.input(z.object({ id: idSchema, to: fileGrantSchema })).output(z.void()),
}
