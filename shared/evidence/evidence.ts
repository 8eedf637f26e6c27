import { z } from 'zod'
import { evidenceTypeSchema } from '../frameworks/framework.ts'
import { addDays } from '../kernel/calendar.ts'
import { type Day, daySchema } from '../kernel/day.ts'
import { idSchema, languageSchema, localizedTextSchema, recordMetaSchema } from '../kernel/record.ts'

/** Who may see a piece of evidence: confidential ones are left out of what is handed to reviewers. */
export const confidentialitySchema = z.enum(['public', 'internal', 'confidential'])

export const evidenceKindSchema = z.enum(['file', 'link'])

export const tagSchema = z.string().trim().min(1).max(60)

/** Something that shows how a criterion is met: a file kept with the record, or a page on the web. */
export const evidenceFieldsSchema = z.object({
  names: localizedTextSchema,
  kind: evidenceKindSchema,
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
  tags: z.array(tagSchema).max(30),
  languages: z.array(languageSchema).max(3),
  notes: z.string().max(10_000),
  /** SHA-256 of the file's content when it was added; empty for a link. The content itself is an attachment. */
  fileSha256: z.string().regex(/^([0-9a-f]{64})?$/),
})
export type EvidenceFields = z.infer<typeof evidenceFieldsSchema>

export const evidenceSchema = recordMetaSchema.extend(evidenceFieldsSchema.shape)
export type Evidence = z.infer<typeof evidenceSchema>

/** Whether a piece may still be used: `expiring` ends within the next 90 days. */
export const validitySchema = z.enum(['valid', 'expiring', 'outdated'])
export type Validity = z.infer<typeof validitySchema>

const noticeDays = 90

/** How a piece stands on the day; its last day is a day on which it may be used. */
export function validityOn({ validUntil }: Pick<EvidenceFields, 'validUntil'>, on: Day): Validity {
  if (validUntil === null) return 'valid'
  if (validUntil < on) return 'outdated'
  return validUntil <= addDays(on, noticeDays) ? 'expiring' : 'valid'
}

/** A piece of evidence as a row of the library. */
export const evidenceSummarySchema = evidenceSchema
  .omit({ createdAt: true, updatedAt: true, notes: true })
  .extend({
    name: z.string(),
    ownerName: z.string(),
    validity: validitySchema,
    /** Answers, actions and the like that use it. */
    useCount: z.number().int(),
    /** The day on which it was added. */
    addedOn: daySchema,
  })
export type EvidenceSummary = z.infer<typeof evidenceSummarySchema>

export const evidenceFilterSchema = z.object({
  kinds: z.array(evidenceKindSchema),
  types: z.array(evidenceTypeSchema),
  tags: z.array(z.string()),
  ownerIds: z.array(z.string()),
  validities: z.array(validitySchema),
  isUsed: z.boolean().nullable(),
  confidentialities: z.array(confidentialitySchema),
  languages: z.array(languageSchema),
  ids: z.array(z.string()).nullable(),
})
export type EvidenceFilter = z.infer<typeof evidenceFilterSchema>

/** The filter that leaves every piece in. */
export const allEvidence: EvidenceFilter = {
  kinds: [],
  types: [],
  tags: [],
  ownerIds: [],
  validities: [],
  isUsed: null,
  confidentialities: [],
  languages: [],
  ids: null,
}

export const evidenceColumns = [
  'name',
  'kind',
  'ownerName',
  'validUntil',
  'confidentiality',
  'useCount',
  'checkedOn',
  'addedOn',
] as const

/** A piece before anything is entered. */
export const emptyEvidence: EvidenceFields = {
  names: { kk: '', ru: '', en: '' },
  kind: 'link',
  types: [],
  url: '',
  checkedOn: null,
  isReachable: null,
  ownerId: null,
  validUntil: null,
  confidentiality: 'internal',
  tags: [],
  languages: [],
  notes: '',
  fileSha256: '',
}
