import { useMemo } from 'react'
import { allAgreements } from '../../shared/agreements/agreement.ts'
import { allProgrammes } from '../../shared/programmes/programme.ts'
import { agreementList } from '../agreements/agreement-list.ts'
import { useAgreementColumns } from '../agreements/use-agreement-columns.tsx'
import { useText } from '../app/i18n.ts'
import { useOpenRecord } from '../app/open-record.ts'
import { RelatedList } from '../components/RelatedList.tsx'
import { programmeList } from '../programmes/programme-list.ts'
import { useProgrammeColumns } from '../programmes/use-programme-columns.tsx'

const shownOfAgreement = new Set(['number', 'status', 'ends', 'left', 'kind', 'title'])
const shownOfProgramme = new Set(['name', 'level', 'format', 'registerStatus', 'contingent', 'firstYear'])

/** The agreements with a partner. */
export function PartnerAgreements({ partnerId }: { readonly partnerId: string }) {
  const t = useText()
  const open = useOpenRecord()
  const columns = useAgreementColumns()
  return (
    <RelatedList
      view="partner-agreements"
      label={t('partners:tabs.agreements')}
      source={agreementList}
      filter={useMemo(() => ({ ...allAgreements, partnerId }), [partnerId])}
      columns={useMemo(() => columns.filter(({ key }) => shownOfAgreement.has(key)), [columns])}
      onOpen={({ id }) => open({ entity: 'agreement', id })}
      empty={t('partners:agreements.empty')}
    />
  )
}

/** The programmes with a partner. */
export function PartnerProgrammes({ partnerId }: { readonly partnerId: string }) {
  const t = useText()
  const open = useOpenRecord()
  const columns = useProgrammeColumns()
  return (
    <RelatedList
      view="partner-programmes"
      label={t('partners:tabs.programmes')}
      source={programmeList}
      filter={useMemo(() => ({ ...allProgrammes, partnerId }), [partnerId])}
      columns={useMemo(() => columns.filter(({ key }) => shownOfProgramme.has(key)), [columns])}
      onOpen={({ id }) => open({ entity: 'programme', id })}
      empty={t('partners:programmes.empty')}
    />
  )
}
