import { z } from 'zod'
import { attachmentSchema } from '../attachments/attachment.ts'
import { strengthSchema } from '../frameworks/crosswalk.ts'
import { frameworkReferenceSchema, standardCodeSchema } from '../frameworks/framework.ts'
import { fileGrantSchema, procedure } from '../kernel/contract-base.ts'
import { daySchema } from '../kernel/day.ts'
import { recordProblemSchema } from '../kernel/problem.ts'
import { recordContract } from '../kernel/record-contract.ts'
import { idSchema, languageSchema, revisionReferenceSchema } from '../kernel/record.ts'
import {
  evidenceColumns,
  evidenceFieldsSchema,
  evidenceFilterSchema,
  evidenceSchema,
  evidenceSummarySchema,
  tagSchema,
} from './evidence.ts'

/** Most files that are added at one time. */
export const maxFilesAtOnce = 2000

/** Largest file that is shown inside the program, bytes; larger ones are saved and opened elsewhere. */
export const maxPreviewSize = 25 * 1024 * 1024

/** Where a piece is used: an answer to a criterion. */
export const evidenceUseSchema = z.object({
  evidenceId: idSchema,
  answerId: idSchema,
  assessmentId: idSchema,
  criterion: standardCodeSchema,
  framework: frameworkReferenceSchema,
  /** Cycle and scope, in the language asked for. */
  cycleName: z.string(),
  assessmentTitle: z.string(),
  /** Whether the text of the answer cites the piece. */
  isCited: z.boolean(),
})
export type EvidenceUse = z.infer<typeof evidenceUseSchema>

export const offeredEvidenceSchema = z.object({
  evidence: evidenceSummarySchema,
  reasons: z.array(
    z.object({
      kind: z.enum(['previous', 'crosswalk']),
      assessmentId: idSchema,
      framework: frameworkReferenceSchema,
      criterion: standardCodeSchema,
      strength: strengthSchema,
      cycleName: z.string(),
    }),
  ),
})
export type OfferedEvidence = z.infer<typeof offeredEvidenceSchema>

export const evidenceFindingSchema = recordProblemSchema.extend({
  /** The assessment and criterion of an answer without evidence; null: the finding is about a piece. */
  place: z.object({ assessmentId: idSchema, criterion: standardCodeSchema, title: z.string() }).nullable(),
})
export type EvidenceFindingRow = z.infer<typeof evidenceFindingSchema>

/** What adding files came to: new pieces, and files whose content a piece already has. */
export const addedFilesSchema = z.object({
  added: z.array(evidenceSchema),
  existing: z.array(z.object({ fileName: z.string(), id: idSchema, name: z.string() })),
})
export type AddedFiles = z.infer<typeof addedFilesSchema>

/** What a bulk edit changes; what is left out stays as it is. */
export const bulkChangeSchema = z.object({
  addTags: z.array(tagSchema).max(30).optional(),
  removeTags: z.array(tagSchema).max(30).optional(),
  ownerId: idSchema.nullable().optional(),
  validUntil: daySchema.nullable().optional(),
  confidentiality: evidenceFieldsSchema.shape.confidentiality.optional(),
})
export type BulkChange = z.infer<typeof bulkChangeSchema>

const asked = z.object({ language: languageSchema, on: daySchema })
const records = z.array(revisionReferenceSchema).min(1).max(20_000)

/** The library of evidence. `remove` is refused while something uses a piece; `removeEverywhere` takes it out of there. */
export const evidenceContract = {
  ...recordContract({
    record: evidenceSchema,
    fields: evidenceFieldsSchema,
    summary: evidenceSummarySchema,
    filter: evidenceFilterSchema,
    columns: evidenceColumns,
  }),
  /** Makes a piece of each file. A file whose content a piece already has makes none: that piece is named. */
  addFiles: procedure
    .input(z.object({ files: z.array(fileGrantSchema).min(1).max(maxFilesAtOnce), language: languageSchema }))
    .output(addedFilesSchema),
  /** Puts another file in the place of the piece's own, as a new edition of the same document. */
  replaceFile: procedure
    .input(revisionReferenceSchema.extend({ file: fileGrantSchema }))
    .output(evidenceSchema),
  /** Changes several pieces at once; returns how they were, for an undo with `saveMany`. */
  changeMany: procedure
    .input(z.object({ records, change: bulkChangeSchema }))
    .output(z.object({ changed: z.array(revisionReferenceSchema), before: z.array(evidenceSchema) })),
  /** Saves several pieces at once. */
  saveMany: procedure
    .input(
      z.object({
        records: z.array(revisionReferenceSchema.extend({ fields: evidenceFieldsSchema })).max(20_000),
      }),
    )
    .output(z.object({ changed: z.array(revisionReferenceSchema) })),
  /** Where the pieces are used. */
  uses: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(20_000), language: languageSchema }))
    .output(z.array(evidenceUseSchema)),
  /** Takes the pieces out of every answer and removes them. Refused where an answer may not be changed. */
  removeEverywhere: procedure
    .input(z.object({ records }))
    .output(z.object({ removed: z.array(revisionReferenceSchema), answerCount: z.number().int() })),
  /** Undoes that: the pieces come back, and the answers have them again. */
  restoreEverywhere: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(20_000) }))
    .output(z.object({ restored: z.array(revisionReferenceSchema), answerCount: z.number().int() })),
  /** What is wrong in the library, with the way out. */
  problems: procedure.input(asked).output(z.array(evidenceFindingSchema)),
  /** Evidence worth linking with the criterion. */
  offered: procedure
    .input(asked.extend({ assessmentId: idSchema, criterion: standardCodeSchema }))
    .output(z.array(offeredEvidenceSchema)),
  /** All tags in use, with the number of pieces. */
  tags: procedure.output(z.array(z.object({ tag: z.string(), count: z.number().int() }))),
  /** The file of the piece with its content as base64, for showing it; null content: it is too large to show. */
  preview: procedure
    .input(z.object({ id: idSchema }))
    .output(z.object({ file: attachmentSchema.nullable(), content: z.string().nullable() })),
}
