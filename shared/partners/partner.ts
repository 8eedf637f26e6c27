import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { localizedTextSchema, recordMetaSchema } from '../kernel/record.ts'

/** Schemes of institution identifiers; each has its own check in `identifiers.ts`. */
export const identifierSchemeSchema = z.enum([
  'ror',
  'eter',
  'whed',
  'schac',
  'erasmus',
  'pic',
  'deqar',
  'kz_bin',
  'epvo',
])
export type IdentifierScheme = z.infer<typeof identifierSchemeSchema>

export const identifierSchema = z.object({
  scheme: identifierSchemeSchema,
  value: z.string().trim().min(1).max(200),
})
export type Identifier = z.infer<typeof identifierSchema>

export const contactSchema = z.object({
  name: z.string().trim().min(1).max(200),
  position: z.string().trim().max(200),
  email: z.string().trim().max(200),
  phone: z.string().trim().max(60),
  /** May sign agreements for the partner. */
  isSignatory: z.boolean(),
})
export type Contact = z.infer<typeof contactSchema>

export const rankingSchema = z.object({
  system: z.enum(['qs', 'the']),
  year: z.number().int().min(2000).max(2100),
  place: z.number().int().positive(),
  source: z.string().trim().max(300),
})

export const partnerFieldsSchema = z.object({
  names: localizedTextSchema,
  /** ISO 3166-1 alpha-2, upper case; empty: unknown. */
  country: z.string().regex(/^([A-Z]{2})?$/),
  city: z.string().trim().max(200),
  website: z.string().trim().max(300),
  identifiers: z.array(identifierSchema).max(20),
  contacts: z.array(contactSchema).max(50),
  rankings: z.array(rankingSchema).max(50),
  /** The partner's credit system, as it calls it: ECTS, UK CATS, Chinese credits ... */
  creditSystem: z.string().trim().max(100),
  /** ECTS credits in one credit of the partner. */
  ectsPerCredit: z.number().positive().max(20),
  notes: z.string().max(10_000),
})
export type PartnerFields = z.infer<typeof partnerFieldsSchema>

export const partnerSchema = recordMetaSchema.extend(partnerFieldsSchema.shape)
export type Partner = z.infer<typeof partnerSchema>

/** A partner as a row of the register. */
export const partnerSummarySchema = partnerSchema
  .pick({
    id: true,
    revision: true,
    isSample: true,
    names: true,
    country: true,
    city: true,
    website: true,
    identifiers: true,
  })
  .extend({
    name: z.string(),
    countryName: z.string(),
    agreementCount: z.number().int(),
    /** Agreements in force on the day. */
    activeAgreementCount: z.number().int(),
    programmeCount: z.number().int(),
    lastActivityOn: daySchema.nullable(),
  })
export type PartnerSummary = z.infer<typeof partnerSummarySchema>

export const partnerFilterSchema = z.object({
  countries: z.array(z.string()),
  /** Only those with (true) or without (false) an agreement in force on the day; null: all. */
  hasActiveAgreement: z.boolean().nullable(),
  hasProgramme: z.boolean().nullable(),
  ids: z.array(z.string()).nullable(),
})
export type PartnerFilter = z.infer<typeof partnerFilterSchema>

/** The filter that leaves every partner in. */
export const allPartners: PartnerFilter = {
  countries: [],
  hasActiveAgreement: null,
  hasProgramme: null,
  ids: null,
}

export const partnerColumns = [
  'name',
  'countryName',
  'city',
  'agreementCount',
  'activeAgreementCount',
  'programmeCount',
  'lastActivityOn',
] as const
