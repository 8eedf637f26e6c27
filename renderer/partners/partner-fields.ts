import type { Partner, PartnerFields } from '../../shared/partners/partner.ts'
import type { Translate } from '../../shared/locales/i18n.ts'

/** The fields of a partner before anything is entered. */
export const emptyPartner: PartnerFields = {
  names: { kk: '', ru: '', en: '' },
  country: '',
  city: '',
  website: '',
  identifiers: [],
  contacts: [],
  rankings: [],
  creditSystem: 'ECTS',
  ectsPerCredit: 1,
  notes: '',
}

/** The fields of a stored partner, as its form edits them. */
export function fieldsOfPartner(partner: Partner): PartnerFields {
  const {
    id: _id,
    createdAt: _created,
    updatedAt: _updated,
    revision: _revision,
    isSample: _sample,
    ...fields
  } = partner
  return fields
}

const titled = [
  'names',
  'country',
  'city',
  'website',
  'identifiers',
  'contacts',
  'rankings',
  'creditSystem',
  'ectsPerCredit',
  'notes',
] as const

/** What people call a field of a partner, by its path. */
export function partnerFieldTitle(t: Translate, path: string): string {
  const [name = ''] = path.split('.')
  const field = titled.find((candidate) => candidate === name)
  return field === undefined ? name : t(`partners:field.${field}`)
}
