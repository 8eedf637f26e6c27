import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type Action,
  actionOriginSchema,
  type ActionSummary,
  allActions,
  emptyAction,
} from '../../shared/actions/action.ts'
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
import { actionFieldTitle, fieldsOfAction } from './action-fields.ts'
import { ActionForm } from './ActionForm.tsx'
import { originWords } from './origin-words.ts'
import { StandingBadge } from './StandingBadge.tsx'

/** The form of an action that is not saved yet; the address may say what it comes from. */
export function NewAction() {
  const t = useText()
  const { open } = usePlace()
  const search: Record<string, unknown> = useSearch({ strict: false })
  // The address loses its words when the list beside is filtered; the form keeps what it began with.
  const [origin] = useState(() => actionOriginSchema.catch({ kind: 'own' }).parse(search['origin']))
  return (
    <DetailPanel title={t('actions:new')}>
      <ActionForm saved={null} start={{ ...emptyAction, origin }} onSaved={({ id }) => open(id)} />
    </DetailPanel>
  )
}

/** The open action: its fields, its files and its history. */
export function ActionPage({ id }: { readonly id: string }) {
  const saved = useSavedRecord('actions', data.actions.get, id)
  const summary = useSummary(id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  return <ActionPanel saved={saved.data} summary={summary} />
}

/** How the action stands today, and what it comes from in words. */
function useSummary(id: string): ActionSummary | null {
  const language = useLanguage()
  const on = useToday()
  const filter = { ...allActions, ids: [id] }
  const input = { text: '', filter, sort: [], offset: 0, limit: 1, language, on }
  return useQuery(orpc.actions.list.queryOptions({ input })).data?.rows[0] ?? null
}

type ActionPanelProps = { readonly saved: SavedRecord<Action>; readonly summary: ActionSummary | null }

function ActionPanel({ saved, summary }: ActionPanelProps) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const { close } = usePlace()
  const remove = useRemoval(data.actions, 'action', close)
  const { record } = saved
  const owner = { entity: 'action', id: record.id } as const
  return (
    <DetailPanel
      title={record.title}
      subtitle={summary === null ? '' : originWords(t, summary)}
      badges={
        <>
          {summary === null ? null : <StandingBadge standing={summary.standing} />}
          {summary === null || summary.daysLeft === null ? null : <DaysLeft days={summary.daysLeft} />}
          {record.isSample ? <SampleBadge /> : null}
        </>
      }
      {...(isReadOnly
        ? {}
        : {
            actions: (
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => remove([record])}
              >
                {t('common:action.remove')}
              </Button>
            ),
          })}
    >
      <RecordTabs
        tabs={[
          {
            id: 'details',
            title: t('actions:tabs.details'),
            isForm: true,
            content: <ActionForm saved={saved} start={fieldsOfAction(record)} />,
          },
          { id: 'files', title: t('actions:tabs.files'), content: <AttachmentsPanel owner={owner} /> },
          {
            id: 'history',
            title: t('actions:tabs.history'),
            content: <HistoryPanel record={owner} fieldTitle={(field) => actionFieldTitle(t, field)} />,
          },
        ]}
      />
    </DetailPanel>
  )
}

/** Days until the due day, or since. */
export function DaysLeft({ days }: { readonly days: number }) {
  const t = useText()
  return (
    <span className="qos-figures">
      {days < 0 ? t('actions:daysLate', { count: -days }) : t('actions:daysLeft', { count: days })}
    </span>
  )
}
