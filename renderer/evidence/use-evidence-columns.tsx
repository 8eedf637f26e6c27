import { useMemo } from 'react'
import type { evidenceColumns, EvidenceSummary } from '../../shared/evidence/evidence.ts'
import { confidentialitySchema, evidenceKindSchema } from '../../shared/evidence/evidence.ts'
import { formatDay, formatNumber } from '../../shared/kernel/format.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { TableColumn } from '../components/DataTable.tsx'
import { ValidityBadge } from './ValidityBadge.tsx'

type Column = TableColumn<EvidenceSummary, (typeof evidenceColumns)[number]>

function kindOf(t: Translate, value: string): string {
  const kind = evidenceKindSchema.safeParse(value).data
  return kind === undefined ? value : t(`evidence:kind.${kind}`)
}

function confidentialityOf(t: Translate, value: string): string {
  const found = confidentialitySchema.safeParse(value).data
  return found === undefined ? value : t(`evidence:confidentiality.${found}`)
}

/** The columns of the library of evidence. */
export function useEvidenceColumns(): readonly Column[] {
  const t = useText()
  const language = useLanguage()
  return useMemo(() => {
    const day = (value: string | null) => (value === null ? '' : formatDay(value, language))
    const columns: Column[] = [
      {
        key: 'name',
        title: t('evidence:field.names'),
        width: 340,
        sort: 'name',
        text: (row) => (row.name === '' ? t('evidence:untitled') : row.name),
      },
      {
        key: 'types',
        filter: 'types',
        title: t('evidence:field.types'),
        width: 180,
        text: (row) => row.types.map((type) => t(`evidence:type.${type}`)).join(', '),
      },
      {
        key: 'kind',
        filter: 'kinds',
        title: t('evidence:field.kind'),
        width: 120,
        sort: 'kind',
        group: (value) => kindOf(t, value),
        text: (row) => t(`evidence:kind.${row.kind}`),
      },
      {
        key: 'uses',
        filter: 'isUsed',
        title: t('evidence:column.uses'),
        width: 120,
        sort: 'useCount',
        align: 'end',
        number: (row) => row.useCount,
        text: (row) => (row.useCount === 0 ? '' : formatNumber(row.useCount, language)),
      },
      {
        key: 'validity',
        filter: 'validities',
        title: t('evidence:column.validity'),
        width: 150,
        text: (row) => t(`evidence:validity.${row.validity}`),
        render: (row) => <ValidityBadge validity={row.validity} />,
      },
      {
        key: 'validUntil',
        title: t('evidence:field.validUntil'),
        width: 150,
        sort: 'validUntil',
        align: 'end',
        day: (row) => row.validUntil,
        text: (row) => day(row.validUntil),
      },
      {
        key: 'owner',
        filter: 'ownerIds',
        title: t('evidence:field.ownerId'),
        width: 180,
        sort: 'ownerName',
        group: (value) => value,
        text: (row) => row.ownerName,
      },
      {
        key: 'tags',
        filter: 'tags',
        title: t('evidence:field.tags'),
        width: 180,
        text: (row) => row.tags.join(', '),
      },
      {
        key: 'confidentiality',
        filter: 'confidentialities',
        title: t('evidence:field.confidentiality'),
        width: 150,
        sort: 'confidentiality',
        group: (value) => confidentialityOf(t, value),
        text: (row) => t(`evidence:confidentiality.${row.confidentiality}`),
      },
      {
        key: 'addedOn',
        title: t('evidence:column.addedOn'),
        width: 130,
        sort: 'addedOn',
        align: 'end',
        isExtra: true,
        day: (row) => row.addedOn,
        text: (row) => day(row.addedOn),
      },
      {
        key: 'checkedOn',
        title: t('evidence:field.checkedOn'),
        width: 140,
        sort: 'checkedOn',
        align: 'end',
        isExtra: true,
        day: (row) => row.checkedOn,
        text: (row) => day(row.checkedOn),
      },
      { key: 'url', title: t('evidence:field.url'), width: 240, isExtra: true, text: (row) => row.url },
    ]
    return columns
  }, [t, language])
}
