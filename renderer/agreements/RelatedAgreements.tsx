import { useMemo } from 'react'
import {
  allAgreements,
  type Agreement,
  type agreementColumns,
  type AgreementSummary,
} from '../../shared/agreements/agreement.ts'
import { useText } from '../app/i18n.ts'
import { useOpenRecord } from '../app/open-record.ts'
import type { TableColumn } from '../components/DataTable.tsx'
import { RelatedList } from '../components/RelatedList.tsx'
import { agreementList } from './agreement-list.ts'
import { useAgreementColumns } from './use-agreement-columns.tsx'

type Relation = 'parent' | 'predecessor' | 'annex' | 'successor'

const shown = new Set(['number', 'status', 'ends'])

/** The framework agreement and the annexes, the agreement that it renews and the one that renews it. */
export function RelatedAgreements({ agreement }: { readonly agreement: Agreement }) {
  const t = useText()
  const open = useOpenRecord()
  const all = useAgreementColumns()
  const { id, parentId, predecessorId } = agreement
  const filter = useMemo(() => ({ ...allAgreements, relatedTo: id }), [id])
  const columns = useMemo(() => {
    const relation: TableColumn<AgreementSummary, (typeof agreementColumns)[number]> = {
      key: 'relation',
      title: t('agreements:related.relation'),
      width: 190,
      text: (row) => t(`agreements:related.${relationOf(row, parentId, predecessorId)}`),
    }
    return [...all.filter(({ key }) => shown.has(key)), relation]
  }, [all, t, parentId, predecessorId])
  return (
    <RelatedList
      view="related-agreements"
      label={t('agreements:tabs.related')}
      source={agreementList}
      filter={filter}
      columns={columns}
      onOpen={(row) => open({ entity: 'agreement', id: row.id })}
      empty={t('agreements:related.empty')}
    />
  )
}

function relationOf(row: AgreementSummary, parentId: string | null, predecessorId: string | null): Relation {
  if (row.id === parentId) return 'parent'
  if (row.id === predecessorId) return 'predecessor'
  return row.kind === 'annex' ? 'annex' : 'successor'
}
