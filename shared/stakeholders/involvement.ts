import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { idSchema, localizedTextSchema, recordMetaSchema } from '../kernel/record.ts'

/** Who took part. */
export const audienceSchema = z.enum(['employer', 'student', 'graduate', 'partner', 'staff', 'expert'])
export type Audience = z.infer<typeof audienceSchema>

/** What they took part in. */
export const activitySchema = z.enum([
  'design',
  'review',
  'board',
  'commission',
  'practice',
  'teaching',
  'survey',
  'meeting',
  'other',
])

/** One time at which people from outside or learners took part in the quality of the programmes. Nobody is named. */
export const involvementFieldsSchema = z.object({
  names: localizedTextSchema,
  on: daySchema,
  audience: audienceSchema,
  /** Employer, partner or association; empty for own students and staff. */
  organisation: z.string().trim().max(300),
  activity: activitySchema,
  /** What was asked of them and what they said. */
  content: z.string().trim().max(5000),
  /** What the university decided or changed afterwards. */
  outcome: z.string().trim().max(5000),
  /** Null: the university as a whole. */
  programmeId: idSchema.nullable(),
  evidenceIds: z.array(idSchema).max(100),
  /** People who took part; null: not counted. */
  personCount: z.number().int().min(1).max(100_000).nullable(),
})
export type InvolvementFields = z.infer<typeof involvementFieldsSchema>

/** An involvement before anything is entered. */
export function emptyInvolvement(on: string): InvolvementFields {
  return {
    names: { kk: '', ru: '', en: '' },
    on,
    audience: 'employer',
    organisation: '',
    activity: 'review',
    content: '',
    outcome: '',
    programmeId: null,
    evidenceIds: [],
    personCount: null,
  }
}

export const involvementSchema = recordMetaSchema.extend(involvementFieldsSchema.shape)
export type Involvement = z.infer<typeof involvementSchema>

export const involvementSummarySchema = involvementSchema
  .pick({
    id: true,
    revision: true,
    isSample: true,
    on: true,
    audience: true,
    organisation: true,
    activity: true,
    outcome: true,
    programmeId: true,
    personCount: true,
  })
  .extend({
    name: z.string(),
    programmeName: z.string(),
    /** Academic year of the day, by its September. */
    academicYear: z.number().int(),
    evidenceCount: z.number().int(),
    hasOutcome: z.boolean(),
  })
export type InvolvementSummary = z.infer<typeof involvementSummarySchema>

export const involvementFilterSchema = z.object({
  audiences: z.array(audienceSchema),
  activities: z.array(activitySchema),
  years: z.array(z.string()),
  programmeIds: z.array(z.string()),
  hasEvidence: z.boolean().nullable(),
  hasOutcome: z.boolean().nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  ids: z.array(z.string()).nullable(),
})
export type InvolvementFilter = z.infer<typeof involvementFilterSchema>

/** The filter that leaves every involvement in. */
export const allInvolvements: InvolvementFilter = {
  audiences: [],
  activities: [],
  years: [],
  programmeIds: [],
  hasEvidence: null,
  hasOutcome: null,
  from: null,
  to: null,
  ids: null,
}

export const involvementColumns = [
  'on',
  'name',
  'audience',
  'organisation',
  'activity',
  'programmeName',
  'personCount',
  'evidenceCount',
  'academicYear',
] as const
