import { Button } from '@mantine/core'
import { IconDownload, IconMail, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import {
  type Accreditation,
  type AccreditationFields,
  type AccreditationSummary,
  allAccreditations,
  emptyAccreditation,
} from '../../shared/accreditation/accreditation.ts'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { DetailPanel } from '../components/DetailPanel.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { HistoryPanel } from '../components/HistoryPanel.tsx'
import { usePlace } from '../components/record/place-context.ts'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { useRemoval } from '../components/record/use-removal.ts'
import { RecordTabs } from '../components/RecordTabs.tsx'
import { SampleBadge } from '../components/SampleBadge.tsx'
import { useSavedRecord } from '../components/use-saved-record.ts'
import { accreditationFieldTitle } from './accreditation-fields.ts'
import { AccreditationForm } from './AccreditationForm.tsx'
import { LetterDialog } from './LetterDialog.tsx'
import { IncompleteBadge, StateBadge } from './StateBadge.tsx'
import { useAccreditationFiles } from './use-accreditation-files.ts'
import { useAccreditationState } from './use-accreditation-state.ts'

/** What a new accreditation may be about, as the address says it. */
const startSchema = z.object({
  programme: z.string().optional().catch(undefined),
  partner: z.string().optional().catch(undefined),
})

function startOf(search: Record<string, unknown>): AccreditationFields {
  const { programme, partner } = startSchema.parse(search)
  if (programme !== undefined) {
    const object = { kind: 'programme' as const, programmeId: programme }
    return { ...emptyAccreditation, object, kind: 'specialised' }
  }
  if (partner === undefined) return emptyAccreditation
  return { ...emptyAccreditation, object: { kind: 'partner', partnerId: partner } }
}

/** The form of an accreditation that is not saved yet. */
export function NewAccreditation() {
  const t = useText()
  const { open } = usePlace()
  const search: Record<string, unknown> = useSearch({ strict: false })
  // The address loses these words when the list beside is filtered; the form keeps what it began with.
  const [start] = useState(() => startOf(search))
  return (
    <DetailPanel title={t('accreditation:new')}>
      <AccreditationForm saved={null} start={start} onSaved={({ id }) => open(id)} />
    </DetailPanel>
  )
}

/** The open accreditation: its state, its fields, the certificate and its history. */
export function AccreditationPage({ id }: { readonly id: string }) {
  const saved = useSavedRecord('accreditation', data.accreditation.get, id)
  const summary = useSummary(id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  return <Panel saved={saved.data} summary={summary} />
}

function useSummary(id: string): AccreditationSummary | null {
  const language = useLanguage()
  const on = useToday()
  const filter = { ...allAccreditations, ids: [id] }
  const list = useQuery(
    orpc.accreditation.list.queryOptions({
      input: { text: '', filter, sort: [], offset: 0, limit: 1, language, on },
    }),
  )
  return list.data?.rows[0] ?? null
}

type PanelProps = {
  readonly saved: SavedRecord<Accreditation>
  readonly summary: AccreditationSummary | null
}

function Panel({ saved, summary }: PanelProps) {
  const t = useText()
  const owner = { entity: 'accreditation' as const, id: saved.record.id }
  return (
    <DetailPanel
      title={summary?.objectName ?? ''}
      subtitle={
        summary === null
          ? ''
          : [summary.agencyName, t(`accreditation:source.${summary.source}`)]
              .filter((part) => part !== '')
              .join(' · ')
      }
      badges={
        summary === null ? undefined : (
          <>
            <StateBadge state={summary.state} />
            <IncompleteBadge missing={summary.missing} />
            {summary.isSample ? <SampleBadge /> : null}
          </>
        )
      }
      actions={<Actions record={saved.record} />}
    >
      <RecordTabs
        tabs={[
          {
            id: 'details',
            title: t('accreditation:tabs.details'),
            isForm: true,
            content: <AccreditationForm saved={saved} />,
          },
          {
            id: 'files',
            title: t('accreditation:tabs.files'),
            count: summary?.attachmentCount,
            content: <AttachmentsPanel owner={owner} />,
          },
          {
            id: 'history',
            title: t('accreditation:tabs.history'),
            content: (
              <HistoryPanel record={owner} fieldTitle={(field) => accreditationFieldTitle(t, field)} />
            ),
          },
        ]}
      />
    </DetailPanel>
  )
}

function Actions({ record }: { readonly record: Accreditation }) {
  const t = useText()
  const { close } = usePlace()
  const isReadOnly = useIsReadOnly()
  const [isWriting, setWriting] = useState(false)
  const { saveDeqar } = useAccreditationFiles()
  const state = useAccreditationState()
  const remove = useRemoval(data.accreditation, 'accreditation', close)
  const hasConflict =
    state.data?.conflicts.some(({ statements }) => statements.some(({ id }) => id === record.id)) ?? false
  return (
    <>
      {hasConflict ? (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconMail size={16} aria-hidden />}
          onClick={() => setWriting(true)}
        >
          {t('accreditation:letter.open')}
        </Button>
      ) : null}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => saveDeqar([record.id])}
      >
        {t('accreditation:deqar.save')}
      </Button>
      {isReadOnly ? null : (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => remove([record])}
        >
          {t('common:action.remove')}
        </Button>
      )}
      {isWriting ? <LetterDialog accreditationId={record.id} onClose={() => setWriting(false)} /> : null}
    </>
  )
}
