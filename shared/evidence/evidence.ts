import { z } from 'zod'
import { evidenceTypeSchema } from '../frameworks/framework.ts'
import { daySchema } from '../kernel/day.ts'
import { idSchema, languageSchema, localizedTextSchema, recordMetaSchema } from '../kernel/record.ts'

/** Who may see a piece of evidence: confidential ones are left out of what is handed to reviewers. */
export const confidentialitySchema = z.enum(['public', 'internal', 'confidential'])

/** Something that shows how a criterion is met: a file kept with the record, or a page on the web. */
export const evidenceFieldsSchema = z.object({
  names: localizedTextSchema,
  kind: z.enum(['file', 'link']),
  types: z.array(evidenceTypeSchema).max(12),
  /** Address of a page, `https://…`; empty for a file. */
  url: z.string().trim().max(2000),
  /** The day on which the page was looked at; null: never. */
  checkedOn: daySchema.nullable(),
  /** Whether the page was there on that day; null: never looked. */
  isReachable: z.boolean().nullable(),
  ownerId: idSchema.nullable(),
  /** The last day on which it may be used; null: it does not age. */
  validUntil: daySchema.nullable(),
  confidentiality: confidentialitySchema,
  tags: z.array(z.string().trim().min(1).max(60)).max(30),
  languages: z.array(languageSchema).max(3),
  notes: z.string().max(10_000),
  /** SHA-256 of the file's content when it was added; empty for a link. The content itself is an attachment. */
  fileSha256: z.string().regex(/^([0-9a-f]{64})?$/),
})
export type EvidenceFields = z.infer<typeof evidenceFieldsSchema>

export const evidenceSchema = recordMetaSchema.extend(evidenceFieldsSchema.shape)
export type Evidence = z.infer<typeof evidenceSchema>
