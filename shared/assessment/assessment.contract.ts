import { z } from 'zod'
import { frameworkContentSchema, liveNumberKeySchema, standardCodeSchema } from '../frameworks/framework.ts'
import { procedure } from '../kernel/contract-base.ts'
import { daySchema } from '../kernel/day.ts'
import { problemSchema } from '../kernel/problem.ts'
import { recordContract } from '../kernel/record-contract.ts'
import { idSchema, languageSchema, revisionReferenceSchema } from '../kernel/record.ts'
import { answerFieldsSchema, answerHeadSchema, answerSchema } from './answer.ts'
import { assessmentSchema, scopeSchema, sectionSchema } from './assessment.ts'
import { cycleFieldsSchema, cycleSchema, cycleSummarySchema } from './cycle.ts'
import { numberUnitSchema } from './rich-text.ts'

const { list: _list, ...cycleRecord } = recordContract({
  record: cycleSchema,
  fields: cycleFieldsSchema,
  summary: cycleSummarySchema,
  filter: z.object({}),
  columns: ['name'],
})

export const scoreSchema = z.object({
  applicable: z.number().int(),
  assessed: z.number().int(),
  approved: z.number().int(),
  progress: z.number().nullable(),
  score: z.number().nullable(),
})

/** One assessment of a cycle with its scores. */
export const assessmentSummarySchema = assessmentSchema.extend({
  /** What is assessed, in the language asked for. */
  title: z.string(),
  isDoubleDegree: z.boolean(),
  standards: z.array(scoreSchema.extend({ standard: standardCodeSchema })),
  total: scoreSchema,
})
export type AssessmentSummary = z.infer<typeof assessmentSummarySchema>

/** Everything about one assessment but the long texts. */
export const openAssessmentSchema = z.object({
  summary: assessmentSummarySchema,
  cycle: cycleSchema,
  content: frameworkContentSchema,
  answers: z.array(answerHeadSchema),
})
export type OpenAssessment = z.infer<typeof openAssessmentSchema>

/** One state of a text, as the audit trail keeps it. */
export const answerVersionSchema = z.object({
  sequence: z.number().int(),
  at: z.iso.datetime(),
  actor: z.string(),
  fields: answerFieldsSchema,
})
export type AnswerVersion = z.infer<typeof answerVersionSchema>

/** A number that the records give for a scope on a day. */
export const liveNumberSchema = z.object({
  key: liveNumberKeySchema,
  value: z.number(),
  unit: numberUnitSchema,
  asOf: daySchema,
  source: z.string(),
})
export type LiveNumber = z.infer<typeof liveNumberSchema>

/** What a person writes; the way of the text (stage, authors) is the service's to keep. */
export const answerTextSchema = answerFieldsSchema.omit({
  assessmentId: true,
  criterion: true,
  stage: true,
  writtenById: true,
  reviewedById: true,
  reviewNote: true,
})
export type AnswerText = z.infer<typeof answerTextSchema>

const asked = z.object({ language: languageSchema })
const savedAnswer = z.object({ answer: answerSchema, problems: z.array(problemSchema) })

/** Cycles of self-assessment, the assessments in them, and the answers to criteria. */
export const assessmentContract = {
  ...cycleRecord,
  /** All cycles, the latest first. */
  cycles: procedure.output(z.array(cycleSummarySchema)),
  assessments: procedure.input(asked.extend({ cycleId: idSchema })).output(z.array(assessmentSummarySchema)),
  open: procedure.input(asked.extend({ id: idSchema })).output(openAssessmentSchema),
  /**
   * Adds the assessment of a scope to a cycle; a scope is assessed once in a cycle. Texts and evidence of `startFrom`
   * are taken over as drafts without a level.
   */
  addAssessment: procedure
    .input(
      z.object({
        cycleId: idSchema,
        scope: scopeSchema,
        leadId: idSchema.nullable(),
        startFrom: idSchema.nullable(),
      }),
    )
    .output(assessmentSchema),
  saveSection: procedure
    .input(revisionReferenceSchema.extend({ section: sectionSchema.omit({ isLocked: true }) }))
    .output(assessmentSchema),
  lockSection: procedure
    .input(revisionReferenceSchema.extend({ standard: standardCodeSchema }))
    .output(assessmentSchema),
  unlockSection: procedure
    .input(revisionReferenceSchema.extend({ standard: standardCodeSchema }))
    .output(assessmentSchema),
  /** Removes assessments with their answers. */
  removeAssessments: procedure
    .input(z.object({ records: z.array(revisionReferenceSchema).min(1).max(1000) }))
    .output(z.object({ removed: z.array(revisionReferenceSchema) })),
  restoreAssessments: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(1000) }))
    .output(z.object({ restored: z.array(revisionReferenceSchema) })),
  /** The answer to a criterion; null: nobody has touched it. */
  answer: procedure
    .input(z.object({ assessmentId: idSchema, criterion: standardCodeSchema }))
    .output(answerSchema.nullable()),
  /** Writes an answer; `revision` null: there was none. Refused in a locked section and in a closed cycle. */
  writeAnswer: procedure
    .input(
      z.object({
        assessmentId: idSchema,
        criterion: standardCodeSchema,
        revision: z.number().int().min(1).nullable(),
        text: answerTextSchema,
      }),
    )
    .output(savedAnswer),
  submitAnswer: procedure.input(revisionReferenceSchema).output(answerSchema),
  reopenAnswer: procedure.input(revisionReferenceSchema).output(answerSchema),
  approveAnswer: procedure.input(revisionReferenceSchema).output(answerSchema),
  returnAnswer: procedure
    .input(revisionReferenceSchema.extend({ note: z.string().trim().max(4000) }))
    .output(answerSchema),
  /** Every state of one answer, newest first; restoring one is writing it again. */
  answerHistory: procedure.input(z.object({ id: idSchema })).output(z.array(answerVersionSchema)),
  /** Scores of several assessments of any cycles beside each other, in the order asked for. */
  compare: procedure
    .input(asked.extend({ ids: z.array(idSchema).min(1).max(20) }))
    .output(z.array(assessmentSummarySchema.extend({ cycleName: z.string(), startsOn: daySchema }))),
  /** What the records say on the day about the scope of an assessment. */
  numbers: procedure.input(asked.extend({ id: idSchema, on: daySchema })).output(z.array(liveNumberSchema)),
}
