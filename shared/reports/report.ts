import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { languageSchema } from '../kernel/record.ts'
import { overviewSchema } from '../overview/overview.ts'
import { doubleDegreeReportSchema } from './double-degree.ts'

/** `summary`: the rector's page; `double-degree`: the yearly report of plan item 63. */
export const reportKindSchema = z.enum(['summary', 'double-degree'])
export type ReportKind = z.infer<typeof reportKindSchema>

export const reportFormatSchema = z.enum(['pdf', 'xlsx', 'json'])
export type ReportFormat = z.infer<typeof reportFormatSchema>

/** Which report, for which academic year (year of its September), as of which day, in which language. */
export const reportRequestSchema = z.object({
  academicYear: z.number().int().min(1990).max(2199),
  on: daySchema,
  language: languageSchema,
})
export type ReportRequest = z.infer<typeof reportRequestSchema>

/** What the rector's page is made from: the state of the register on the day and the year's double-degree numbers. */
export const rectorSummarySchema = z.object({
  overview: overviewSchema,
  doubleDegree: doubleDegreeReportSchema,
})
export type RectorSummary = z.infer<typeof rectorSummarySchema>
