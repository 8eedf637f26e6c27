import {
  agreementKindSchema,
  agreementStatusSchema,
  termSchema,
  type AgreementFilter,
} from '../../shared/agreements/agreement.ts'
import { countryName } from '../../shared/reference/countries.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { FilterSpec } from '../components/FilterChips.tsx'
import { useRecordNames } from '../components/RecordSelect.tsx'
import { partnerSource } from '../partners/partner-list.ts'

const termKinds = termSchema.options.map(({ shape }) => shape.kind.value)

/** The filters of the register of agreements. */
export function useAgreementFilters(filter: AgreementFilter): readonly FilterSpec<AgreementFilter>[] {
  const t = useText()
  const language = useLanguage()
  const names = useRecordNames(partnerSource, filter.partnerId === null ? [] : [filter.partnerId])
  return [
    {
      kind: 'set',
      id: 'statuses',
      title: t('agreements:filter.statuses'),
      facet: 'statuses',
      options: agreementStatusSchema.options,
      selected: ({ statuses }) => statuses,
      change: (values) => ({
        statuses: agreementStatusSchema.options.filter((status) => values.includes(status)),
      }),
      titleOf: (value) => t(`agreements:status.${agreementStatusSchema.parse(value)}`),
    },
    {
      kind: 'days',
      id: 'ends',
      title: t('agreements:filter.ends'),
      selected: ({ endsFrom, endsTo }) => ({ from: endsFrom, to: endsTo }),
      change: (endsFrom, endsTo) => ({ endsFrom, endsTo }),
    },
    {
      kind: 'set',
      id: 'kinds',
      title: t('agreements:filter.kinds'),
      facet: 'kinds',
      options: agreementKindSchema.options,
      selected: ({ kinds }) => kinds,
      change: (values) => ({ kinds: agreementKindSchema.options.filter((kind) => values.includes(kind)) }),
      titleOf: (value) => t(`agreements:kind.${agreementKindSchema.parse(value)}`),
    },
    {
      kind: 'set',
      id: 'termKinds',
      title: t('agreements:filter.termKinds'),
      facet: 'termKinds',
      options: termKinds,
      selected: (current) => current.termKinds,
      change: (values) => ({ termKinds: termKinds.filter((kind) => values.includes(kind)) }),
      titleOf: (value) => t(`agreements:term.${termKinds.find((kind) => kind === value) ?? 'none'}`),
    },
    {
      kind: 'set',
      id: 'countries',
      title: t('agreements:filter.countries'),
      facet: 'countries',
      selected: ({ countries }) => countries,
      change: (countries) => ({ countries: [...countries] }),
      titleOf: (code) => countryName(code, language),
    },
    {
      kind: 'flag',
      id: 'isDeclarative',
      title: t('agreements:filter.declarative'),
      selected: ({ isDeclarative }) => isDeclarative,
      change: (isDeclarative) => ({ isDeclarative }),
      yes: t('agreements:filter.declarativeYes'),
      no: t('agreements:filter.declarativeNo'),
    },
    {
      kind: 'days',
      id: 'notice',
      isExtra: true,
      title: t('agreements:column.noticeBy'),
      selected: ({ noticeFrom = null, noticeTo = null }) => ({ from: noticeFrom, to: noticeTo }),
      change: (noticeFrom, noticeTo) => ({ noticeFrom, noticeTo }),
    },
    {
      kind: 'days',
      id: 'signed',
      isExtra: true,
      title: t('agreements:field.signedOn'),
      selected: ({ signedFrom = null, signedTo = null }) => ({ from: signedFrom, to: signedTo }),
      change: (signedFrom, signedTo) => ({ signedFrom, signedTo }),
    },
    {
      kind: 'days',
      id: 'starts',
      isExtra: true,
      title: t('agreements:field.startsOn'),
      selected: ({ startsFrom = null, startsTo = null }) => ({ from: startsFrom, to: startsTo }),
      change: (startsFrom, startsTo) => ({ startsFrom, startsTo }),
    },
    {
      kind: 'text',
      id: 'title',
      isExtra: true,
      title: t('agreements:field.title'),
      selected: ({ titleHas = null }) => titleHas,
      change: (titleHas) => ({ titleHas }),
    },
    {
      kind: 'text',
      id: 'number',
      isExtra: true,
      title: t('agreements:field.number'),
      selected: ({ numberHas = null }) => numberHas,
      change: (numberHas) => ({ numberHas }),
    },
    {
      kind: 'text',
      id: 'owner',
      isExtra: true,
      title: t('agreements:field.owner'),
      selected: ({ ownerHas = null }) => ownerHas,
      change: (ownerHas) => ({ ownerHas }),
    },
    {
      kind: 'fixed',
      id: 'partnerId',
      title: t('agreements:filter.partner'),
      selected: ({ partnerId }) => (partnerId === null ? null : (names.get(partnerId) ?? '…')),
      remove: () => ({ partnerId: null }),
    },
    {
      kind: 'fixed',
      id: 'ids',
      title: t('agreements:filter.ids'),
      selected: ({ ids }) => (ids === null ? null : t('common:filter.chosenRecords', { count: ids.length })),
      remove: () => ({ ids: null }),
    },
  ]
}
