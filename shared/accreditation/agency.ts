import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { idSchema, localizedTextSchema, recordMetaSchema } from '../kernel/record.ts'

/** Registers of accreditation bodies: the national Register 1 and the European one (EQAR). */
export const agencyRegisterSchema = z.enum(['kz-1', 'eqar'])

/** A body that accredits universities and programmes. */
export const agencyFieldsSchema = z.object({
  names: localizedTextSchema,
  /** What people call it: IQAA, IAAR, ASIIN. */
  acronym: z.string().trim().max(40),
  /** ISO 3166-1 alpha-2; empty: unknown. */
  country: z.string().regex(/^([A-Z]{2})?$/),
  /** Its number in DEQAR; null: not there, or unknown. */
  deqarId: z.number().int().positive().nullable(),
  /** Its numbers in the dictionary of EPVO; one agency may stand there twice. */
  epvoIds: z.array(z.number().int().positive()).max(20),
  /** The registers in which it stands, as far as it is known. */
  registers: z.array(agencyRegisterSchema),
  /** Its registration in these registers; null: unknown. */
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
  website: z.string().trim().max(300),
  /** Where all this was read, and what could not be found. */
  source: z.string().trim().max(1000),
})
export type AgencyFields = z.infer<typeof agencyFieldsSchema>

/** An agency before anything is entered. */
export const emptyAgency: AgencyFields = {
  names: { kk: '', ru: '', en: '' },
  acronym: '',
  country: '',
  deqarId: null,
  epvoIds: [],
  registers: [],
  validFrom: null,
  validTo: null,
  website: '',
  source: '',
}

export const agencySchema = recordMetaSchema.extend(agencyFieldsSchema.shape)
export type Agency = z.infer<typeof agencySchema>

/** The agencies that come with the program, as `resources/agencies.json` holds them. */
export const agencyListSchema = z.strictObject({
  format: z.literal('qosdiplom-agencies'),
  formatVersion: z.literal(1),
  takenOn: daySchema,
  source: z.string(),
  agencies: z.array(z.strictObject(agencyFieldsSchema.shape)).min(1),
})

/** An agency as a row of its register. */
export const agencySummarySchema = agencySchema.extend({
  name: z.string(),
  countryName: z.string(),
  accreditationCount: z.number().int(),
})
export type AgencySummary = z.infer<typeof agencySummarySchema>

export const agencyFilterSchema = z.object({
  countries: z.array(z.string()),
  registers: z.array(agencyRegisterSchema),
  isUsed: z.boolean().nullable(),
  ids: z.array(idSchema).nullable(),
})
export type AgencyFilter = z.infer<typeof agencyFilterSchema>

/** The filter that leaves every agency in. */
export const allAgencies: AgencyFilter = { countries: [], registers: [], isUsed: null, ids: null }

export const agencyColumns = [
  'acronym',
  'name',
  'countryName',
  'deqarId',
  'validTo',
  'accreditationCount',
] as const

/** What a source says of an agency: a number in EPVO, a number in DEQAR, or its name. */
export type AgencyMention = { readonly epvoId?: number; readonly deqarId?: number; readonly name?: string }

const folded = (text: string): string => text.trim().toLowerCase()

/**
 * The agency that a source means. Several numbers of EPVO may lead to one agency: its dictionary lists ASIIN as 1 and
 * as 2. Number 0 is no agency.
 */
export function findAgency<A extends AgencyFields>(
  agencies: readonly A[],
  { epvoId, deqarId, name = '' }: AgencyMention,
): A | undefined {
  const sought = folded(name)
  return agencies.find(
    (agency) =>
      (epvoId !== undefined && agency.epvoIds.includes(epvoId)) ||
      (deqarId !== undefined && agency.deqarId === deqarId) ||
      (sought !== '' &&
        [agency.acronym, ...Object.values(agency.names)].some((known) => folded(known) === sought)),
  )
}
