import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { idSchema, recordMetaSchema } from '../kernel/record.ts'

/** What is accredited. `other-programme` is an own programme that is not in the register of programmes. */
export const accreditedObjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('institution') }),
  z.object({ kind: z.literal('programme'), programmeId: idSchema }),
  z.object({
    kind: z.literal('other-programme'),
    code: z.string().trim().max(20),
    name: z.string().trim().max(500),
  }),
  z.object({ kind: z.literal('partner'), partnerId: idSchema }),
  z.object({
    kind: z.literal('partner-programme'),
    partnerId: idSchema,
    name: z.string().trim().max(500),
  }),
])
export type AccreditedObject = z.infer<typeof accreditedObjectSchema>

export const objectKinds = accreditedObjectSchema.options.map(({ shape }) => shape.kind.value)
export const objectKindSchema = z.enum(objectKinds)

export const accreditationKindSchema = z.enum(['institutional', 'specialised'])

/** The decisions of DEQAR: 1 positive, 2 positive with conditions or restrictions, 3 negative, 4 not applicable. */
export const decisionSchema = z.enum(['positive', 'conditional', 'negative', 'not-applicable'])
export type Decision = z.infer<typeof decisionSchema>

/** Where a record comes from. The university keeps its own and mirrors what agencies enter elsewhere. */
export const accreditationSourceSchema = z.enum(['own', 'epvo', 'deqar', 'register-3'])

/** Something that the agency asks for, and when it was done. */
export const conditionSchema = z.object({
  text: z.string().trim().min(1).max(2000),
  dueOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
})

export const accreditationFieldsSchema = z.object({
  object: accreditedObjectSchema,
  /** Null: the source names no agency, or one that is not known here. */
  agencyId: idSchema.nullable(),
  /** The agency as the source writes it, when `agencyId` is null. */
  agencyAtSource: z.string().trim().max(300),
  kind: accreditationKindSchema,
  isInternational: z.boolean(),
  validFrom: daySchema.nullable(),
  /** The day on the certificate; never computed from a number of years. */
  validTo: daySchema.nullable(),
  decidedOn: daySchema.nullable(),
  /** Null: the source does not say. */
  decision: decisionSchema.nullable(),
  conditions: z.array(conditionSchema).max(100),
  certificateNumber: z.string().trim().max(100),
  reportUrl: z.string().trim().max(500),
  source: accreditationSourceSchema,
  /** The record's number at the source; empty for own records. */
  sourceId: z.string().trim().max(100),
  notes: z.string().max(10_000),
})
export type AccreditationFields = z.infer<typeof accreditationFieldsSchema>

/** An accreditation before anything is entered. */
export const emptyAccreditation: AccreditationFields = {
  object: { kind: 'institution' },
  agencyId: null,
  agencyAtSource: '',
  kind: 'institutional',
  isInternational: false,
  validFrom: null,
  validTo: null,
  decidedOn: null,
  decision: 'positive',
  conditions: [],
  certificateNumber: '',
  reportUrl: '',
  source: 'own',
  sourceId: '',
  notes: '',
}

export const accreditationSchema = recordMetaSchema.extend(accreditationFieldsSchema.shape)
export type Accreditation = z.infer<typeof accreditationSchema>

/** What holds on a day, computed by `stateOn`. `unknown`: the days are missing at the source. */
export const accreditationStateSchema = z.enum([
  'valid',
  'expiring',
  'upcoming',
  'lapsed',
  'refused',
  'unknown',
])
export type AccreditationState = z.infer<typeof accreditationStateSchema>

/** What a record lacks that its source should have said. */
export const missingPartSchema = z.enum(['agency', 'validFrom', 'validTo', 'decision'])
export type MissingPart = z.infer<typeof missingPartSchema>

export const accreditationSummarySchema = accreditationSchema
  .omit({ notes: true, conditions: true, createdAt: true, updatedAt: true })
  .extend({
    objectName: z.string(),
    agencyName: z.string(),
    state: accreditationStateSchema,
    /** The last day, also where DEQAR counts it; null: unknown. */
    endsOn: daySchema.nullable(),
    daysLeft: z.number().int().nullable(),
    missing: z.array(missingPartSchema),
    openConditions: z.number().int(),
    /** Due day of the next open condition. */
    nextConditionOn: daySchema.nullable(),
    attachmentCount: z.number().int(),
  })
export type AccreditationSummary = z.infer<typeof accreditationSummarySchema>

export const accreditationFilterSchema = z.object({
  states: z.array(accreditationStateSchema),
  objectKinds: z.array(objectKindSchema),
  agencyIds: z.array(z.string()),
  kinds: z.array(accreditationKindSchema),
  sources: z.array(accreditationSourceSchema),
  isInternational: z.boolean().nullable(),
  isIncomplete: z.boolean().nullable(),
  hasOpenConditions: z.boolean().nullable(),
  endsFrom: daySchema.nullable(),
  endsTo: daySchema.nullable(),
  programmeId: idSchema.nullable(),
  partnerId: idSchema.nullable(),
  ids: z.array(z.string()).nullable(),
})
export type AccreditationFilter = z.infer<typeof accreditationFilterSchema>

/** The filter that leaves every accreditation in. */
export const allAccreditations: AccreditationFilter = {
  states: [],
  objectKinds: [],
  agencyIds: [],
  kinds: [],
  sources: [],
  isInternational: null,
  isIncomplete: null,
  hasOpenConditions: null,
  endsFrom: null,
  endsTo: null,
  programmeId: null,
  partnerId: null,
  ids: null,
}

export const accreditationColumns = [
  'objectName',
  'agencyName',
  'kind',
  'isInternational',
  'state',
  'validFrom',
  'endsOn',
  'daysLeft',
  'decision',
  'source',
  'openConditions',
  'certificateNumber',
  'attachmentCount',
] as const

/** Names what is accredited, so that records of several sources about it are found together. */
export function objectKey(object: AccreditedObject): string {
  switch (object.kind) {
    case 'programme':
      return `programme ${object.programmeId}`
    case 'other-programme':
      return `other-programme ${object.code} ${object.name.toLowerCase()}`
    case 'partner':
      return `partner ${object.partnerId}`
    case 'partner-programme':
      return `partner-programme ${object.partnerId} ${object.name.toLowerCase()}`
    default:
      return 'institution'
  }
}
