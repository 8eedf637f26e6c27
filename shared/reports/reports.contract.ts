import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { fileGrantSchema, procedure, progressSchema } from '../kernel/contract-base.ts'
import { doubleDegreeReportSchema } from './double-degree.ts'
import { rectorSummarySchema, reportFormatSchema, reportKindSchema, reportRequestSchema } from './report.ts'

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
}
