import { type EvidenceFields, evidenceFieldsSchema } from '../../../shared/evidence/evidence.ts'
import { createJsonStore } from '../workspace/json-store.ts'

/** The library of evidence. Which criteria use a piece stands in their answers. */
export const evidenceStore = createJsonStore<EvidenceFields>({
  entity: 'evidence',
  schema: evidenceFieldsSchema,
  references: ({ ownerId }) =>
    ownerId === null ? [] : [{ entity: 'person', id: ownerId, field: 'ownerId' }],
})
