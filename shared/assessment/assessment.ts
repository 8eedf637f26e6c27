import { z } from 'zod'
import { standardCodeSchema } from '../frameworks/framework.ts'
import { daySchema } from '../kernel/day.ts'
import { idSchema, localizedTextSchema, recordMetaSchema } from '../kernel/record.ts'
import { emptyRichText, richTextSchema } from './rich-text.ts'

/** What is assessed: the university, one faculty, or one programme. */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('university') }),
  z.object({ kind: z.literal('faculty'), names: localizedTextSchema }),
  z.object({ kind: z.literal('programme'), programmeId: idSchema }),
])
export type Scope = z.infer<typeof scopeSchema>

/** What an assessment says about one standard as a whole, and who sees to it. */
export const sectionSchema = z.object({
  standard: standardCodeSchema,
  ownerId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  /** Nobody writes in a locked section; unlocking stands in the audit trail. */
  isLocked: z.boolean(),
  strengths: richTextSchema.default(emptyRichText),
  weaknesses: richTextSchema.default(emptyRichText),
  recommendations: richTextSchema.default(emptyRichText),
})
export type Section = z.infer<typeof sectionSchema>

/** The self-assessment of one scope in one cycle. Its answers are records of their own. */
export const assessmentFieldsSchema = z.object({
  cycleId: idSchema,
  scope: scopeSchema,
  leadId: idSchema.nullable(),
  sections: z.array(sectionSchema).max(400),
})
export type AssessmentFields = z.infer<typeof assessmentFieldsSchema>

export const assessmentSchema = recordMetaSchema.extend(assessmentFieldsSchema.shape)
export type Assessment = z.infer<typeof assessmentSchema>

/** The section of a standard; one that nobody has touched is open and empty. */
export const sectionOf = ({ sections }: Pick<AssessmentFields, 'sections'>, standard: string): Section =>
  sections.find((section) => section.standard === standard) ?? {
    standard,
    ownerId: null,
    dueOn: null,
    isLocked: false,
    strengths: emptyRichText,
    weaknesses: emptyRichText,
    recommendations: emptyRichText,
  }
