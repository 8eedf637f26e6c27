import { z } from 'zod'
import { manifestSchema } from '../exchange/manifest.ts'
import { receiptReasonSchema } from '../exchange/receipt.ts'
import { refusalSchema } from '../kernel/app-error.ts'
import { daySchema } from '../kernel/day.ts'
import { recordProblemSchema } from '../kernel/problem.ts'
import { idSchema, languageSchema, recordReferenceSchema } from '../kernel/record.ts'

/** The forms that this program fills. `DD-63` is the yearly double-degree report of plan item 63. */
export const formIdSchema = z.enum(['VP-15', 'VP-31', 'VP-32', 'VP-40', 'DD-63'])
export type FormId = z.infer<typeof formIdSchema>

/** Which form, for which academic year (year of its September), as of which day. */
export const formRequestSchema = z.object({
  form: formIdSchema,
  academicYear: z.number().int().min(1990).max(2199),
  /** The day on which agreements must be in force and computed values are taken. */
  on: daySchema,
  /** Language of names, headings and labels. */
  language: languageSchema,
})
export type FormRequest = z.infer<typeof formRequestSchema>

/** When something is due. */
export const deadlineSchema = z.object({
  /** The same for every year of the same duty. */
  id: z.string(),
  on: daySchema,
  title: z.string(),
  /** Document and place that set the deadline. */
  source: z.string(),
  form: formIdSchema.nullable(),
})
export type Deadline = z.infer<typeof deadlineSchema>

/** How far a package has come. */
export const packageStateSchema = z.enum([
  'ready',
  'sending',
  'needs_attention',
  'accepted',
  'partly_accepted',
  'rejected',
])
export type PackageState = z.infer<typeof packageStateSchema>

export const packageSummarySchema = z.object({
  id: idSchema,
  form: formIdSchema,
  academicYear: z.number().int(),
  on: daySchema,
  revision: z.number().int().min(1),
  fileName: z.string(),
  /** Bytes of the zip file. */
  size: z.number().int(),
  manifestSha256: z.string(),
  createdAt: z.iso.datetime(),
  state: packageStateSchema,
  rowCount: z.number().int(),
  warningCount: z.number().int(),
  isSample: z.boolean(),
})
export type PackageSummary = z.infer<typeof packageSummarySchema>

export const formOverviewSchema = z.object({
  form: formIdSchema,
  formVersion: z.string(),
  mappingVersion: z.string(),
  validFrom: daySchema,
  title: z.string(),
  purpose: z.string(),
  source: z.object({ document: z.string(), place: z.string() }),
  /** The tables of the form: the path of each in a package, and what it is called. */
  parts: z.array(z.object({ file: z.string(), title: z.string() })),
  deadline: deadlineSchema.nullable(),
  /** Latest package of the academic year; null: none yet. */
  latest: packageSummarySchema.nullable(),
})
export type FormOverview = z.infer<typeof formOverviewSchema>

/** Everything that stands between the records and the form. */
export const preflightSchema = z.object({
  form: formIdSchema,
  academicYear: z.number().int(),
  on: daySchema,
  rowCount: z.number().int(),
  errors: z.array(recordProblemSchema),
  /** Must be accepted before a package is built; the package keeps them. */
  warnings: z.array(recordProblemSchema),
  /** Records of the form's subject that its selection leaves out, each with the reason. */
  leftOut: z.array(recordProblemSchema),
  /** Names exactly this set of warnings; a build accepts it or is refused. */
  warningsDigest: z.string(),
})
export type Preflight = z.infer<typeof preflightSchema>

export const previewColumnSchema = z.object({
  title: z.string(),
  /** Table of the platform; null: a column of our own. */
  table: z.string().nullable(),
  field: z.string(),
  isNumeric: z.boolean(),
})

export const previewSectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  /** Rows that the section has in all. */
  total: z.number().int(),
  columns: z.array(previewColumnSchema),
  rows: z.array(z.object({ cells: z.array(z.string()), record: recordReferenceSchema.nullable() })),
})
export type PreviewSection = z.infer<typeof previewSectionSchema>

export const submissionStateSchema = z.enum([
  'queued',
  'sending',
  'waiting',
  'processing',
  'answered',
  'blocked',
  'stopped',
])
export type SubmissionState = z.infer<typeof submissionStateSchema>

export const attemptSchema = z.object({
  number: z.number().int(),
  action: z.enum(['send', 'ask']),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  outcome: z.enum(['running', 'receipt', 'processing', 'unknown_key', 'retry', 'refused', 'interrupted']),
  httpStatus: z.number().int().nullable(),
  problem: refusalSchema.nullable(),
})
export type Attempt = z.infer<typeof attemptSchema>

export const rowAnswerSchema = z.object({
  file: z.string(),
  row: z.number().int(),
  outcome: z.enum(['accepted', 'rejected']),
  reasons: z.array(receiptReasonSchema),
  record: recordReferenceSchema.nullable(),
  label: z.string(),
})

/** A receipt as it was recorded, with our records beside the receiver's rows. */
export const recordedReceiptSchema = z.object({
  id: idSchema,
  receiptId: z.string(),
  receiver: z.string(),
  status: z.enum(['accepted', 'partly_accepted', 'rejected']),
  issuedAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  road: z.enum(['gateway', 'hand']),
  reasons: z.array(receiptReasonSchema),
  acceptedCount: z.number().int(),
  rejectedCount: z.number().int(),
  rows: z.array(rowAnswerSchema),
})
export type RecordedReceipt = z.infer<typeof recordedReceiptSchema>

export const submissionSchema = z.object({
  id: idSchema,
  packageId: idSchema,
  form: formIdSchema,
  academicYear: z.number().int(),
  revision: z.number().int(),
  fileName: z.string(),
  receiverName: z.string(),
  receiverUrl: z.string(),
  state: submissionStateSchema,
  createdAt: z.iso.datetime(),
  /** When the next attempt is due; null: none is planned. */
  nextAttemptAt: z.iso.datetime().nullable(),
  attemptCount: z.number().int(),
  /** Why the last attempt brought no receipt. */
  problem: refusalSchema.nullable(),
})
export type Submission = z.infer<typeof submissionSchema>

/** Why and since when the outbox sends nothing until a person says to go on. */
export const outboxPauseSchema = z.object({
  /** `restored`: the workspace is an older state of itself, and what was sent since is not known in it. */
  reason: z.enum(['restored']),
  at: z.iso.datetime(),
})
export type OutboxPause = z.infer<typeof outboxPauseSchema>

export const packageDetailSchema = z.object({
  summary: packageSummarySchema,
  manifest: manifestSchema,
  /** The revision whose hash the manifest names; null: this is the first, or it is not in this workspace. */
  previous: packageSummarySchema.nullable(),
  submissions: z.array(submissionSchema.extend({ attempts: z.array(attemptSchema) })),
  receipts: z.array(recordedReceiptSchema),
})
export type PackageDetail = z.infer<typeof packageDetailSchema>

/** Where packages go. The address is https; `hasCertificate`: only the stored CA certificate is trusted. */
export const receiverFieldsSchema = z.object({
  name: z.string().trim().min(1).max(200),
  url: z.string().trim().min(1).max(500),
})
export const receiverSchema = receiverFieldsSchema.extend({
  id: idSchema,
  certificate: z.object({ subject: z.string(), sha256: z.string(), validTo: z.iso.datetime() }).nullable(),
})
export type Receiver = z.infer<typeof receiverSchema>
