import { z } from 'zod'
import { agreementStatusSchema } from '../agreements/agreement.ts'
import { daySchema } from '../kernel/day.ts'
import { severitySchema } from '../kernel/problem.ts'
import { registerEntitySchema, localizedTextSchema, recordReferenceSchema } from '../kernel/record.ts'
import { levelSchema } from '../programmes/programme.ts'
import { comparisonSchema, figureSchema, sourceSchema } from '../reports/figure.ts'

/** An agreement whose end or notice day is near, with the reason beside the fact. */
export const lapsingAgreementSchema = z.object({
  record: recordReferenceSchema,
  number: z.string(),
  title: z.string(),
  partnerNames: z.string(),
  status: agreementStatusSchema,
  endsOn: daySchema.nullable(),
  daysLeft: z.number().int().nullable(),
  noticeBy: daySchema.nullable(),
  /** An agreement that renews it is being prepared or already signed. */
  hasSuccessor: z.boolean(),
})
export type LapsingAgreement = z.infer<typeof lapsingAgreementSchema>

export const deadlineKindSchema = z.enum([
  'agreement-end',
  'agreement-notice',
  'action-due',
  'action-check',
  'accreditation-end',
  'accreditation-condition',
  'ministry',
])

/** Something with a day by which it must be done. */
export const upcomingDeadlineSchema = z.object({
  kind: deadlineKindSchema,
  on: daySchema,
  daysLeft: z.number().int(),
  /** What it is about; null: a duty towards the ministry. */
  record: recordReferenceSchema.nullable(),
  title: z.string(),
  detail: z.string(),
})
export type UpcomingDeadline = z.infer<typeof upcomingDeadlineSchema>

/** What endangers the double-degree work; the texts are in `overview.json` under `risks`. */
export const riskKindSchema = z.enum([
  'lapsed-with-programmes',
  'ends-without-renewal',
  'programme-without-agreement',
  'programme-errors',
  'agreement-errors',
  'notice-due',
  'without-counts',
  'contingent-fell',
  'declarative',
  'accreditation-refused',
  'accreditation-ends-early',
])

export const riskSchema = z.object({
  kind: riskKindSchema,
  level: z.enum(['high', 'medium']),
  figure: figureSchema,
  /** The first few of the records, as people call them. */
  examples: z.array(z.string()),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Risk = z.infer<typeof riskSchema>

/** The state of the register on one day: what the overview shows and the rector's summary prints. */
export const overviewSchema = z.object({
  on: daySchema,
  /** Whose programmes and learners are shown, usually that of the day. */
  academicYear: z.number().int(),
  /** Instant of the last change in the workspace, UTC. */
  changedAt: z.string(),
  institution: localizedTextSchema,
  isSample: z.boolean(),
  agreements: z.object({
    total: figureSchema,
    /** Active, expiring and renewing together. */
    inForce: figureSchema,
    /** Every status, those that need action first. */
    byStatus: z.array(z.object({ status: agreementStatusSchema, figure: figureSchema })),
    declarative: figureSchema,
    /** The next to end, nearest first. */
    lapsing: z.array(lapsingAgreementSchema),
  }),
  programmes: z.object({
    /** Running in the academic year, all features. */
    running: figureSchema,
    doubleDegree: figureSchema,
    /** Level and format in use; the format is empty when the plan of study is. */
    cells: z.array(z.object({ level: levelSchema, format: z.string(), figure: figureSchema })),
  }),
  contingent: z.object({
    current: comparisonSchema,
    /** Academic years that have learner counts, oldest first, at most six. */
    trend: z.array(
      z.object({
        academicYear: z.number().int(),
        total: figureSchema,
        byLevel: z.object({ bachelor: figureSchema, master: figureSchema, doctoral: figureSchema }),
      }),
    ),
  }),
  partners: z.object({
    total: figureSchema,
    countries: figureSchema,
    /** Country code (empty: unknown), most partners first. */
    byCountry: z.array(z.object({ country: z.string(), figure: figureSchema })),
  }),
  deadlines: z.array(upcomingDeadlineSchema),
  problems: z.object({
    errors: z.number().int(),
    warnings: z.number().int(),
    /** Records that have problems of the severity, by kind of record. */
    records: z.array(
      z.object({ entity: registerEntitySchema, severity: severitySchema, figure: figureSchema }),
    ),
  }),
  risks: z.array(riskSchema),
  sources: z.array(sourceSchema),
})
export type Overview = z.infer<typeof overviewSchema>
