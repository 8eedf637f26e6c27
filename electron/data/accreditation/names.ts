import type { Accreditation, AccreditedObject } from '../../../shared/accreditation/accreditation.ts'
import { accreditedName } from '../../../shared/accreditation/object-name.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language, LocalizedText } from '../../../shared/kernel/record.ts'
import type { RecordCache } from '../registers/record-cache.ts'

/** What people call an accredited object; the home university by its own name. */
export function objectName(cache: RecordCache, object: AccreditedObject, language: Language): string {
  return objectNames(cache, object, (names) => nameIn(names, language))
}

/** The same with a choice of its own among the languages. */
export function objectNames(
  cache: RecordCache,
  object: AccreditedObject,
  name: (names: LocalizedText) => string,
): string {
  const [institution] = cache.institution.values()
  const lookups = {
    institution,
    programme: (id: string) => cache.programme.get(id),
    partner: (id: string) => cache.partner.get(id),
  }
  return accreditedName(object, lookups, name)
}

/** What people call the agency of an accreditation, else what its source wrote. */
export function agencyName(
  cache: RecordCache,
  { agencyId, agencyAtSource }: Pick<Accreditation, 'agencyId' | 'agencyAtSource'>,
  language: Language,
): string {
  const agency = agencyId === null ? undefined : cache.agency.get(agencyId)
  if (agency === undefined) return agencyAtSource
  return agency.acronym === '' ? nameIn(agency.names, language) : agency.acronym
}
