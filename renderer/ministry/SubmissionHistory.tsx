import { Text } from '@mantine/core'
import { formatInstant } from '../../shared/kernel/format.ts'
import { describeRefusal } from '../../shared/locales/i18n.ts'
import type { Attempt, PackageDetail } from '../../shared/ministry/ministry.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import classes from './ministry.module.css'
import { SubmissionActions, SubmissionState } from './Outbox.tsx'

/** Every submission of the package with each attempt: when, what was done, what came of it. */
export function SubmissionHistory({ submissions }: Pick<PackageDetail, 'submissions'>) {
  const language = useLanguage()
  return submissions.map((submission) => (
    <div key={submission.id}>
      <Text fw={700} mt="sm">
        {submission.receiverName} · {formatInstant(submission.createdAt, language)}
      </Text>
      <SubmissionState submission={submission} />
      <Attempts attempts={submission.attempts} />
      <SubmissionActions submission={submission} />
    </div>
  ))
}

function Attempts({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const t = useText()
  const language = useLanguage()
  if (attempts.length === 0) return null
  return (
    <table className={classes.table} aria-label={t('ministry:attemptList')}>
      <thead>
        <tr>
          <th scope="col">{t('ministry:column.attempt')}</th>
          <th scope="col">{t('ministry:column.time')}</th>
          <th scope="col">{t('ministry:column.action')}</th>
          <th scope="col">{t('ministry:column.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {attempts.map((attempt) => (
          <tr key={attempt.number}>
            <td className="qos-figures">{attempt.number}</td>
            <td className="qos-figures">{formatInstant(attempt.startedAt, language)}</td>
            <td>{t(`ministry:attemptAction.${attempt.action}`)}</td>
            <td>
              {t(`ministry:attemptOutcome.${attempt.outcome}`)}
              {attempt.httpStatus === null ? null : ` · HTTP ${attempt.httpStatus}`}
              {attempt.problem === null ? null : (
                <Text size="xs" c="dimmed">
                  {describeRefusal(t, attempt.problem).what}
                </Text>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
