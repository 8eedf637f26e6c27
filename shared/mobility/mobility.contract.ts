import { z } from 'zod'
import { procedure } from '../kernel/contract-base.ts'
import { daySchema } from '../kernel/day.ts'
import { recordContract } from '../kernel/record-contract.ts'
import { languageSchema } from '../kernel/record.ts'
import { levelSchema } from '../programmes/programme.ts'
import {
  cohortColumns,
  cohortFieldsSchema,
  cohortFilterSchema,
  cohortSchema,
  cohortSummarySchema,
  cohortTotalsSchema,
  yearEntryResultSchema,
  yearEntrySchema,
} from './cohort.ts'

export const mobilityContract = {
  ...recordContract({
    record: cohortSchema,
    fields: cohortFieldsSchema,
    summary: cohortSummarySchema,
    filter: cohortFilterSchema,
    columns: cohortColumns,
  }),
  /** Sums by level over everything that a list with this text and filter shows; a level without records is absent. */
  totals: procedure
    .input(
      z.object({
        text: z.string().max(200),
        filter: cohortFilterSchema,
        on: daySchema,
        language: languageSchema,
      }),
    )
    .output(z.partialRecord(levelSchema, cohortTotalsSchema)),
  /** Saves the counts of many programmes in one academic year together, or none of them. */
  enterYear: procedure.input(yearEntrySchema).output(yearEntryResultSchema),
}
