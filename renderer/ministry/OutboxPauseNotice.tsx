import { Alert, Button, Group, Text } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { formatInstant } from '../../shared/kernel/format.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import classes from './ministry.module.css'

/** Says why nothing is sent and offers to go on; nothing while the outbox works. */
export function OutboxPauseNotice() {
  const t = useText()
  const language = useLanguage()
  const isReadOnly = useIsReadOnly()
  const pause = useQuery(orpc.ministry.outboxPause.queryOptions()).data ?? null
  const resume = useMutation({
    mutationFn: () => data.ministry.resumeOutbox(),
    onSuccess: () => notifyDone(t('ministry:outbox.paused.resumed')),
    onError: notifyRefusal,
  })
  if (pause === null) return null
  return (
    <Alert
      variant="default"
      my="md"
      classNames={{ root: classes.pause ?? '', icon: classes.pauseIcon ?? '' }}
      role="status"
      icon={<IconPlayerPause aria-hidden />}
      title={t('ministry:outbox.paused.title')}
    >
      <Group justify="space-between" align="end">
        <Text size="sm" maw={760}>
          {t(`ministry:outbox.paused.${pause.reason}`, { at: formatInstant(pause.at, language) })}
        </Text>
        <Button
          variant="default"
          disabled={isReadOnly}
          loading={resume.isPending}
          onClick={() => resume.mutate()}
        >
          {t('ministry:outbox.paused.resume')}
        </Button>
      </Group>
    </Alert>
  )
}
