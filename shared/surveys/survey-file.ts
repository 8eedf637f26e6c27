import { z } from 'zod'
import { surveyScaleSchema } from './survey.ts'

/** How a file of results is laid out. `counts`: one row per question with the number of answers at each step. */
export const surveyLayoutSchema = z.enum(['google', 'microsoft', 'responses', 'counts'])
export type SurveyLayout = z.infer<typeof surveyLayoutSchema>

/** What a column of a file of answers is. `personal` and `skip` are not read. */
export const columnRoleSchema = z.enum(['question', 'programme', 'personal', 'skip'])
export type ColumnRole = z.infer<typeof columnRoleSchema>

/** What a person decided about a column. */
export const columnChoiceSchema = z.object({
  column: z.number().int().min(0).max(1000),
  role: columnRoleSchema,
  scale: surveyScaleSchema,
  bankCode: z.string().max(40).nullable(),
})
export type ColumnChoice = z.infer<typeof columnChoiceSchema>

/** A column, or in a file of counts a row, as it was understood. */
export const surveyColumnSchema = columnChoiceSchema.extend({
  title: z.string(),
  /** Answers that were read, and those that were not. */
  answered: z.number().int(),
  unread: z.number().int(),
  samples: z.array(z.string()),
})
export type SurveyColumn = z.infer<typeof surveyColumnSchema>

/** What could not be read, by its place in the file. `row` 0: the column as a whole. */
export const surveyRowProblemSchema = z.object({
  row: z.number().int(),
  title: z.string(),
  value: z.string(),
  kind: z.enum(['unread', 'empty', 'not-a-count', 'no-question']),
})
export type SurveyRowProblem = z.infer<typeof surveyRowProblemSchema>
