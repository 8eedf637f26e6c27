import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { nameIn } from '../../shared/kernel/localized.ts'
import { withoutMeta } from '../../shared/kernel/record.ts'
import {
  emptyInvolvement,
  type Involvement,
  type InvolvementFields,
} from '../../shared/stakeholders/involvement.ts'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx'
import { data } from '../app/client.ts'
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
import { involvementFieldTitle } from './involvement-list.ts'
import { InvolvementForm } from './InvolvementForm.tsx'

/** The form of an entry that is not saved yet. */
export function NewInvolvement() {
  const t = useText()
  const { open } = usePlace()
  const today = useToday()
  const [start] = useState(() => emptyInvolvement(today))
  return (
    <DetailPanel title={t('stakeholders:new')}>
      <InvolvementForm saved={null} start={start} onSaved={({ id }) => open(id)} />
    </DetailPanel>
  )
}

/** The open entry: its fields, files and history. */
export function InvolvementPage({ id }: { readonly id: string }) {
  const saved = useSavedRecord('stakeholders', data.stakeholders.get, id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  return <Panel saved={saved.data} />
}

function Panel({ saved }: { readonly saved: SavedRecord<Involvement> }) {
  const t = useText()
  const language = useLanguage()
  const { record } = saved
  const owner = { entity: 'involvement' as const, id: record.id }
  return (
    <DetailPanel
      title={nameIn(record.names, language) || t('stakeholders:untitled')}
      subtitle={[t(`stakeholders:audience.${record.audience}`), record.organisation]
        .filter((part) => part !== '')
        .join(' · ')}
      badges={record.isSample ? <SampleBadge /> : undefined}
      actions={<Remove record={record} />}
    >
      <RecordTabs
        tabs={[
          {
            id: 'details',
            title: t('stakeholders:tabs.details'),
            isForm: true,
            content: <InvolvementForm saved={saved} start={withoutMeta<InvolvementFields>(record)} />,
          },
          { id: 'files', title: t('stakeholders:tabs.files'), content: <AttachmentsPanel owner={owner} /> },
          {
            id: 'history',
            title: t('stakeholders:tabs.history'),
            content: <HistoryPanel record={owner} fieldTitle={(field) => involvementFieldTitle(t, field)} />,
          },
        ]}
      />
    </DetailPanel>
  )
}

function Remove({ record }: { readonly record: Involvement }) {
  const t = useText()
  const { close } = usePlace()
  const isReadOnly = useIsReadOnly()
  const remove = useRemoval(data.stakeholders, 'involvement', close)
  if (isReadOnly) return null
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconTrash size={16} aria-hidden />}
      onClick={() => remove([record])}
    >
      {t('common:action.remove')}
    </Button>
  )
}
