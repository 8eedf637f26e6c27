import { type AccreditationFields, emptyAccreditation } from '../../shared/accreditation/accreditation.ts'
import { type AgencyFields, emptyAgency } from '../../shared/accreditation/agency.ts'

/** Fields of an own accreditation of a programme that holds from 2022 to 2027. */
export function anAccreditation(
  programmeId: string,
  fields: Partial<AccreditationFields> = {},
): AccreditationFields {
  return {
    ...emptyAccreditation,
    object: { kind: 'programme', programmeId },
    kind: 'specialised',
    validFrom: '2022-06-16',
    validTo: '2027-06-15',
    decidedOn: '2022-06-15',
    certificateNumber: 'AB 1234',
    ...fields,
  }
}

/** Fields of an agency. */
export function anAgency(acronym: string, fields: Partial<AgencyFields> = {}): AgencyFields {
  return { ...emptyAgency, acronym, country: 'KZ', ...fields }
}
