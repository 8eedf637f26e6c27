import { type ActionFields, actionFieldsSchema, type ActionOrigin } from '../../../shared/actions/action.ts'
import { createJsonStore } from '../workspace/json-store.ts'
import type { FieldReference } from '../workspace/references.ts'

/** The record that an action answers to. */
function originReferences(origin: ActionOrigin): FieldReference[] {
  return origin.kind === 'criterion'
    ? [{ entity: 'assessment', id: origin.assessmentId, field: 'origin.assessmentId' }]
    : []
}

/** What is done about weak criteria, conditions, findings and survey results. */
export const actionStore = createJsonStore<ActionFields>({
  entity: 'action',
  schema: actionFieldsSchema,
  references: ({ origin, ownerId, closureEvidenceIds, carriedFromId }) => [
    ...originReferences(origin),
    ...(ownerId === null ? [] : [{ entity: 'person' as const, id: ownerId, field: 'ownerId' }]),
    ...closureEvidenceIds.map((id, index) => ({
      entity: 'evidence' as const,
      id,
      field: `closureEvidenceIds.${index}`,
    })),
    ...(carriedFromId === null
      ? []
      : [{ entity: 'action' as const, id: carriedFromId, field: 'carriedFromId' }]),
  ],
})
