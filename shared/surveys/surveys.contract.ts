import { z } from 'zod'
import { fileGrantSchema, procedure } from '../kernel/contract-base.ts'
import { recordContract } from '../kernel/record-contract.ts'
import { problemSchema } from '../kernel/problem.ts'
import { idSchema, languageSchema } from '../kernel/record.ts'
import { audienceSchema } from '../stakeholders/involvement.ts'
import { questionBankSchema } from './question-bank.ts'
import {
  surveyPeriodSchema,
  surveyColumns,
  surveyFieldsSchema,
  surveyFilterSchema,
  surveySchema,
  surveyScaleSchema,
  surveySummarySchema,
} from './survey.ts'
import {
  columnChoiceSchema,
  surveyColumnSchema,
  surveyLayoutSchema,
  surveyRowProblemSchema,
} from './survey-file.ts'

const ratio = z.number().nullable()

/** One question with its results, in all programmes and in each. */
const questionResultSchema = z.object({
  code: z.string(),
  bankCode: z.string().nullable(),
  text: z.string(),
  scale: surveyScaleSchema,
  n: z.number().int().nullable(),
  mean: ratio,
  score: ratio,
  counts: z.array(z.number().int()).nullable(),
  groups: z.array(z.object({ n: z.number().int().nullable(), mean: ratio, score: ratio })),
  /** The same question in the surveys of the series, oldest first. */
  trend: z.array(z.object({ surveyId: idSchema, mean: ratio, score: ratio, n: z.number().int().nullable() })),
})
export type QuestionView = z.infer<typeof questionResultSchema>

const seriesPointSchema = z.object({
  surveyId: idSchema,
  period: surveyPeriodSchema,
  satisfaction: ratio,
  responseRate: ratio,
  answered: z.number().int(),
})

/** What a survey shows: only what at least five people answered. */
export const surveyResultsSchema = z.object({
  satisfaction: ratio,
  responseRate: ratio,
  groups: z.array(z.object({ name: z.string(), answered: z.number().int(), isPooled: z.boolean() })),
  questions: z.array(questionResultSchema),
  series: z.array(seriesPointSchema),
})
export type SurveyResults = z.infer<typeof surveyResultsSchema>

/** What the person says about the survey whose results are read. */
const surveyHeadSchema = surveyFieldsSchema.pick({
  names: true,
  audience: true,
  period: true,
  programmeId: true,
  invited: true,
})

const readRequest = z.object({
  file: fileGrantSchema,
  sheet: z.string().nullable(),
  /** Null: as it was understood. */
  choices: z.array(columnChoiceSchema).max(1000).nullable(),
  /** Whether answers in words are taken over, and whether also those in which somebody may be named. */
  quotes: z.enum(['none', 'unmarked', 'all']),
})

/** How a file would be taken over. Nothing is written. */
export const surveyPreviewSchema = z.object({
  sheets: z.array(z.string()),
  sheet: z.string(),
  layout: surveyLayoutSchema,
  columns: z.array(surveyColumnSchema),
  answered: z.number().int(),
  programmes: z.array(z.object({ name: z.string(), isKnown: z.boolean() })),
  /** Programmes that will not be shown by themselves. */
  pooled: z.number().int(),
  /** Questions that fewer than five answered. */
  hiddenQuestions: z.number().int(),
  texts: z.number().int(),
  markedTexts: z.number().int(),
  problems: z.array(surveyRowProblemSchema),
  /** All of them; `problems` holds the first ones. */
  problemCount: z.number().int(),
})
export type SurveyPreview = z.infer<typeof surveyPreviewSchema>

/** Surveys and their results. */
export const surveysContract = {
  ...recordContract({
    record: surveySchema,
    fields: surveyFieldsSchema,
    summary: surveySummarySchema,
    filter: surveyFilterSchema,
    columns: surveyColumns,
  }),
  /** The questions that come with the program. */
  bank: procedure.output(questionBankSchema),
  results: procedure.input(z.object({ id: idSchema, language: languageSchema })).output(surveyResultsSchema),
  /** Reads a file of results and shows how it would be taken over. */
  preview: procedure.input(readRequest).output(surveyPreviewSchema),
  /** Takes the file over as one survey in one transaction; removing the survey takes it back. */
  take: procedure
    .input(readRequest.extend({ head: surveyHeadSchema }))
    .output(z.object({ record: surveySchema, problems: z.array(problemSchema) })),
  /** Writes a file with the bank's questions for an audience, to be put into a survey tool. */
  saveQuestions: procedure
    .input(z.object({ audience: audienceSchema, language: languageSchema, to: fileGrantSchema }))
    .output(z.object({ questions: z.number().int() })),
  /** Puts the published results as PDF into the library of evidence, in one transaction. */
  keepResults: procedure
    .input(z.object({ id: idSchema, language: languageSchema }))
    .output(z.object({ id: idSchema, name: z.string() })),
}
