import { Button, Group, Progress as Bar, Stack, Text } from '@mantine/core'
import type { Progress } from '../../shared/kernel/contract-base.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'

type ProgressPanelProps = {
  /** Null: started, nothing reported yet. */
  readonly progress: Progress | null
  /** What is being done, by stage. */
  readonly label: string
  /** Stops the work; without it the work cannot be stopped. */
  readonly onCancel?: () => void
}

/** Long work: what is done of how much, and a way to stop it. */
export function ProgressPanel({ progress, label, onCancel }: ProgressPanelProps) {
  const t = useText()
  const language = useLanguage()
  const isKnown = progress !== null && progress.total > 0
  const share = isKnown ? Math.min(100, (progress.done / progress.total) * 100) : 100
  return (
    <Stack gap="xs" p="md" role="status" aria-live="polite">
      <Group justify="space-between" wrap="nowrap">
        <Text>{label}</Text>
        {isKnown ? (
          <Text c="dimmed" className="qos-figures">
            {t('common:progress.count', {
              done: formatNumber(progress.done, language),
              total: formatNumber(progress.total, language),
            })}
          </Text>
        ) : null}
      </Group>
      <Group wrap="nowrap">
        <Bar value={share} animated={!isKnown} flex={1} aria-label={label} />
        {onCancel === undefined ? null : (
          <Button variant="default" size="compact-sm" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
