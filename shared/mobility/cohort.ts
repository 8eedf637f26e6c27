import { z } from 'zod'
import { idSchema, recordMetaSchema } from '../kernel/record.ts'
import { levelSchema } from '../programmes/programme.ts'

const count = z.number().int().min(0).max(100_000)

/** Why learners left the double-degree track. */
export const withdrawalReasonSchema = z.enum(['academic', 'financial', 'health', 'visa', 'force_majeure', 'other'])
export const fundingSourceSchema = z.enum(['state_grant', 'university', 'scholarship', 'partner', 'own'])

/** Counts of one programme in one academic year. No learner is named. The level is the programme's. */
export const cohortFieldsSchema = z.object({
  programmeId: idSchema,
  /** Year of the September in which the academic year begins: 2021 is 2021/22. */
  academicYear: z.number().int().min(1990).max(2199),
  /** Learners on the programme in the year, all courses. */
  contingent: count,
  applied: count,
  /** Left for the partner, came from the partner, and were at the partner during the year. */
  outgoing: count,
  incoming: count,
  atPartner: count,
  returned: count,
  graduated: count,
  /** Withdrawn by reason; a missing reason is 0. */
  withdrawn: z.partialRecord(withdrawalReasonSchema, count),
  /** Contingent by source of funding; a missing source is 0. */
  funding: z.partialRecord(fundingSourceSchema, count),
  /** Foreign citizens among the contingent. */
  foreignCitizens: count,
  /** Where the numbers come from, such as the registrar's extract and its date. */
  source: z.string().trim().max(300),
})
export type CohortFields = z.infer<typeof cohortFieldsSchema>

export const cohortSchema = recordMetaSchema.extend(cohortFieldsSchema.shape)
export type Cohort = z.infer<typeof cohortSchema>

export const cohortSummarySchema = cohortSchema
  .pick({
    id: true,
    revision: true,
    isSample: true,
    programmeId: true,
    academicYear: true,
    contingent: true,
    applied: true,
    outgoing: true,
    incoming: true,
    atPartner: true,
    returned: true,
    graduated: true,
    foreignCitizens: true,
  })
  .extend({
    programmeName: z.string(),
    level: levelSchema,
    partnerNames: z.string(),
    withdrawnTotal: z.number().int(),
  })
export type CohortSummary = z.infer<typeof cohortSummarySchema>

export const cohortFilterSchema = z.object({
  levels: z.array(levelSchema),
  academicYears: z.array(z.number().int()),
  programmeId: idSchema.nullable(),
  ids: z.array(z.string()).nullable(),
})
export type CohortFilter = z.infer<typeof cohortFilterSchema>
export const cohortColumns = [
  'programmeName',
  'level',
  'academicYear',
  'contingent',
  'applied',
  'outgoing',
  'incoming',
  'atPartner',
  'returned',
  'graduated',
  'withdrawnTotal',
] as const
