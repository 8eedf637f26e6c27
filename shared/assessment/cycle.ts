import { z } from 'zod'
import { frameworkReferenceSchema } from '../frameworks/framework.ts'
import { daySchema } from '../kernel/day.ts'
import { idSchema, localizedTextSchema, recordMetaSchema } from '../kernel/record.ts'

/** A day by which something of the cycle must be done, such as the draft or the visit. */
export const milestoneSchema = z.object({
  name: z.string().trim().max(200),
  dueOn: daySchema,
  doneOn: daySchema.nullable(),
})

/** What somebody does in one cycle, beside their role in the workspace. */
export const teamRoleSchema = z.enum(['manager', 'contributor', 'reviewer'])

/** One round of self-assessment by one edition of one framework. */
export const cycleFieldsSchema = z.object({
  names: localizedTextSchema,
  /** The published framework record that the answers follow. It stays as it is when a newer edition arrives. */
  frameworkId: idSchema,
  startsOn: daySchema,
  endsOn: daySchema,
  /** The agency's visit; null: none is planned. */
  visitOn: daySchema.nullable(),
  /** Code of the scale in which the report states levels; null: our own levels. */
  scaleCode: z.string().max(40).nullable(),
  milestones: z.array(milestoneSchema).max(50),
  team: z.array(z.object({ personId: idSchema, role: teamRoleSchema })).max(100),
  /** The cycle whose texts, evidence and open actions this one starts from. */
  previousCycleId: idSchema.nullable(),
  /** A closed cycle is kept as it is. */
  isClosed: z.boolean(),
})
export type CycleFields = z.infer<typeof cycleFieldsSchema>

export const cycleSchema = recordMetaSchema.extend(cycleFieldsSchema.shape)
export type Cycle = z.infer<typeof cycleSchema>

/** A cycle in the list, with the framework it follows and how far it is. */
export const cycleSummarySchema = cycleSchema.extend({
  framework: frameworkReferenceSchema,
  assessmentCount: z.number().int(),
  /** Criteria that apply, over all assessments, and how many of them have a level. */
  applicable: z.number().int(),
  assessed: z.number().int(),
  /** Assessed of applicable criteria over all assessments, 0 to 1; null: nothing applies. */
  progress: z.number().nullable(),
})
export type CycleSummary = z.infer<typeof cycleSummarySchema>
