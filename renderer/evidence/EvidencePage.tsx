import { Button, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type Evidence, validityOn } from '../../shared/evidence/evidence.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
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
import { evidenceFieldTitle } from './evidence-fields.ts'
import { EvidenceFile } from './EvidenceFile.tsx'
import { EvidenceForm } from './EvidenceForm.tsx'
import { useEvidenceRemoval } from './use-evidence-removal.tsx'
import { UseList } from './UseList.tsx'
import { ValidityBadge } from './ValidityBadge.tsx'

/** The form of a link that is not saved yet. */
export function NewLink() {
  const t = useText()
  const { open } = usePlace()
  return (
    <DetailPanel title={t('evidence:new')}>
      <EvidenceForm saved={null} onSaved={({ id }) => open(id)} />
    </DetailPanel>
  )
}

/** An open piece of evidence: its fields, its file, where it is used, its history. */
export function EvidencePage({ id }: { readonly id: string }) {
  const saved = useSavedRecord('evidence', data.evidence.get, id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  return <EvidencePanel saved={saved.data} />
}

function EvidencePanel({ saved }: { readonly saved: SavedRecord<Evidence> }) {
  const t = useText()
  const language = useLanguage()
  const on = useToday()
  const piece = saved.record
  const uses = useQuery(orpc.evidence.uses.queryOptions({ input: { ids: [piece.id], language } })).data
  const name = nameIn(piece.names, language)
  const owner = { entity: 'evidence' as const, id: piece.id }
  const file = {
    id: 'file',
    title: t('evidence:tabs.file'),
    content: <EvidenceFile piece={piece} />,
  }
  return (
    <DetailPanel
      title={name === '' ? t('evidence:untitled') : name}
      subtitle={piece.tags.join(', ')}
      badges={
        <>
          <ValidityBadge validity={validityOn(piece, on)} />
          {piece.isSample ? <SampleBadge /> : null}
        </>
      }
      actions={<Actions piece={piece} />}
    >
      <RecordTabs
        tabs={[
          {
            id: 'details',
            title: t('evidence:tabs.details'),
            isForm: true,
            content: <EvidenceForm saved={saved} />,
          },
          ...(piece.kind === 'file' ? [file] : []),
          {
            id: 'uses',
            title: t('evidence:tabs.uses'),
            count: uses?.length,
            content:
              uses?.length === 0 ? (
                <Text c="dimmed">{t('evidence:uses.none')}</Text>
              ) : (
                <UseList uses={uses ?? []} areLinks />
              ),
          },
          {
            id: 'history',
            title: t('evidence:tabs.history'),
            content: <HistoryPanel record={owner} fieldTitle={(field) => evidenceFieldTitle(t, field)} />,
          },
        ]}
      />
    </DetailPanel>
  )
}

function Actions({ piece }: { readonly piece: Evidence }) {
  const t = useText()
  const { close } = usePlace()
  const isReadOnly = useIsReadOnly()
  const { calls, dialog } = useEvidenceRemoval()
  const remove = useRemoval(calls, 'evidence', close)
  if (isReadOnly) return null
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => remove([piece])}
      >
        {t('common:action.remove')}
      </Button>
      {dialog}
    </>
  )
}
