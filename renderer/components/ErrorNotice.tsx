import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { describeError } from '../app/describe-error.ts'
import { useText } from '../app/i18n.ts'

type ErrorNoticeProps = {
  /** Whatever was thrown: a refusal, a lost connection or a bug; each has its sentences. */
  readonly error: unknown
  /** Offers to try again. */
  readonly onRetry?: () => void
}

/** Says in its place on the page what failed, what that means for the data and what to do now. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const t = useText()
  const { what, remedy } = describeError(error)
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      m="md"
      icon={<IconAlertTriangle aria-hidden />}
      title={what}
    >
      <Group justify="space-between" align="end">
        <Text size="sm">{remedy}</Text>
        {onRetry === undefined ? null : (
          <Button variant="default" onClick={onRetry}>
            {t('common:action.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
