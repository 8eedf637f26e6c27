import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { fileGrantSchema, procedure, progressSchema } from '../kernel/contract-base.ts'
import { idSchema, languageSchema, recordReferenceSchema } from '../kernel/record.ts'
import {
  importRunSchema,
  importSummarySchema,
  previewRowSchema,
  previewSchema,
  rowOutcomeSchema,
} from './import-result.ts'
import { pastedTableSchema } from './pasted-table.ts'
import { inspectionSchema, layoutSchema, sheetChoiceSchema } from './layout.ts'

export const importsContract = {
  /** Takes over a table from the clipboard; the token stands for it like that of a file until later tables push it out. */
  paste: procedure.input(pastedTableSchema).output(fileGrantSchema),
  /** Reads the file and proposes how to understand it. Nothing is compared with the register yet. */
  inspect: procedure.input(sheetChoiceSchema).output(inspectionSchema),
  /** Compares the rows with the register without writing. The preview stays in memory until the next ones push it out. */
  check: procedure
    .input(z.object({ choice: sheetChoiceSchema, layout: layoutSchema }))
    .output(eventIterator(progressSchema, previewSchema)),
  /** Part of a preview's rows, for a virtualised list. */
  rows: procedure
    .input(
      z.object({
        preview: idSchema,
        /** Empty: rows of every outcome. */
        outcomes: z.array(rowOutcomeSchema),
        /** Only rows with a warning or an error. */
        withProblems: z.boolean(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ rows: z.array(previewRowSchema), total: z.number().int() })),
  /**
   * Writes what the preview shows in one transaction; aborting writes nothing. Refused with `import-preview-outdated`
   * when the register has changed so that the result would be another.
   */
  apply: procedure
    .input(z.object({ preview: idSchema }))
    .output(eventIterator(progressSchema, importSummarySchema)),
  /** Writes the refused rows of a preview or of a past import as a workbook with the reasons beside them. */
  saveRefused: procedure
    .input(
      z.object({
        from: z.union([z.object({ preview: idSchema }), z.object({ batch: idSchema })]),
        to: fileGrantSchema,
        language: languageSchema,
      }),
    )
    .output(z.object({ rows: z.number().int() })),
  /** Writes an empty register with the names of all columns and a sheet that explains them. */
  saveTemplate: procedure.input(z.object({ to: fileGrantSchema, language: languageSchema })).output(z.void()),
  /** Imports of this workspace, newest first. */
  history: procedure.output(z.array(importSummarySchema)),
  /**
   * Takes an import back: records it made are removed, records it changed get their former fields. Refused with
   * `import-undo-changed`, naming them, when records were changed or used since; `leaveChanged` keeps those.
   */
  undo: procedure
    .input(z.object({ batch: idSchema, leaveChanged: z.boolean(), language: languageSchema }))
    .output(
      z.object({
        undone: z.number().int(),
        left: z.array(z.object({ record: recordReferenceSchema, label: z.string() })),
      }),
    ),
  /** The records of an import that an undo would have to leave, because they were changed or used since. */
  changedSince: procedure
    .input(z.object({ batch: idSchema, language: languageSchema }))
    .output(z.array(z.object({ record: recordReferenceSchema, label: z.string() }))),
  /** Everything in one step, as the command line needs it: inspect, match, check and, unless it is a dry run, import. */
  run: procedure
    .input(
      z.object({
        choice: sheetChoiceSchema,
        dryRun: z.boolean(),
        /** Where to write the refused rows; null: nowhere. The file is written only when there are some. */
        errorsTo: fileGrantSchema.nullable(),
        language: languageSchema,
      }),
    )
    .output(eventIterator(progressSchema, importRunSchema)),
}
