import { recordContract } from '../kernel/record-contract.ts'
import {
  partnerColumns,
  partnerFieldsSchema,
  partnerFilterSchema,
  partnerSchema,
  partnerSummarySchema,
} from './partner.ts'

export const partnersContract = recordContract({
  record: partnerSchema,
  fields: partnerFieldsSchema,
  summary: partnerSummarySchema,
  filter: partnerFilterSchema,
  columns: partnerColumns,
})
