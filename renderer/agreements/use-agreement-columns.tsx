import { useMemo } from 'react'
import {
  type agreementColumns,
  agreementKindSchema,
  agreementStatusSchema,
  type AgreementSummary,
} from '../../shared/agreements/agreement.ts'
import { formatDay, formatNumber } from '../../shared/kernel/format.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { TableColumn } from '../components/DataTable.tsx'
import { agreementName } from './agreement-list.ts'
import { AgreementStatusBadge } from './AgreementStatusBadge.tsx'
import { daysInColumn, termInWords } from './term-words.ts'

type Column = TableColumn<AgreementSummary, (typeof agreementColumns)[number]>

/** The columns of the register of agreements. */
export function useAgreementColumns(): readonly Column[] {
  const t = useText()
  const language = useLanguage()
  return useMemo(() => {
    const day = (value: Day | null) => (value === null ? '' : formatDay(value, language))
    const count = (value: number) => (value === 0 ? '' : formatNumber(value, language))
    const columns: Column[] = [
      {
        key: 'number',
        filter: 'number',
        title: t('agreements:field.number'),
        width: 150,
        sort: 'number',
        text: (row) => agreementName(t, row),
      },
      {
        key: 'partners',
        title: t('agreements:field.partnerIds'),
        width: 280,
        sort: 'partnerNames',
        group: (value) => value,
        text: (row) => row.partnerNames,
      },
      {
        key: 'status',
        filter: 'statuses',
        title: t('agreements:column.status'),
        width: 180,
        sort: 'status',
        group: (value) => t(`agreements:status.${agreementStatusSchema.parse(value)}`),
        text: (row) => t(`agreements:status.${row.status}`),
        render: (row) => <AgreementStatusBadge status={row.status} />,
      },
      {
        key: 'ends',
        filter: 'ends',
        title: t('agreements:column.endsOn'),
        width: 110,
        sort: 'endsOn',
        align: 'end',
        day: (row) => row.endsOn,
        text: (row) => day(row.endsOn),
      },
      {
        key: 'left',
        filter: 'ends',
        title: t('agreements:column.daysLeft'),
        width: 150,
        sort: 'daysLeft',
        align: 'end',
        number: (row) => row.daysLeft,
        text: (row) => daysInColumn(t, row.daysLeft),
      },
      {
        key: 'title',
        filter: 'title',
        title: t('agreements:field.title'),
        width: 260,
        sort: 'title',
        text: (row) => row.title,
      },
      {
        key: 'kind',
        filter: 'kinds',
        title: t('agreements:field.kind'),
        width: 130,
        sort: 'kind',
        group: (value) => t(`agreements:kind.${agreementKindSchema.parse(value)}`),
        text: (row) => t(`agreements:kind.${row.kind}`),
      },
      {
        key: 'countries',
        filter: 'countries',
        title: t('agreements:column.countries'),
        width: 150,
        sort: 'countryNames',
        group: (value) => value,
        text: (row) => row.countryNames,
      },
      {
        key: 'programmes',
        title: t('agreements:column.programmes'),
        width: 120,
        sort: 'programmeCount',
        align: 'end',
        number: (row) => row.programmeCount,
        text: (row) => count(row.programmeCount),
      },
      {
        key: 'files',
        title: t('agreements:column.attachments'),
        width: 90,
        sort: 'attachmentCount',
        align: 'end',
        number: (row) => row.attachmentCount,
        text: (row) => count(row.attachmentCount),
      },
      {
        key: 'notice',
        filter: 'notice',
        title: t('agreements:column.noticeBy'),
        width: 130,
        align: 'end',
        isExtra: true,
        day: (row) => row.noticeBy,
        text: (row) => day(row.noticeBy),
      },
      {
        key: 'term',
        filter: 'termKinds',
        title: t('agreements:field.termTitle'),
        width: 220,
        isExtra: true,
        text: (row) => termInWords(t, row.term),
      },
      {
        key: 'signed',
        filter: 'signed',
        title: t('agreements:field.signedOn'),
        width: 120,
        sort: 'signedOn',
        align: 'end',
        isExtra: true,
        day: (row) => row.signedOn,
        text: (row) => day(row.signedOn),
      },
      {
        key: 'starts',
        filter: 'starts',
        title: t('agreements:field.startsOn'),
        width: 120,
        sort: 'startsOn',
        align: 'end',
        isExtra: true,
        day: (row) => row.startsOn,
        text: (row) => day(row.startsOn),
      },
      {
        key: 'stage',
        title: t('agreements:field.stage'),
        width: 170,
        isExtra: true,
        text: (row) => t(`agreements:stage.${row.stage}`),
      },
      {
        key: 'subject',
        title: t('agreements:field.subject'),
        width: 280,
        isExtra: true,
        text: (row) => row.subject,
      },
      {
        key: 'owner',
        filter: 'owner',
        title: t('agreements:field.owner'),
        width: 160,
        sort: 'owner',
        group: (value) => value,
        isExtra: true,
        text: (row) => row.owner,
      },
    ]
    return columns
  }, [t, language])
}
