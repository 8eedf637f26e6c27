import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { frameworkCodeSchema } from '../../frameworks/framework.ts'
import { fileGrantSchema, procedure, progressSchema } from '../../kernel/contract-base.ts'
import { idSchema, languageSchema, localizedTextSchema } from '../../kernel/record.ts'

/** Which report of which assessment, in which structure, language and scale. */
export const selfEvaluationRequestSchema = z.object({
  assessmentId: idSchema,
  language: languageSchema,
  /** Code of the structure. */
  template: z.string().max(80),
  /** Code of the scale in which levels are stated; null: our own words. */
  scale: frameworkCodeSchema.nullable(),
})
export type SelfEvaluationRequest = z.infer<typeof selfEvaluationRequestSchema>

/** What becomes of a cited piece of evidence: handed over, a page on the web, withheld from reviewers, or lost. */
export const annexStateSchema = z.enum(['file', 'link', 'withheld', 'missing'])

/** What a person should know before the report leaves the house. */
export const selfEvaluationCheckSchema = z.object({
  applicable: z.number().int(),
  assessed: z.number().int(),
  approved: z.number().int(),
  annexes: z.array(z.object({ number: z.number().int(), name: z.string(), state: annexStateSchema })),
})

/** The self-evaluation report as files. */
export const selfEvaluationContract = {
  /** The structures that a report can have, the general one first. */
  templates: procedure.output(
    z.array(z.object({ code: z.string(), titles: localizedTextSchema, source: localizedTextSchema })),
  ),
  check: procedure.input(selfEvaluationRequestSchema).output(selfEvaluationCheckSchema),
  /** Writes the report to a file the person chose. Equal records and requests give equal bytes. */
  export: procedure
    .input(selfEvaluationRequestSchema.extend({ format: z.enum(['docx', 'pdf']), to: fileGrantSchema }))
    .output(eventIterator(progressSchema, z.object({ name: z.string(), bytes: z.number().int() }))),
  /**
   * Writes the annex files, or the read-only package for reviewers, as a folder or an archive. What is confidential
   * is left out of the package for reviewers and marked in its list. Refused with `report-folder-exists`.
   */
  package: procedure
    .input(
      selfEvaluationRequestSchema.extend({
        content: z.enum(['annexes', 'reviewers']),
        as: z.enum(['archive', 'folder']),
        to: fileGrantSchema,
      }),
    )
    .output(
      eventIterator(
        progressSchema,
        z.object({ name: z.string(), files: z.number().int(), bytes: z.number().int() }),
      ),
    ),
}
