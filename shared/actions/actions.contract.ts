import { z } from 'zod'
import { standardCodeSchema } from '../frameworks/framework.ts'
import { procedure } from '../kernel/contract-base.ts'
import { recordContract } from '../kernel/record-contract.ts'
import { idSchema, languageSchema, revisionReferenceSchema } from '../kernel/record.ts'
import {
  actionColumns,
  actionFieldsSchema,
  actionFilterSchema,
  actionSchema,
  actionSummarySchema,
  changedActionSchema,
  weakCriterionSchema,
} from './action.ts'

/** Actions: what is done about weak criteria, conditions, findings and survey results, by whom and by when. */
export const actionsContract = {
  ...recordContract({
    record: actionSchema,
    fields: actionFieldsSchema,
    summary: actionSummarySchema,
    filter: actionFilterSchema,
    columns: actionColumns,
  }),
  /** Criteria of level 1 or 2 in cycles that are not closed, without an action; `cycleId`: of that cycle alone. */
  weakCriteria: procedure
    .input(z.object({ language: languageSchema, cycleId: idSchema.nullable() }))
    .output(z.array(weakCriterionSchema)),
  /**
   * Drafts an action for each criterion: what the assessment recommends is its title and the weakness its reason. A
   * criterion that has an action already gets none.
   */
  draftFromCriteria: procedure
    .input(
      z.object({
        language: languageSchema,
        criteria: z
          .array(z.object({ assessmentId: idSchema, criterion: standardCodeSchema }))
          .min(1)
          .max(1000),
      }),
    )
    .output(z.object({ created: z.array(revisionReferenceSchema) })),
  /**
   * Changes many actions together or none; a new state brings its day of closing. Returns what each was before, in the
   * form in which this procedure takes it back. Refused with `invalid-record` when one of them may not be so.
   */
  changeMany: procedure
    .input(z.object({ records: z.array(changedActionSchema).min(1).max(2000) }))
    .output(z.object({ before: z.array(changedActionSchema) })),
  /**
   * Goes on in a later cycle with the actions of a cycle that are not over: each becomes an action of the same criterion
   * and scope there, and the old one is marked as carried over. `left`: those whose scope or criterion is not in it.
   */
  carryOver: procedure
    .input(z.object({ fromCycleId: idSchema, toCycleId: idSchema }))
    .output(z.object({ created: z.array(revisionReferenceSchema), left: z.number().int() })),
  /** Takes a carry-over back: removes the actions and opens those that they went on with. */
  takeBackCarryOver: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(2000) }))
    .output(z.object({ removed: z.array(revisionReferenceSchema) })),
}
