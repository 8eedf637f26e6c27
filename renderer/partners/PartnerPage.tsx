import { Button } from '@mantine/core'
import { IconFilePlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { nameIn } from '../../shared/kernel/localized.ts'
import { allPartners, type Partner, type PartnerSummary } from '../../shared/partners/partner.ts'
import { countryName } from '../../shared/reference/countries.ts'
import { RelatedAccreditations } from '../accreditation/RelatedAccreditations.tsx'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { DetailPanel } from '../components/DetailPanel.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { HistoryPanel } from '../components/HistoryPanel.tsx'
import { ButtonLink } from '../components/links.tsx'
import { usePlace } from '../components/record/place-context.ts'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { useRemoval } from '../components/record/use-removal.ts'
import { RecordTabs } from '../components/RecordTabs.tsx'
import { SampleBadge } from '../components/SampleBadge.tsx'
import { useSavedRecord } from '../components/use-saved-record.ts'
import { partnerFieldTitle } from './partner-fields.ts'
import { PartnerForm } from './PartnerForm.tsx'
import { PartnerAgreements, PartnerProgrammes } from './PartnerLists.tsx'

/** The form of a partner that is not saved yet. */
export function NewPartner() {
  const t = useText()
  const { open } = usePlace()
  return (
    <DetailPanel title={t('partners:new')}>
      <PartnerForm saved={null} onSaved={({ id }) => open(id)} />
    </DetailPanel>
  )
}

/** The open partner: its fields, its agreements and programmes, its files. */
export function PartnerPage({ id }: { readonly id: string }) {
  const saved = useSavedRecord('partners', data.partners.get, id)
  const summary = useSummary(id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  return <PartnerPanel saved={saved.data} summary={summary} />
}

/** What the register counts for the partner. */
function useSummary(id: string): PartnerSummary | null {
  const language = useLanguage()
  const on = useToday()
  const filter = { ...allPartners, ids: [id] }
  const list = useQuery(
    orpc.partners.list.queryOptions({
      input: { text: '', filter, sort: [], offset: 0, limit: 1, language, on },
    }),
  )
  return list.data?.rows[0] ?? null
}

type PartnerPanelProps = { readonly saved: SavedRecord<Partner>; readonly summary: PartnerSummary | null }

function PartnerPanel({ saved, summary }: PartnerPanelProps) {
  const t = useText()
  const language = useLanguage()
  const partner = saved.record
  const owner = { entity: 'partner' as const, id: partner.id }
  const name = nameIn(partner.names, language)
  const place = [partner.country === '' ? '' : countryName(partner.country, language), partner.city]
  return (
    <DetailPanel
      title={name === '' ? t('partners:untitled') : name}
      subtitle={place.filter((part) => part !== '').join(', ')}
      badges={partner.isSample ? <SampleBadge /> : undefined}
      actions={<Actions partner={partner} />}
    >
      <RecordTabs
        tabs={[
          {
            id: 'details',
            title: t('partners:tabs.details'),
            isForm: true,
            content: <PartnerForm saved={saved} />,
          },
          {
            id: 'agreements',
            title: t('partners:tabs.agreements'),
            count: summary?.agreementCount,
            content: <PartnerAgreements partnerId={partner.id} />,
          },
          {
            id: 'programmes',
            title: t('partners:tabs.programmes'),
            count: summary?.programmeCount,
            content: <PartnerProgrammes partnerId={partner.id} />,
          },
          {
            id: 'accreditation',
            title: t('partners:tabs.accreditation'),
            content: <RelatedAccreditations of={{ partnerId: partner.id }} />,
          },
          { id: 'files', title: t('partners:tabs.files'), content: <AttachmentsPanel owner={owner} /> },
          {
            id: 'history',
            title: t('partners:tabs.history'),
            content: <HistoryPanel record={owner} fieldTitle={(field) => partnerFieldTitle(t, field)} />,
          },
        ]}
      />
    </DetailPanel>
  )
}

function Actions({ partner }: { readonly partner: Partner }) {
  const t = useText()
  const { close } = usePlace()
  const isReadOnly = useIsReadOnly()
  const remove = useRemoval(data.partners, 'partner', close)
  if (isReadOnly) return null
  return (
    <>
      <ButtonLink
        to="/agreements/$id"
        params={{ id: 'new' }}
        search={{ partner: partner.id }}
        variant="default"
        size="compact-sm"
        leftSection={<IconFilePlus size={16} aria-hidden />}
      >
        {t('partners:agreements.add')}
      </ButtonLink>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => remove([partner])}
      >
        {t('common:action.remove')}
      </Button>
    </>
  )
}
