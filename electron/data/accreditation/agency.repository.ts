import { agencyFieldsSchema } from '../../../shared/accreditation/agency.ts'
import { createJsonStore } from '../workspace/json-store.ts'

/** The bodies that accredit. */
export const agencyStore = createJsonStore({
  entity: 'agency',
  schema: agencyFieldsSchema,
  references: () => [],
})
