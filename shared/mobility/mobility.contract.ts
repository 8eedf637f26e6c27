import { recordContract } from '../kernel/record-contract.ts'
import { cohortColumns, cohortFieldsSchema, cohortFilterSchema, cohortSchema, cohortSummarySchema } from './cohort.ts'

export const mobilityContract = recordContract({
  record: cohortSchema,
  fields: cohortFieldsSchema,
  summary: cohortSummarySchema,
  filter: cohortFilterSchema,
  columns: cohortColumns,
})
