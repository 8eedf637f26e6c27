import {
  type AccreditationFields,
  accreditationFieldsSchema,
} from '../../../shared/accreditation/accreditation.ts'
import { createJsonStore } from '../workspace/json-store.ts'
import type { FieldReference } from '../workspace/references.ts'

/** The records that an accreditation points at. */
export function accreditationReferences({ object, agencyId }: AccreditationFields): FieldReference[] {
  const references: FieldReference[] = []
  if (agencyId !== null) references.push({ entity: 'agency', id: agencyId, field: 'agencyId' })
  if (object.kind === 'programme')
    references.push({ entity: 'programme', id: object.programmeId, field: 'object.programmeId' })
  if (object.kind === 'partner' || object.kind === 'partner-programme')
    references.push({ entity: 'partner', id: object.partnerId, field: 'object.partnerId' })
  return references
}

/** Accreditations of the university, its programmes and its partners. */
export const accreditationStore = createJsonStore({
  entity: 'accreditation',
  schema: accreditationFieldsSchema,
  references: accreditationReferences,
})
