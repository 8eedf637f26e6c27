import { Button, Text } from '@mantine/core'
import { IconFilePlus, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { allAgreements, type Agreement, type AgreementSummary } from '../../shared/agreements/agreement.ts'
import { agreementStatus } from '../../shared/agreements/terms.ts'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { DetailPanel } from '../components/DetailPanel.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { HistoryPanel } from '../components/HistoryPanel.tsx'
import { AnchorLink, ButtonLink } from '../components/links.tsx'
import { usePlace } from '../components/record/place-context.ts'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { useRemoval } from '../components/record/use-removal.ts'
import { RecordTabs } from '../components/RecordTabs.tsx'
import { SampleBadge } from '../components/SampleBadge.tsx'
import { useSavedRecord } from '../components/use-saved-record.ts'
import { agreementFieldTitle } from './agreement-fields.ts'
import { AgreementForm } from './AgreementForm.tsx'
import { agreementName } from './agreement-list.ts'
import { AgreementProgrammes } from './AgreementProgrammes.tsx'
import { AgreementStatusBadge, DeclarativeBadge } from './AgreementStatusBadge.tsx'
import { RelatedAgreements } from './RelatedAgreements.tsx'
import { TermLine } from './TermLine.tsx'
import { statusInWords } from './term-words.ts'

/** The open agreement: its state and the reason for it, its fields, and what belongs to it. */
export function AgreementPage({ id }: { readonly id: string }) {
  const saved = useSavedRecord('agreements', data.agreements.get, id)
  const summary = useSummary(id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  return <AgreementPanel saved={saved.data} summary={summary} />
}

/** What the register computes of the agreement today: its names, counts and activity. */
function useSummary(id: string): AgreementSummary | null {
  const language = useLanguage()
  const on = useToday()
  const filter = { ...allAgreements, ids: [id] }
  const list = useQuery(
    orpc.agreements.list.queryOptions({
      input: { text: '', filter, sort: [], offset: 0, limit: 1, language, on },
    }),
  )
  return list.data?.rows[0] ?? null
}

type AgreementPanelProps = {
  readonly saved: SavedRecord<Agreement>
  readonly summary: AgreementSummary | null
}

function AgreementPanel({ saved, summary }: AgreementPanelProps) {
  const t = useText()
  const agreement = saved.record
  const owner = { entity: 'agreement' as const, id: agreement.id }
  return (
    <DetailPanel
      title={agreementName(t, agreement)}
      subtitle={<Parties summary={summary} />}
      badges={<State agreement={agreement} isDeclarative={summary?.isDeclarative === true} />}
      actions={<Actions agreement={agreement} />}
    >
      <RecordTabs
        tabs={[
          {
            id: 'details',
            title: t('agreements:tabs.details'),
            isForm: true,
            content: <AgreementForm saved={saved} />,
          },
          {
            id: 'programmes',
            title: t('agreements:tabs.programmes'),
            count: summary?.programmeCount,
            content: <AgreementProgrammes agreementId={agreement.id} />,
          },
          {
            id: 'files',
            title: t('agreements:tabs.files'),
            count: summary?.attachmentCount,
            content: <AttachmentsPanel owner={owner} />,
          },
          {
            id: 'related',
            title: t('agreements:tabs.related'),
            content: <RelatedAgreements agreement={agreement} />,
          },
          {
            id: 'history',
            title: t('agreements:tabs.history'),
            content: <HistoryPanel record={owner} fieldTitle={(field) => agreementFieldTitle(t, field)} />,
          },
        ]}
      />
    </DetailPanel>
  )
}

function Parties({ summary }: { readonly summary: AgreementSummary | null }) {
  const [first] = summary?.partnerIds ?? []
  if (summary === null || first === undefined) return <>&nbsp;</>
  return (
    <AnchorLink to="/partners/$id" params={{ id: first }} inherit>
      {summary.partnerNames}
    </AnchorLink>
  )
}

function State({
  agreement,
  isDeclarative,
}: {
  readonly agreement: Agreement
  readonly isDeclarative: boolean
}) {
  const t = useText()
  const language = useLanguage()
  const today = useToday()
  return (
    <>
      <AgreementStatusBadge status={agreementStatus(agreement, today)} />
      {isDeclarative ? <DeclarativeBadge /> : null}
      {agreement.isSample ? <SampleBadge /> : null}
      <Text size="sm">{statusInWords(t, agreement, today, language)}</Text>
      <div style={{ flexBasis: '100%' }}>
        <TermLine fields={agreement} />
      </div>
    </>
  )
}

function Actions({ agreement }: { readonly agreement: Agreement }) {
  const t = useText()
  const { close } = usePlace()
  const isReadOnly = useIsReadOnly()
  const remove = useRemoval(data.agreements, 'agreement', close)
  if (isReadOnly) return null
  return (
    <>
      <ButtonLink
        to="/agreements/$id"
        params={{ id: 'new' }}
        search={(search: Record<string, unknown>) => ({ ...search, renew: agreement.id })}
        variant="default"
        size="compact-sm"
        leftSection={<IconRefresh size={16} aria-hidden />}
      >
        {t('agreements:action.renew')}
      </ButtonLink>
      {agreement.kind === 'annex' ? null : (
        <ButtonLink
          to="/agreements/$id"
          params={{ id: 'new' }}
          search={(search: Record<string, unknown>) => ({ ...search, parent: agreement.id })}
          variant="default"
          size="compact-sm"
          leftSection={<IconFilePlus size={16} aria-hidden />}
        >
          {t('agreements:action.annex')}
        </ButtonLink>
      )}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => remove([agreement])}
      >
        {t('common:action.remove')}
      </Button>
    </>
  )
}
