import { personFieldsSchema } from '../../../shared/people/person.ts'
import { createJsonStore } from '../workspace/json-store.ts'

/** The people who work with the workspace. */
export const personStore = createJsonStore({
  entity: 'person',
  schema: personFieldsSchema,
  references: () => [],
})
