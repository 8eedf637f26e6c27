import { z } from 'zod'
import { standardCodeSchema } from '../frameworks/framework.ts'
import { assessmentLevelSchema } from '../frameworks/scale.ts'
import { daySchema } from '../kernel/day.ts'
import { idSchema, recordMetaSchema } from '../kernel/record.ts'
import { emptyRichText, richTextSchema } from './rich-text.ts'

/** Where a text stands on its way: written, handed in, sent back with a note, approved. */
export const stageSchema = z.enum(['draft', 'submitted', 'returned', 'approved'])
export type Stage = z.infer<typeof stageSchema>

/** What an assessment answers to one criterion. */
export const answerFieldsSchema = z.object({
  assessmentId: idSchema,
  criterion: standardCodeSchema,
  level: assessmentLevelSchema,
  /** Why the criterion does not apply; null: it applies. An empty reason is refused. */
  notApplicable: z.string().trim().max(2000).nullable(),
  narrative: richTextSchema.default(emptyRichText),
  strengths: z.string().max(10_000),
  weaknesses: z.string().max(10_000),
  recommendations: z.string().max(10_000),
  /** Evidence in the order in which it was linked; citations inside the narrative are among it. */
  evidenceIds: z.array(idSchema).max(500),
  ownerId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  stage: stageSchema,
  /** Who wrote the text as it stands; they cannot approve it. Null: nobody was chosen as working. */
  writtenById: idSchema.nullable(),
  reviewedById: idSchema.nullable(),
  reviewNote: z.string().trim().max(4000),
})
export type AnswerFields = z.infer<typeof answerFieldsSchema>

export const answerSchema = recordMetaSchema.extend(answerFieldsSchema.shape)
export type Answer = z.infer<typeof answerSchema>

/** What lists, pictures and checks need of an answer: everything but its texts. */
export const answerHeadSchema = answerSchema
  .omit({ narrative: true, strengths: true, weaknesses: true, recommendations: true, reviewNote: true })
  .extend({ words: z.number().int() })
export type AnswerHead = z.infer<typeof answerHeadSchema>

/** The answer to a criterion that nobody has touched. */
export const emptyAnswer = (assessmentId: string, criterion: string): AnswerFields => ({
  assessmentId,
  criterion,
  level: 0,
  notApplicable: null,
  narrative: emptyRichText,
  strengths: '',
  weaknesses: '',
  recommendations: '',
  evidenceIds: [],
  ownerId: null,
  dueOn: null,
  stage: 'draft',
  writtenById: null,
  reviewedById: null,
  reviewNote: '',
})
