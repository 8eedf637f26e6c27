import { Text } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { useText } from '../../app/i18n.ts'
import type { FieldIssue } from './field-issue.ts'
import classes from './record.module.css'

/** Findings below a field: the message, what to do, and the source of the rule. */
export function FieldNotes({ issues }: { readonly issues: readonly FieldIssue[] }) {
  const t = useText()
  return (
    <span className={classes.notes}>
      {issues.map(({ path, severity, message, remedy, source }, index) => {
        const Sign = severity === 'error' ? IconAlertCircle : IconAlertTriangle
        return (
          <span key={`${path}-${index}`} className={classes.note} data-severity={severity}>
            <Sign size={14} role="img" aria-label={t(`common:severity.${severity}`)} />
            <span>
              {message} {remedy}
              {source === '' ? null : (
                <Text component="span" inherit c="dimmed">
                  {' '}
                  {t('common:problem.source', { source })}
                </Text>
              )}
            </span>
          </span>
        )
      })}
    </span>
  )
}
