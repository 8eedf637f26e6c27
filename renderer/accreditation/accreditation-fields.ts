import type { Translate } from '../../shared/locales/i18n.ts'

const titled = [
  'object',
  'agencyId',
  'agencyAtSource',
  'kind',
  'isInternational',
  'validFrom',
  'validTo',
  'decidedOn',
  'decision',
  'conditions',
  'certificateNumber',
  'reportUrl',
  'source',
  'sourceId',
  'notes',
] as const

/** What people call a field of an accreditation, by its path. */
export function accreditationFieldTitle(t: Translate, path: string): string {
  const [name = ''] = path.split('.')
  const field = titled.find((candidate) => candidate === name)
  return field === undefined ? name : t(`accreditation:field.${field}`)
}

const titledOfAgency = [
  'names',
  'acronym',
  'country',
  'deqarId',
  'epvoIds',
  'registers',
  'validFrom',
  'validTo',
  'website',
  'source',
] as const

/** What people call a field of an agency, by its path. */
export function agencyFieldTitle(t: Translate, path: string): string {
  const [name = ''] = path.split('.')
  const field = titledOfAgency.find((candidate) => candidate === name)
  return field === undefined ? name : t(`accreditation:agency.field.${field}`)
}
