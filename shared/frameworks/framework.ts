import { z } from 'zod'

/** A longer text in the three working languages; a missing language is an empty string. */
export const longLocalizedSchema = z.strictObject({
  kk: z.string().trim().max(4000),
  ru: z.string().trim().max(4000),
  en: z.string().trim().max(4000),
})
export type LongLocalized = z.infer<typeof longLocalizedSchema>

/** Code of a framework, such as `esg` or `iso-9001`. */
export const frameworkCodeSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)

/** Edition of a framework, such as `2015` or `2018-kz`. */
export const frameworkVersionSchema = z
  .string()
  .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/)
  .max(40)

/** One edition of one framework. */
export const frameworkReferenceSchema = z.strictObject({
  code: frameworkCodeSchema,
  version: frameworkVersionSchema,
})
export type FrameworkReference = z.infer<typeof frameworkReferenceSchema>

/** Code of a part, standard, clause or criterion: `1`, `1.10`, `1.1.a`, `9.1`. */
export const standardCodeSchema = z
  .string()
  .regex(/^[\p{L}\p{N}]+([.-][\p{L}\p{N}]+)*$/u)
  .max(40)

/** What kind of evidence usually shows that a criterion is met. */
export const evidenceTypeSchema = z.enum([
  'policy',
  'minutes',
  'plan',
  'report',
  /** A number with its source and date. */
  'figure',
  'survey',
  /** A public page with the day on which it was looked at. */
  'web',
  'agreement',
  'curriculum',
  /** Staff file, CV, record of training. */
  'staff',
  /** Student's document, anonymised. */
  'student',
  /** Report or certificate from outside. */
  'external',
])
export type EvidenceType = z.infer<typeof evidenceTypeSchema>

/** A number that the register itself can put into the narrative of a criterion, for the scope of the assessment. */
export const liveNumberKeySchema = z.enum([
  /** Learners of the scope in the academic year. */
  'contingent',
  /** Learners of the double-degree programmes of the scope. */
  'double-degree-contingent',
  /** Credits of the programme's study plan; for wider scopes, programmes whose plan meets the rule of their level. */
  'programme-credits',
  /** Own and partner teachers engaged in the double-degree programmes. */
  'double-degree-teachers',
  /** Programmes of the scope included or updated in the national register, and all of them. */
  'registered-programmes',
  /** Institutional accreditations that are valid on the day. */
  'institutional-accreditation',
  /** Share of programmes with a valid accreditation, national or international. */
  'accreditation-share',
  /** Share of programmes with a valid international accreditation. */
  'international-accreditation-share',
  /** Mean satisfaction of the latest surveys of the scope. */
  'survey-satisfaction',
  /** Answered of invited in the latest surveys of the scope. */
  'survey-response-rate',
  /** Actions of the scope closed with evidence, and all that fell due. */
  'actions-closed',
  /** Events with employers, students and partners in the period. */
  'stakeholder-events',
])
export type LiveNumberKey = z.infer<typeof liveNumberKeySchema>

export const criterionSchema = z.strictObject({
  code: standardCodeSchema,
  text: longLocalizedSchema,
  /** What to look at and what good practice looks like. */
  guidance: longLocalizedSchema,
  evidenceTypes: z.array(evidenceTypeSchema).max(evidenceTypeSchema.options.length),
  /** A criterion for double-degree programmes does not apply to others; null: it applies to all. */
  onlyFor: z.literal('double-degree').nullable(),
  number: liveNumberKeySchema.nullable(),
  /** Added by the university itself; marked so in reports. */
  isOwn: z.boolean(),
})
export type Criterion = z.infer<typeof criterionSchema>

export const standardSchema = z.strictObject({
  code: standardCodeSchema,
  title: longLocalizedSchema,
  statement: longLocalizedSchema,
  criteria: z.array(criterionSchema).max(200),
})
export type Standard = z.infer<typeof standardSchema>

export const frameworkPartSchema = z.strictObject({
  code: standardCodeSchema,
  title: longLocalizedSchema,
  standards: z.array(standardSchema).max(200),
})
export type FrameworkPart = z.infer<typeof frameworkPartSchema>

/**
 * A framework as versioned data: the content of a file and of a framework record. A standard that has no criteria of
 * its own, such as a clause of an ISO standard, has one criterion with the standard's code.
 */
export const frameworkContentSchema = z.strictObject({
  format: z.literal('qosdiplom-framework'),
  formatVersion: z.literal(1),
  ...frameworkReferenceSchema.shape,
  titles: longLocalizedSchema,
  publisher: longLocalizedSchema,
  /** Under which terms the texts of the file may be used, and whose they are. */
  licence: longLocalizedSchema,
  /** The publication that the framework follows, with its address. */
  source: z.string().trim().min(1).max(2000),
  /** Clauses carry only a number and a title; standards have a statement and criteria. */
  kind: z.enum(['standards', 'clauses']),
  supersedes: frameworkReferenceSchema.nullable(),
  /**
   * Counts the corrected wordings of one edition; absent: the first. What was assessed by an earlier wording keeps it
   * (docs/decisions/0020-frameworks-from-files.md).
   */
  wording: z.number().int().min(1).max(1000).optional(),
  parts: z.array(frameworkPartSchema).min(1).max(50),
})
export type FrameworkContent = z.infer<typeof frameworkContentSchema>

/** The standards or clauses of all parts, in the order of the framework. */
export function standardsOf(content: FrameworkContent): Standard[] {
  return content.parts.flatMap(({ standards }) => standards)
}

/** The criteria of all standards, in the order of the framework. */
export function criteriaOf(content: FrameworkContent): Criterion[] {
  return standardsOf(content).flatMap(({ criteria }) => criteria)
}

/** Which wording of its edition the content is, from 1. */
export const wordingOf = ({ wording }: Pick<FrameworkContent, 'wording'>): number => wording ?? 1
