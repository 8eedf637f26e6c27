import type { Agreement, AgreementFields } from '../../shared/agreements/agreement.ts'
import type { Translate } from '../../shared/locales/i18n.ts'

/** The fields of an agreement before anything is entered. */
export const emptyAgreement: AgreementFields = {
  kind: 'agreement',
  number: '',
  title: '',
  subject: '',
  partnerIds: [],
  stage: 'draft',
  signedOn: null,
  startsOn: null,
  term: null,
  terminatedOn: null,
  parentId: null,
  predecessorId: null,
  signatories: [],
  events: [],
  owner: '',
  notes: '',
}

/** The fields of a stored agreement, as its form edits them. */
export function fieldsOfAgreement(agreement: Agreement): AgreementFields {
  const {
    id: _id,
    createdAt: _created,
    updatedAt: _updated,
    revision: _revision,
    isSample: _sample,
    ...fields
  } = agreement
  return fields
}

const titled = [
  'kind',
  'number',
  'title',
  'subject',
  'partnerIds',
  'stage',
  'signedOn',
  'startsOn',
  'terminatedOn',
  'parentId',
  'predecessorId',
  'signatories',
  'events',
  'owner',
  'notes',
] as const

/** What people call a field of an agreement, by its path. */
export function agreementFieldTitle(t: Translate, path: string): string {
  const [name = ''] = path.split('.')
  if (name === 'term') return t('agreements:field.termTitle')
  const field = titled.find((candidate) => candidate === name)
  return field === undefined ? name : t(`agreements:field.${field}`)
}
