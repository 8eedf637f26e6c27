import { Button, Chip, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '../../shared/kernel/format.ts'
import {
  rowOutcomeSchema,
  type ImportSummary,
  type Preview,
  type RowOutcome,
} from '../../shared/imports/import-result.ts'
import { useText } from '../app/i18n.ts'
import type { LongWork } from '../app/long-work.ts'
import { useLanguage } from '../app/preferences.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import classes from './imports.module.css'
import { PreviewRows } from './PreviewRows.tsx'
import { RecordCounts } from './RecordCounts.tsx'
import { SkippedRows } from './SkippedRows.tsx'
import { SaveRefused } from './SaveRefused.tsx'

type CheckStepProps = {
  readonly preview: Preview
  readonly onBack: () => void
  readonly onImport: () => void
  readonly work: LongWork<{ preview: string }, ImportSummary>
}

/** A dry run: what would become of every row, with each problem at its cell. Nothing is written yet. */
export function CheckStep({ preview, onBack, onImport, work }: CheckStepProps) {
  const t = useText()
  const language = useLanguage()
  const [outcomes, setOutcomes] = useState<RowOutcome[]>([])
  const [withProblems, setWithProblems] = useState(false)
  const { rows } = preview
  const taken = rows.new + rows.changed

  return (
    <Stack gap="md">
      <div className={classes.counts} role="group" aria-label={t('imports:check.filter')}>
        {rowOutcomeSchema.options.map((outcome) => (
          <Chip
            key={outcome}
            checked={outcomes.includes(outcome)}
            onChange={(isOn) =>
              setOutcomes(isOn ? [...outcomes, outcome] : outcomes.filter((one) => one !== outcome))
            }
          >
            {t(`imports:outcome.${outcome}`)}: {formatNumber(rows[outcome], language)}
          </Chip>
        ))}
        <Chip checked={withProblems} onChange={setWithProblems}>
          {t('imports:check.warned')}: {formatNumber(rows.warned, language)}
        </Chip>
      </div>
      <div className={classes.sums}>
        <RecordCounts records={preview.records} />
        <SkippedRows skipped={preview.skippedRows} />
      </div>
      <PreviewRows preview={preview} outcomes={outcomes} withProblems={withProblems} />
      {work.isRunning ? (
        <ProgressPanel progress={work.progress} label={t('imports:importing')} onCancel={work.cancel} />
      ) : (
        <Group>
          <Button variant="default" onClick={onBack}>
            {t('imports:back')}
          </Button>
          <Button disabled={taken === 0} onClick={onImport}>
            {t('imports:importRows', { count: taken })}
          </Button>
          {rows.refused === 0 ? null : <SaveRefused from={{ preview: preview.id }} />}
          {taken === 0 ? (
            <Text size="sm" c="dimmed">
              {t('imports:check.nothing')}
            </Text>
          ) : null}
        </Group>
      )}
    </Stack>
  )
}
