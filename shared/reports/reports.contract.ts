import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { fileGrantSchema, procedure, progressSchema } from '../kernel/contract-base.ts'
import { daySchema } from '../kernel/day.ts'
import { doubleDegreeReportSchema } from './double-degree.ts'
import { rectorSummarySchema, reportFormatSchema, reportKindSchema, reportRequestSchema } from './report.ts'

/** A cell of a table that is written as it is shown; null: empty. */
const tableCellSchema = z.union([z.string(), z.number(), z.object({ day: daySchema }), z.null()])
export type TableCell = z.infer<typeof tableCellSchema>

export const reportsContract = {
  /** Academic years for which the register has programmes or learner counts, newest first; the present one is always there. */
  years: procedure.output(z.array(z.number().int())),
  doubleDegree: procedure.input(reportRequestSchema).output(doubleDegreeReportSchema),
  summary: procedure.input(reportRequestSchema).output(rectorSummarySchema),
  /** Writes a report to a file the person chose. Equal records, day and language give equal bytes. */
  export: procedure
    .input(
      reportRequestSchema.extend({
        report: reportKindSchema,
        format: reportFormatSchema,
        to: fileGrantSchema,
      }),
    )
    .output(
      eventIterator(
        progressSchema,
        z.object({ name: z.string(), size: z.number().int(), sha256: z.string() }),
      ),
    ),
  /** Writes a table as the page shows it, with its columns, order and filter, to a workbook. */
  saveTable: procedure
    .input(
      z.object({
        to: fileGrantSchema,
        /** Name of the sheet. */
        name: z.string().max(200),
        header: z.array(z.string()).min(1).max(100),
        rows: z.array(z.array(tableCellSchema)).max(20_000),
      }),
    )
    .output(z.object({ rows: z.number().int() })),
  /** Writes a picture that the page drew to a file the person chose. */
  savePicture: procedure
    .input(
      z.object({
        to: fileGrantSchema,
        format: z.enum(['svg', 'png']),
        /** The document of an SVG; the bytes of a PNG in Base64. */
        content: z.string().max(40_000_000),
      }),
    )
    .output(z.object({ size: z.number().int() })),
}
