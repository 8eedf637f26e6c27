import { type InvolvementFields, involvementFieldsSchema } from '../../../shared/stakeholders/involvement.ts'
import { createJsonStore } from '../workspace/json-store.ts'
import type { FieldReference } from '../workspace/references.ts'

/** The programme and the evidence that an involvement points at. */
export const involvementReferences = ({ programmeId, evidenceIds }: InvolvementFields): FieldReference[] => [
  ...(programmeId === null ? [] : [{ entity: 'programme' as const, id: programmeId, field: 'programmeId' }]),
  ...evidenceIds.map((id) => ({ entity: 'evidence' as const, id, field: 'evidenceIds' })),
]

/** The log of participation. */
export const involvementStore = createJsonStore<InvolvementFields>({
  entity: 'involvement',
  schema: involvementFieldsSchema,
  references: involvementReferences,
})
