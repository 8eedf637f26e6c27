import type { PartnerFilter } from '../../shared/partners/partner.ts'
import { countryName } from '../../shared/reference/countries.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { FilterSpec } from '../components/FilterChips.tsx'

/** The filters of the register of partners. */
export function usePartnerFilters(): readonly FilterSpec<PartnerFilter>[] {
  const t = useText()
  const language = useLanguage()
  return [
    {
      kind: 'set',
      id: 'countries',
      title: t('partners:filter.countries'),
      facet: 'countries',
      selected: ({ countries }) => countries,
      change: (countries) => ({ countries: [...countries] }),
      titleOf: (code) => countryName(code, language),
    },
    {
      kind: 'flag',
      id: 'hasActiveAgreement',
      title: t('partners:filter.hasActiveAgreement'),
      selected: ({ hasActiveAgreement }) => hasActiveAgreement,
      change: (hasActiveAgreement) => ({ hasActiveAgreement }),
      yes: t('partners:filter.activeYes'),
      no: t('partners:filter.activeNo'),
    },
    {
      kind: 'flag',
      id: 'hasProgramme',
      title: t('partners:filter.hasProgramme'),
      selected: ({ hasProgramme }) => hasProgramme,
      change: (hasProgramme) => ({ hasProgramme }),
      yes: t('partners:filter.programmeYes'),
      no: t('partners:filter.programmeNo'),
    },
    {
      kind: 'fixed',
      id: 'ids',
      title: t('partners:filter.ids'),
      selected: ({ ids }) => (ids === null ? null : t('common:filter.chosenRecords', { count: ids.length })),
      remove: () => ({ ids: null }),
    },
  ]
}
