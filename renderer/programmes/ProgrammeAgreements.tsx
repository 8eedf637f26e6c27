import { useMemo } from 'react'
import { allAgreements } from '../../shared/agreements/agreement.ts'
import { useText } from '../app/i18n.ts'
import { useOpenRecord } from '../app/open-record.ts'
import { agreementList } from '../agreements/agreement-list.ts'
import { useAgreementColumns } from '../agreements/use-agreement-columns.tsx'
import { RelatedList } from '../components/RelatedList.tsx'

const shown = new Set(['number', 'title', 'partnerNames', 'status', 'endsOn'])

/** The agreements under which a programme runs. */
export function ProgrammeAgreements({ ids }: { readonly ids: readonly string[] }) {
  const t = useText()
  const open = useOpenRecord()
  const columns = useAgreementColumns()
  const wanted = ids.join(' ')
  const filter = useMemo(
    () => ({ ...allAgreements, ids: wanted.split(' ').filter((id) => id !== '') }),
    [wanted],
  )
  return (
    <RelatedList
      view="programme-agreements"
      label={t('programmes:tabs.agreements')}
      source={agreementList}
      filter={filter}
      columns={useMemo(() => columns.filter(({ key }) => shown.has(key)), [columns])}
      onOpen={({ id }) => open({ entity: 'agreement', id })}
      empty={t('programmes:detail.noAgreements')}
    />
  )
}
