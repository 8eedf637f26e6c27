import { z } from 'zod'
import { idSchema, localizedTextSchema, recordMetaSchema } from '../kernel/record.ts'
import { audienceSchema } from '../stakeholders/involvement.ts'

/** How a question is answered. `agree`: from "strongly disagree" to "strongly agree" and other words of five steps. */
export const surveyScaleSchema = z.enum(['five', 'agree', 'ten', 'yes-no', 'text'])
export type SurveyScale = z.infer<typeof surveyScaleSchema>

/** Points of a scale from the worst to the best; no and yes are 1 and 2. Answers in words have none. */
export const scalePoints: Readonly<Record<SurveyScale, number>> = {
  five: 5,
  agree: 5,
  ten: 10,
  'yes-no': 2,
  text: 0,
}

const count = z.number().int().min(0).max(100_000)

/** Answers per point of the scale, from the worst; null: not published, because fewer than five answered. */
const countsSchema = z.array(count).max(10).nullable()

export const surveyQuestionSchema = z.object({
  /** Names the question inside its survey. */
  code: z.string().trim().min(1).max(40),
  /** The question of the bank that it is; null: one of the university's own. */
  bankCode: z.string().max(40).nullable(),
  /** As it was asked. */
  text: z.string().trim().min(1).max(1000),
  scale: surveyScaleSchema,
  counts: countsSchema,
  /** In the order of the survey's groups; empty: not split. */
  groups: z.array(countsSchema).max(200),
})
export type SurveyQuestion = z.infer<typeof surveyQuestionSchema>

/** Answers of one programme; small ones are pooled before anything is stored (`protect-answers.ts`). */
export const surveyGroupSchema = z.object({
  programmeId: idSchema.nullable(),
  /** As the file calls it; empty for the pooled group. */
  name: z.string().trim().max(300),
  answered: count,
  isPooled: z.boolean(),
})
export type SurveyGroup = z.infer<typeof surveyGroupSchema>

export const sentimentSchema = z.enum(['positive', 'neutral', 'negative'])

/** What people write about; coded by hand. */
export const themeSchema = z.enum([
  'teaching',
  'staff',
  'curriculum',
  'practice',
  'resources',
  'dormitory',
  'support',
  'mobility',
  'fairness',
  'organisation',
  'other',
])

export const quoteSchema = z.object({
  /** Code of the question that it answers; empty: of none. */
  question: z.string().max(40),
  text: z.string().trim().min(1).max(2000),
  /** Null: nobody has coded it yet. */
  theme: themeSchema.nullable(),
  sentiment: sentimentSchema.nullable(),
})
export type Quote = z.infer<typeof quoteSchema>

export const surveyPeriodSchema = z.object({
  /** By the year of its September. */
  academicYear: z.number().int().min(1990).max(2199),
  part: z.enum(['year', 'autumn', 'spring']),
})

/** Results of one survey, as sums: no row of a single person is kept. */
export const surveyFieldsSchema = z.object({
  names: localizedTextSchema,
  audience: audienceSchema,
  period: surveyPeriodSchema,
  /** Whom it asked about; null: the university. */
  programmeId: idSchema.nullable(),
  /** Null: not known how many were asked. */
  invited: count.nullable(),
  answered: count,
  groups: z.array(surveyGroupSchema).max(200),
  questions: z.array(surveyQuestionSchema).max(300),
  quotes: z.array(quoteSchema).max(2000),
  /** The file that the results were read from; null: entered by hand. */
  source: z
    .object({ name: z.string().max(300), sha256: z.string().regex(/^[0-9a-f]{64}$/), rows: count })
    .nullable(),
  notes: z.string().max(10_000),
})
export type SurveyFields = z.infer<typeof surveyFieldsSchema>

/** A survey before anything is entered. */
export function emptySurvey(academicYear: number): SurveyFields {
  return {
    names: { kk: '', ru: '', en: '' },
    audience: 'student',
    period: { academicYear, part: 'year' },
    programmeId: null,
    invited: null,
    answered: 0,
    groups: [],
    questions: [],
    quotes: [],
    source: null,
    notes: '',
  }
}

export const surveySchema = recordMetaSchema.extend(surveyFieldsSchema.shape)
export type Survey = z.infer<typeof surveySchema>

export const surveySummarySchema = surveySchema
  .pick({
    id: true,
    revision: true,
    isSample: true,
    audience: true,
    period: true,
    programmeId: true,
    invited: true,
    answered: true,
  })
  .extend({
    name: z.string(),
    programmeName: z.string(),
    academicYear: z.number().int(),
    questionCount: z.number().int(),
    /** Answered of invited, a ratio; null: not known. */
    responseRate: z.number().nullable(),
    /** From 0 (worst) to 1 (best); null: no question of satisfaction has a result. */
    satisfaction: z.number().nullable(),
    uncodedQuotes: z.number().int(),
  })
export type SurveySummary = z.infer<typeof surveySummarySchema>

export const surveyFilterSchema = z.object({
  audiences: z.array(audienceSchema),
  years: z.array(z.string()),
  programmeIds: z.array(z.string()),
  hasUncodedQuotes: z.boolean().nullable(),
  ids: z.array(z.string()).nullable(),
})
export type SurveyFilter = z.infer<typeof surveyFilterSchema>

/** The filter that leaves every survey in. */
export const allSurveys: SurveyFilter = {
  audiences: [],
  years: [],
  programmeIds: [],
  hasUncodedQuotes: null,
  ids: null,
}

export const surveyColumns = [
  'name',
  'audience',
  'academicYear',
  'programmeName',
  'invited',
  'answered',
  'responseRate',
  'satisfaction',
  'questionCount',
  'uncodedQuotes',
] as const
