import { z } from 'zod'
import { idSchema, recordMetaSchema, revisionReferenceSchema } from '../kernel/record.ts'
import { levelSchema } from '../programmes/programme.ts'

const count = z.number().int().min(0).max(100_000)

/** Why learners left the double-degree track. */
export const withdrawalReasonSchema = z.enum([
  'academic',
  'financial',
  'health',
  'visa',
  'force_majeure',
  'other',
])
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

/** A cohort before anything was counted. */
export function emptyCohort(programmeId: string, academicYear: number): CohortFields {
  return {
    programmeId,
    academicYear,
    contingent: 0,
    applied: 0,
    outgoing: 0,
    incoming: 0,
    atPartner: 0,
    returned: 0,
    graduated: 0,
    withdrawn: {},
    funding: {},
    foreignCitizens: 0,
    source: '',
  }
}

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

/** The filter that leaves every entry in. */
export const allCohorts: CohortFilter = { levels: [], academicYears: [], programmeId: null, ids: null }

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
  'partnerNames',
] as const

/** The counts that are typed for many programmes at once. */
export const yearCountsSchema = cohortFieldsSchema.pick({
  contingent: true,
  applied: true,
  outgoing: true,
  incoming: true,
  atPartner: true,
  returned: true,
  graduated: true,
  foreignCitizens: true,
})
export type YearCounts = z.infer<typeof yearCountsSchema>

/** Counts of many programmes in one academic year, saved together or not at all. */
export const yearEntrySchema = z.object({
  academicYear: cohortFieldsSchema.shape.academicYear,
  /** Where the numbers come from; null: the source of existing records stays as it is. */
  source: cohortFieldsSchema.shape.source.nullable(),
  rows: z
    .array(
      z.object({
        programmeId: idSchema,
        /** The revision that the counts were read from; null: nothing was saved for this programme and year. */
        revision: z.number().int().min(1).nullable(),
        /** Only what changes; a new record has 0 elsewhere. */
        counts: yearCountsSchema.partial(),
      }),
    )
    .min(1)
    .max(20_000),
})
export type YearEntry = z.infer<typeof yearEntrySchema>

/** What became of the rows, in their order. */
export const yearEntryResultSchema = z.array(
  revisionReferenceSchema.extend({ programmeId: idSchema, isNew: z.boolean() }),
)
export type YearEntryResult = z.infer<typeof yearEntryResultSchema>

/** Sums over a filtered list of cohorts. */
export const cohortTotalsSchema = yearCountsSchema.extend({
  withdrawn: z.number().int(),
  records: z.number().int(),
})
export type CohortTotals = z.infer<typeof cohortTotalsSchema>
