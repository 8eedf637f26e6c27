import { Button, Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ImportSummary, Preview } from '../../shared/imports/import-result.ts'
import { useText } from '../app/i18n.ts'
import { RecordCounts } from './RecordCounts.tsx'
import { SaveRefused } from './SaveRefused.tsx'
import { UndoImport } from './UndoImport.tsx'

type ResultStepProps = {
  readonly summary: ImportSummary
  readonly preview: Preview
  readonly onFinish: () => void
}

/** What was written, and what can be done next: correct the refused rows, or take the import back. */
export function ResultStep({ summary, preview, onFinish }: ResultStepProps) {
  const t = useText()
  return (
    <Stack gap="md">
      <Group gap="xs" role="status">
        <IconCircleCheck size={20} color="var(--qos-good)" aria-hidden />
        <Text fw={700}>{t('imports:result.done', { count: summary.rows.new + summary.rows.changed })}</Text>
      </Group>
      {summary.rows.refused === 0 ? null : (
        <Text>{t('imports:result.refused', { count: summary.rows.refused })}</Text>
      )}
      <RecordCounts records={summary.records} />
      <Group>
        <Button onClick={onFinish}>{t('imports:result.finish')}</Button>
        {summary.rows.refused === 0 ? null : <SaveRefused from={{ preview: preview.id }} />}
        {summary.batch === null ? null : <UndoImport batch={summary.batch} onUndone={onFinish} />}
      </Group>
    </Stack>
  )
}
