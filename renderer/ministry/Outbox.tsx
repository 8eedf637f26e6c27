import { Anchor, Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '../../shared/kernel/format.ts'
import { describeRefusal } from '../../shared/locales/i18n.ts'
import type { Submission } from '../../shared/ministry/ministry.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import classes from './ministry.module.css'
import { SubmissionBadge } from './states.tsx'

/** Every submission, the newest first: where it is, what hinders it, and what a person can do about it. */
export function Outbox() {
  const t = useText()
  const submissions = useQuery(orpc.ministry.submissions.queryOptions())
  if (submissions.isError) {
    return <ErrorNotice error={submissions.error} onRetry={() => void submissions.refetch()} />
  }
  const rows = submissions.data ?? []
  if (rows.length === 0) return <Text c="dimmed">{t('ministry:outbox.empty')}</Text>
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('ministry:column.package')}</th>
          <th scope="col">{t('ministry:column.receiver')}</th>
          <th scope="col">{t('ministry:column.state')}</th>
          <th scope="col">{t('ministry:column.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((submission) => (
          <tr key={submission.id}>
            <td>
              <Anchor component={Link} to={`/ministry/${submission.packageId}`}>
                {submission.fileName}
              </Anchor>
            </td>
            <td>{submission.receiverName}</td>
            <td>
              <SubmissionState submission={submission} />
            </td>
            <td>
              <SubmissionActions submission={submission} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** State, number of attempts, when the next one is, and what hindered the last. */
export function SubmissionState({ submission }: { readonly submission: Submission }) {
  const t = useText()
  const language = useLanguage()
  const { state, attemptCount, nextAttemptAt, problem } = submission
  return (
    <>
      <Group gap="xs">
        <SubmissionBadge state={state} />
        <Text size="xs" c="dimmed">
          {t('ministry:attempts', { count: attemptCount })}
        </Text>
      </Group>
      {nextAttemptAt === null ? null : (
        <Text size="xs" c="dimmed">
          {t('ministry:nextAttempt', { at: formatInstant(nextAttemptAt, language) })}
        </Text>
      )}
      {problem === null || state === 'answered' ? null : (
        <Text size="xs">
          {describeRefusal(t, problem).what} {describeRefusal(t, problem).remedy}
        </Text>
      )}
    </>
  )
}

/** Send at once, or take out of the outbox. */
export function SubmissionActions({ submission }: { readonly submission: Submission }) {
  const t = useText()
  const sendNow = useMutation({
    mutationFn: () => data.ministry.sendNow({ id: submission.id }),
    onError: notifyRefusal,
  })
  const stop = useMutation({
    mutationFn: () => data.ministry.stopSubmission({ id: submission.id }),
    onError: notifyRefusal,
  })
  if (submission.state === 'answered' || submission.state === 'stopped') return null
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        loading={sendNow.isPending}
        onClick={() => sendNow.mutate()}
      >
        {t('ministry:sendNow')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        loading={stop.isPending}
        onClick={() => stop.mutate()}
      >
        {t('ministry:stop')}
      </Button>
    </Group>
  )
}
