import { z } from 'zod'
import { problemSchema } from '../kernel/problem.ts'
import { daySchema } from '../kernel/day.ts'
import { localizedTextSchema, registerEntitySchema } from '../kernel/record.ts'
import { formIdSchema } from '../ministry/ministry.ts'

const ruleSchema = problemSchema.shape.rule
/** Dotted path into a source row, such as `programme.code` (see `sources.ts`). */
const pathSchema = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/)
const plainValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** A test on one value of a source row. Lists are tested with `includes`, everything else by equality. */
export const conditionSchema = z.union([
  z.strictObject({ path: pathSchema, in: z.array(plainValueSchema).min(1) }),
  z.strictObject({ path: pathSchema, notIn: z.array(plainValueSchema).min(1) }),
  z.strictObject({ path: pathSchema, includes: z.string() }),
])
export type Condition = z.infer<typeof conditionSchema>

/** What one row of a section stands for. Each kind has its builder in `sources.ts`. */
export const rowKindSchema = z.enum([
  'programme-partner',
  'programme-learners',
  'agreement-partner',
  'accreditation',
  'institution',
  'report-total',
  'report-level',
  'report-format',
  'report-country',
  'report-partner',
  'report-programme',
])
export type RowKind = z.infer<typeof rowKindSchema>

/** The kinds of record that a form is made from. */
export const formEntitySchema = z.enum([...registerEntitySchema.options, 'accreditation', 'agency'])
export type FormEntity = z.infer<typeof formEntitySchema>

/** One column of a form: where its value comes from and how badly it is needed. */
export const formFieldSchema = z.strictObject({
  /** Stable name of the column; the mapping gives it the platform's name. */
  key: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/),
  source: pathSchema,
  titles: localizedTextSchema,
  /** The record and field in which a person corrects the value; null: it follows from others. */
  fix: z.strictObject({ record: formEntitySchema, field: z.string().min(1) }).nullable(),
  /** Shapes the text must have; the first whose `when` holds (or is null) applies, and its rule names the fault. */
  shapes: z
    .array(z.strictObject({ when: conditionSchema.nullable(), pattern: z.string(), rule: ruleSchema }))
    .default([]),
  /** The numbers of the column may be added up: every record is counted in one row. */
  isSummed: z.boolean().default(false),
  /** What an empty value means: it stops the export, it needs to be accepted, or it is in order. */
  empty: z.union([
    z.strictObject({ severity: z.enum(['error', 'warning']), rule: ruleSchema }),
    z.literal('allowed'),
  ]),
})
export type FormField = z.infer<typeof formFieldSchema>

export const formSectionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  titles: localizedTextSchema,
  /** Path of the data file inside the package. */
  file: z.string().regex(/^data\/[a-z0-9-]+\.json$/),
  rows: rowKindSchema,
  /** Which records the section is about at all; others are not mentioned. */
  subject: z.array(conditionSchema),
  /** What a record of the subject must meet to be in the form; else it is left out, for the reason of the rule. */
  selection: z.array(z.strictObject({ when: conditionSchema, otherwise: ruleSchema })),
  fields: z.array(formFieldSchema).min(1),
})
export type FormSection = z.infer<typeof formSectionSchema>

/** A form as versioned data. A new edition of the receiver's rules is a new file, not new code. */
export const formDefinitionSchema = z.strictObject({
  form: formIdSchema,
  version: z.string().min(1).max(40),
  validFrom: daySchema,
  titles: localizedTextSchema,
  purposes: localizedTextSchema,
  source: z.strictObject({ documents: localizedTextSchema, places: localizedTextSchema }),
  /** Path of the spreadsheet inside the package. */
  workbook: z.string().regex(/^data\/[a-z0-9-]+\.xlsx$/),
  /** The platform identifies the university by its own number; without it the receiver cannot place the rows. */
  needsUniversityNumber: z.boolean(),
  dictionaries: z.array(z.strictObject({ name: z.string(), version: z.string() })),
  sections: z.array(formSectionSchema).min(1),
})
export type FormDefinition = z.infer<typeof formDefinitionSchema>

/** One value of a coded field: our value, the receiver's code, and what it means. */
export const mappedValueSchema = z.strictObject({
  value: z.union([z.string(), z.boolean()]),
  code: z.union([z.string(), z.number()]),
  titles: localizedTextSchema,
})

/** How one column is called at the receiver, and what the receiver takes in it. */
export const mappedFieldSchema = z.strictObject({
  /** Table of the platform; null: a column of our own that the platform does not have. */
  table: z.string().nullable(),
  field: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
  type: z.enum(['text', 'integer', 'number', 'boolean', 'day']),
  /** Longest text, characters; null: no limit is stated. */
  maxLength: z.number().int().positive().nullable().default(null),
  /** The codes of the field, if it has any. A value without a code is sent empty, with a warning. */
  values: z.array(mappedValueSchema).nullable().default(null),
  /** The receiver has a list of codes that it has not published: the field is sent empty, with one warning. */
  isListUnpublished: z.boolean().default(false),
  /** How we read the receiver's document where it is unclear. */
  note: z.string().optional(),
})
export type MappedField = z.infer<typeof mappedFieldSchema>

/** The receiver's names for our columns. A renamed field needs a change here and nowhere else. */
export const mappingSchema = z.strictObject({
  mapping: z.string(),
  version: z.string().min(1).max(40),
  validFrom: daySchema,
  source: z.string(),
  fields: z.record(z.string(), mappedFieldSchema),
  /** Fields of the platform's tables that this register does not hold; the receiving side keeps its own values. */
  notHeld: z.array(z.strictObject({ table: z.string(), fields: z.array(z.string()) })),
})
export type Mapping = z.infer<typeof mappingSchema>

/** The mapping of a column; a column without one is a mistake in the data files. */
export function mappedField(mapping: Mapping, key: string): MappedField {
  const field = mapping.fields[key]
  if (field === undefined)
    throw new Error(`mapping ${mapping.mapping} ${mapping.version} has no field ${key}`)
  return field
}
