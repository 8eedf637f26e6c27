import { recordContract } from '../kernel/record-contract.ts'
import {
  programmeColumns,
  programmeFieldsSchema,
  programmeFilterSchema,
  programmeSchema,
  programmeSummarySchema,
} from './programme.ts'

export const programmesContract = recordContract({
  record: programmeSchema,
  fields: programmeFieldsSchema,
  summary: programmeSummarySchema,
  filter: programmeFilterSchema,
  columns: programmeColumns,
})
