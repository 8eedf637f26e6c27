import { useMemo } from 'react'
import { formatDay, formatNumber } from '../../shared/kernel/format.ts'
import type { partnerColumns, PartnerSummary } from '../../shared/partners/partner.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { TableColumn } from '../components/DataTable.tsx'
import { AnchorLink } from '../components/links.tsx'

type Column = TableColumn<PartnerSummary, (typeof partnerColumns)[number]>

/** The columns of the register of partners; the counts open the lists that they count. */
export function usePartnerColumns(): readonly Column[] {
  const t = useText()
  const language = useLanguage()
  return useMemo(() => {
    const count = (value: number) => (value === 0 ? '' : formatNumber(value, language))
    const columns: Column[] = [
      {
        key: 'name',
        title: t('partners:column.name'),
        width: 360,
        sort: 'name',
        text: (row) => (row.name === '' ? t('partners:untitled') : row.name),
      },
      {
        key: 'country',
        filter: 'countries',
        title: t('partners:field.country'),
        width: 170,
        sort: 'countryName',
        group: (value) => value,
        text: (row) => row.countryName,
      },
      {
        key: 'city',
        title: t('partners:field.city'),
        width: 150,
        sort: 'city',
        group: (value) => value,
        text: (row) => row.city,
      },
      {
        key: 'agreements',
        title: t('partners:column.agreements'),
        width: 120,
        sort: 'agreementCount',
        align: 'end',
        number: (row) => row.agreementCount,
        text: (row) => count(row.agreementCount),
        render: (row) =>
          row.agreementCount === 0 ? null : (
            <AnchorLink tabIndex={-1} to="/agreements" search={{ partnerId: row.id }}>
              {count(row.agreementCount)}
            </AnchorLink>
          ),
      },
      {
        key: 'active',
        title: t('partners:column.activeAgreements'),
        width: 130,
        sort: 'activeAgreementCount',
        align: 'end',
        number: (row) => row.activeAgreementCount,
        text: (row) => count(row.activeAgreementCount),
        render: (row) =>
          row.activeAgreementCount === 0 ? null : (
            <AnchorLink
              tabIndex={-1}
              to="/agreements"
              search={{ partnerId: row.id, statuses: ['active', 'expiring', 'renewing'] }}
            >
              {count(row.activeAgreementCount)}
            </AnchorLink>
          ),
      },
      {
        key: 'programmes',
        title: t('partners:column.programmes'),
        width: 130,
        sort: 'programmeCount',
        align: 'end',
        number: (row) => row.programmeCount,
        text: (row) => count(row.programmeCount),
        render: (row) =>
          row.programmeCount === 0 ? null : (
            <AnchorLink tabIndex={-1} to="/programmes" search={{ partnerId: row.id }}>
              {count(row.programmeCount)}
            </AnchorLink>
          ),
      },
      {
        key: 'activity',
        title: t('partners:column.lastActivity'),
        width: 140,
        sort: 'lastActivityOn',
        align: 'end',
        day: (row) => row.lastActivityOn,
        text: (row) => (row.lastActivityOn === null ? '' : formatDay(row.lastActivityOn, language)),
      },
      {
        key: 'website',
        title: t('partners:field.website'),
        width: 200,
        isExtra: true,
        text: (row) => row.website,
      },
      {
        key: 'identifiers',
        title: t('partners:field.identifiers'),
        width: 240,
        isExtra: true,
        text: (row) =>
          row.identifiers.map(({ scheme, value }) => `${t(`partners:scheme.${scheme}`)} ${value}`).join(', '),
      },
    ]
    return columns
  }, [t, language])
}
