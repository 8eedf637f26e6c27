import { z } from 'zod'
import { idSchema, recordReferenceSchema } from '../kernel/record.ts'

/** A file kept with a record. The content is stored once per SHA-256, however many records use it. */
export const attachmentSchema = z.object({
  id: idSchema,
  owner: recordReferenceSchema,
  name: z.string().min(1).max(300),
  mediaType: z.string().max(200),
  /** Bytes. */
  size: z.number().int().min(0),
  /** Lower-case hexadecimal SHA-256 of the content. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: z.iso.datetime(),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** Largest file that a record takes, bytes. */
export const maxAttachmentSize = 50 * 1024 * 1024
