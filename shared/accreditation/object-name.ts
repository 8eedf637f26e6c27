import type { LocalizedText } from '../kernel/record.ts'
import type { AccreditedObject } from './accreditation.ts'

type Named = { readonly names: LocalizedText }

/** Where the names of accredited objects are looked up. */
export type ObjectLookups = {
  readonly institution: Named | undefined
  programme(id: string): (Named & { readonly code: string }) | undefined
  partner(id: string): Named | undefined
}

const coded = (code: string, name: string): string => [code, name].filter((part) => part !== '').join(' ')

/** What people call an accredited object; `name` chooses among the languages. */
export function accreditedName(
  object: AccreditedObject,
  lookups: ObjectLookups,
  name: (names: LocalizedText) => string,
): string {
  switch (object.kind) {
    case 'programme': {
      const programme = lookups.programme(object.programmeId)
      return programme === undefined ? '' : coded(programme.code, name(programme.names))
    }
    case 'other-programme':
      return coded(object.code, object.name)
    case 'partner':
    case 'partner-programme': {
      const partner = lookups.partner(object.partnerId)
      const university = partner === undefined ? '' : name(partner.names)
      return object.kind === 'partner' ? university : `${object.name} · ${university}`
    }
    default:
      return lookups.institution === undefined ? '' : name(lookups.institution.names)
  }
}
