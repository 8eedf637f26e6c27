import { Text, Timeline } from '@mantine/core'
import { IconArrowBackUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '../../shared/kernel/format.ts'
import type { RecordReference } from '../../shared/kernel/record.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { ErrorNotice } from './ErrorNotice.tsx'

const icons = { create: IconPlus, change: IconPencil, remove: IconTrash, restore: IconArrowBackUp }

type HistoryPanelProps = {
  readonly record: RecordReference
  /** What people call a field of the record. */
  readonly fieldTitle: (field: string) => string
}

/** Who changed what of a record, and when; the newest first. */
export function HistoryPanel({ record, fieldTitle }: HistoryPanelProps) {
  const t = useText()
  const language = useLanguage()
  const history = useQuery(orpc.workspace.history.queryOptions({ input: record }))
  if (history.error !== null)
    return <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
  if (history.data === undefined) return <div aria-busy="true" />
  if (history.data.length === 0) return <Text c="dimmed">{t('common:history.empty')}</Text>
  return (
    <Timeline bulletSize={24} lineWidth={1} active={-1}>
      {history.data.map(({ sequence, at, actor, action, fields }) => {
        const Sign = icons[action]
        return (
          <Timeline.Item
            key={sequence}
            bullet={<Sign size={14} aria-hidden />}
            title={t(`common:history.${action}`)}
          >
            {action === 'change' ? <Text size="sm">{fields.map(fieldTitle).join(', ')}</Text> : null}
            <Text size="xs" c="dimmed" className="qos-figures">
              {formatInstant(at, language)} · {actor}
            </Text>
          </Timeline.Item>
        )
      })}
    </Timeline>
  )
}
