import { z } from 'zod'

/** A heading or note of a template; every language is filled in, since a report is printed in any of them. */
const textSchema = z.strictObject({
  kk: z.string().trim().min(1).max(2_000),
  ru: z.string().trim().min(1).max(2_000),
  en: z.string().trim().min(1).max(2_000),
})

const sectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title-page') }),
  z.strictObject({ kind: z.literal('contents'), heading: textSchema }),
  /** A text of its own: what the assessment holds under the key, or the heading alone for the authors to go on in Word. */
  z.strictObject({
    kind: z.literal('text'),
    heading: textSchema,
    key: z.string().regex(/^[a-z][a-z0-9-]*$/),
    whenEmpty: z.enum(['leave-out', 'keep-heading']),
  }),
  z.strictObject({ kind: z.literal('team'), heading: textSchema }),
  z.strictObject({
    kind: z.literal('standards'),
    heading: textSchema,
    /** Words before a standard's code, such as "Standard" in "Standard 1.1"; empty words are not printed. */
    prefix: textSchema.nullable(),
    printStatements: z.boolean(),
    /** Strengths, weaknesses and recommendations under each criterion, gathered under the standard, or both. */
    judgements: z.enum(['criterion', 'standard', 'both']),
  }),
  /** Every criterion with its level in one table. */
  z.strictObject({ kind: z.literal('levels'), heading: textSchema }),
  /** Progress and score of each standard. */
  z.strictObject({ kind: z.literal('summary'), heading: textSchema }),
  z.strictObject({ kind: z.literal('actions'), heading: textSchema }),
  z.strictObject({ kind: z.literal('annexes'), heading: textSchema }),
])
export type ReportSection = z.infer<typeof sectionSchema>

/** Structure of a self-evaluation report as data: which parts are printed, in which order, under which headings. */
export const reportTemplateSchema = z
  .strictObject({
    format: z.literal('qosdiplom-report-template'),
    formatVersion: z.literal(1),
    code: z.string().regex(/^[a-z][a-z0-9-]*$/),
    version: z.string().min(1).max(40),
    titles: textSchema,
    /** Where the structure comes from, and how sure that is. */
    source: textSchema,
    /** Typeface of the Word file: every office has it, and it has the Kazakh letters. */
    font: z.enum(['Times New Roman', 'Calibri', 'Arial']),
    sections: z.array(sectionSchema).min(1).max(40),
  })
  .refine(
    ({ sections }) => {
      const once = sections.map((section) => (section.kind === 'text' ? `text ${section.key}` : section.kind))
      return new Set(once).size === once.length
    },
    { message: 'a section stands twice' },
  )
export type ReportTemplate = z.infer<typeof reportTemplateSchema>
