import { z } from 'zod'
import { idSchema } from '../kernel/record.ts'
import { cellProblemSchema } from './cell-problem.ts'
import { skippedRowsSchema } from './skipped-rows.ts'

/** What becomes of a row. A refused row changes nothing. */
export const rowOutcomeSchema = z.enum(['new', 'changed', 'same', 'refused'])
export type RowOutcome = z.infer<typeof rowOutcomeSchema>

const count = z.number().int()

/** Rows by what becomes of them; `warned` are rows with a warning among those that are taken. */
export const rowCountsSchema = z.object({
  new: count,
  changed: count,
  same: count,
  refused: count,
  warned: count,
})
export type RowCounts = z.infer<typeof rowCountsSchema>

/** Rows below the header that hold no data, by what they are. */
export const skippedCountsSchema = z.object({
  empty: count,
  total: count,
  'repeated-header': count,
  numbering: count,
  section: count,
})
export type SkippedCounts = z.infer<typeof skippedCountsSchema>

const entityCountsSchema = z.object({ new: count, changed: count, same: count })

/** Records by kind and by what becomes of them. */
export const recordCountsSchema = z.object({
  partner: entityCountsSchema,
  agreement: entityCountsSchema,
  programme: entityCountsSchema,
  cohort: entityCountsSchema,
})
export type RecordCounts = z.infer<typeof recordCountsSchema>

/** What an import would do. */
export const previewSchema = z.object({
  id: idSchema,
  rows: rowCountsSchema,
  skipped: skippedCountsSchema,
  skippedRows: z.array(skippedRowsSchema),
  records: recordCountsSchema,
  /** Names of the columns, by their number from 0. */
  titles: z.array(z.string()),
})
export type Preview = z.infer<typeof previewSchema>

export const previewRowSchema = z.object({
  /** Row of the spreadsheet, from 1. */
  row: z.number().int(),
  outcome: rowOutcomeSchema,
  cells: z.array(z.string()),
  problems: z.array(cellProblemSchema),
})
export type PreviewRow = z.infer<typeof previewRowSchema>

/** One import that was written. */
export const importSummarySchema = z.object({
  /** Null: there was nothing to write. */
  batch: idSchema.nullable(),
  at: z.iso.datetime(),
  actor: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  rows: rowCountsSchema,
  records: recordCountsSchema,
  undoneAt: z.iso.datetime().nullable(),
})
export type ImportSummary = z.infer<typeof importSummarySchema>

/** The answer of `run`. */
export const importRunSchema = z.object({
  dryRun: z.boolean(),
  batch: idSchema.nullable(),
  rows: rowCountsSchema,
  skipped: skippedCountsSchema,
  records: recordCountsSchema,
  /** The first refused rows with their reasons. */
  refused: z.array(previewRowSchema),
  /** Whether the refused rows were written to the file asked for. */
  errorsWritten: z.boolean(),
})
export type ImportRun = z.infer<typeof importRunSchema>
