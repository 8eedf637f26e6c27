import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { idSchema, recordMetaSchema } from '../kernel/record.ts'

export const agreementKindSchema = z.enum(['memorandum', 'agreement', 'contract', 'annex', 'network'])
export type AgreementKind = z.infer<typeof agreementKindSchema>

/** How far the paper has come; people set it. What holds on a day is the computed status. */
export const agreementStageSchema = z.enum(['draft', 'negotiation', 'legal_review', 'signed', 'terminated'])
export type AgreementStage = z.infer<typeof agreementStageSchema>

/** How long an agreement holds: 1–10 years are usual, or without end, or renewed by itself every N years. */
export const termSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fixed'),
    /** The last day on which the agreement holds. */
    endsOn: daySchema,
  }),
  z.object({ kind: z.literal('perpetual') }),
  z.object({
    kind: z.literal('auto_renewed'),
    /** Length of the first and of every further period, years. */
    everyYears: z.number().int().min(1).max(50),
    /** Notice against renewal must be given this many months before a period ends. */
    noticeMonths: z.number().int().min(0).max(36),
  }),
])
export type Term = z.infer<typeof termSchema>

export const signatorySchema = z.object({
  /** The partner's id, or null for the home university. */
  partnerId: idSchema.nullable(),
  name: z.string().trim().min(1).max(200),
  position: z.string().trim().max(200),
})

/** Something that happened under the agreement; without any the agreement becomes declarative. */
export const agreementEventSchema = z.object({
  on: daySchema,
  kind: z.enum(['meeting', 'visit', 'exchange', 'project', 'correspondence', 'other']),
  note: z.string().trim().max(1000),
})

export const agreementFieldsSchema = z.object({
  kind: agreementKindSchema,
  number: z.string().trim().max(100),
  title: z.string().trim().max(1024),
  subject: z.string().trim().max(2000),
  /** The partners that are party to it, beside the home university; at least one. */
  partnerIds: z.array(idSchema).min(1).max(50),
  stage: agreementStageSchema,
  signedOn: daySchema.nullable(),
  startsOn: daySchema.nullable(),
  /** Null: not agreed yet. */
  term: termSchema.nullable(),
  terminatedOn: daySchema.nullable(),
  /** Framework agreement of an annex. */
  parentId: idSchema.nullable(),
  /** The agreement that this one renews. */
  predecessorId: idSchema.nullable(),
  signatories: z.array(signatorySchema).max(20),
  events: z.array(agreementEventSchema).max(500),
  /** Who in the office answers for it. */
  owner: z.string().trim().max(200),
  notes: z.string().max(10_000),
})
export type AgreementFields = z.infer<typeof agreementFieldsSchema>

export const agreementSchema = recordMetaSchema.extend(agreementFieldsSchema.shape)
export type Agreement = z.infer<typeof agreementSchema>

/**
 * What holds on a day; computed by `agreementStatus`, never stored.
 * `draft` covers all stages before signing; `expiring` is a fixed term with 12 months or less to go;
 * `renewing` is an auto-renewed term whose next period begins within the notice time plus 6 months.
 */
export const agreementStatusSchema = z.enum([
  'draft',
  'upcoming',
  'active',
  'expiring',
  'renewing',
  'lapsed',
  'terminated',
])
export type AgreementStatus = z.infer<typeof agreementStatusSchema>

export const agreementSummarySchema = agreementSchema
  .pick({
    id: true,
    revision: true,
    isSample: true,
    kind: true,
    number: true,
    title: true,
    subject: true,
    stage: true,
    signedOn: true,
    startsOn: true,
    term: true,
    partnerIds: true,
    owner: true,
  })
  .extend({
    partnerNames: z.string(),
    countries: z.array(z.string()),
    countryNames: z.string(),
    status: agreementStatusSchema,
    /** The day on which the term, or its current period, ends; null: perpetual or unknown. */
    endsOn: daySchema.nullable(),
    /** Days from the day asked for to `endsOn`; negative after it. */
    daysLeft: z.number().int().nullable(),
    /** Last day to give notice against renewal; only auto-renewed terms have one. */
    noticeBy: daySchema.nullable(),
    /** No programme, learner or event for the number of months in `agreement-rules.ts`. */
    isDeclarative: z.boolean(),
    programmeCount: z.number().int(),
    attachmentCount: z.number().int(),
  })
export type AgreementSummary = z.infer<typeof agreementSummarySchema>

export const agreementFilterSchema = z.object({
  statuses: z.array(agreementStatusSchema),
  kinds: z.array(agreementKindSchema),
  termKinds: z.array(z.enum(['fixed', 'perpetual', 'auto_renewed'])),
  countries: z.array(z.string()),
  partnerId: idSchema.nullable(),
  /** End of term between the two days, inclusive; null: open. */
  endsFrom: daySchema.nullable(),
  endsTo: daySchema.nullable(),
  /** Last day to give notice, day of signing and first day in force between two days, likewise. */
  noticeFrom: daySchema.nullish(),
  noticeTo: daySchema.nullish(),
  signedFrom: daySchema.nullish(),
  signedTo: daySchema.nullish(),
  startsFrom: daySchema.nullish(),
  startsTo: daySchema.nullish(),
  /** Text that must occur in the title, number or name of the person responsible, however it is written. */
  titleHas: z.string().max(200).nullish(),
  numberHas: z.string().max(200).nullish(),
  ownerHas: z.string().max(200).nullish(),
  isDeclarative: z.boolean().nullable(),
  /** Only the framework agreement and the annexes of this one, what it renews and what renews it; null: all. */
  relatedTo: idSchema.nullable().optional(),
  ids: z.array(z.string()).nullable(),
})
export type AgreementFilter = z.infer<typeof agreementFilterSchema>

/** The filter that leaves every agreement in. */
export const allAgreements: AgreementFilter = {
  statuses: [],
  kinds: [],
  termKinds: [],
  countries: [],
  partnerId: null,
  endsFrom: null,
  endsTo: null,
  noticeFrom: null,
  noticeTo: null,
  signedFrom: null,
  signedTo: null,
  startsFrom: null,
  startsTo: null,
  titleHas: null,
  numberHas: null,
  ownerHas: null,
  isDeclarative: null,
  ids: null,
}

export const agreementColumns = [
  'number',
  'title',
  'kind',
  'partnerNames',
  'countryNames',
  'status',
  'signedOn',
  'startsOn',
  'endsOn',
  'daysLeft',
  'owner',
  'programmeCount',
  'attachmentCount',
] as const
