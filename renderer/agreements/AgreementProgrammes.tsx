import { useMemo } from 'react'
import { allProgrammes } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { useOpenRecord } from '../app/open-record.ts'
import { RelatedList } from '../components/RelatedList.tsx'
import { useProgrammeColumns } from '../programmes/use-programme-columns.tsx'
import { programmeList } from '../programmes/programme-list.ts'

const shown = new Set(['name', 'level', 'format', 'registerStatus', 'contingent', 'firstYear'])

/** The programmes that run under an agreement. */
export function AgreementProgrammes({ agreementId }: { readonly agreementId: string }) {
  const t = useText()
  const open = useOpenRecord()
  const columns = useProgrammeColumns()
  const filter = useMemo(() => ({ ...allProgrammes, agreementId }), [agreementId])
  return (
    <RelatedList
      view="agreement-programmes"
      label={t('agreements:tabs.programmes')}
      source={programmeList}
      filter={filter}
      columns={useMemo(() => columns.filter(({ key }) => shown.has(key)), [columns])}
      onOpen={({ id }) => open({ entity: 'programme', id })}
      empty={t('agreements:programmes.empty')}
    />
  )
}
