import { Button, Group, Modal, NavLink, ScrollArea, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../shared/assessment/answer.ts'
import { type AnswerText, answerTextSchema } from '../../shared/assessment/assessment.contract.ts'
import { wordCount } from '../../shared/assessment/rich-text.ts'
import { formatInstant, formatNumber } from '../../shared/kernel/format.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { StageBadge } from './answer-look.tsx'
import { RichTextView } from './text/RichTextView.tsx'
import classes from './assessment.module.css'

type HistoryDialogProps = {
  readonly answer: Answer
  readonly canRestore: boolean
  readonly onRestore: (text: AnswerText) => void
  readonly onClose: () => void
}

const nameless = (): string => '…'

/** Every saved state of a text, the newest first, each to read and to write again. */
export function HistoryDialog({ answer, canRestore, onRestore, onClose }: HistoryDialogProps) {
  const t = useText()
  const language = useLanguage()
  const history = useQuery({
    ...orpc.assessment.answerHistory.queryOptions({ input: { id: answer.id } }),
    staleTime: 0,
  })
  const [chosen, setChosen] = useState<number | null>(null)
  const versions = history.data ?? []
  const shown = versions.find(({ sequence }) => sequence === chosen) ?? versions[0]
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('assessment:history.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {history.error === null ? null : <ErrorNotice error={history.error} />}
      <div className={classes.history}>
        <ScrollArea.Autosize mah={420} type="auto">
          <nav aria-label={t('assessment:history.versions')}>
            {versions.map(({ sequence, at, actor, fields }) => (
              <NavLink
                key={sequence}
                component="button"
                type="button"
                active={sequence === shown?.sequence}
                label={formatInstant(at, language)}
                description={`${actor} · ${t('assessment:editor.words', {
                  count: wordCount(fields.narrative),
                  n: formatNumber(wordCount(fields.narrative), language),
                })}`}
                onClick={() => setChosen(sequence)}
              />
            ))}
          </nav>
        </ScrollArea.Autosize>
        {shown === undefined ? null : (
          <section className={classes.box} aria-label={t('assessment:history.preview')}>
            <Group gap="sm" mb="xs">
              <StageBadge stage={shown.fields.stage} />
              <Text size="sm">
                {shown.fields.notApplicable === null
                  ? t(`assessment:level.${shown.fields.level}`)
                  : t('self-evaluation:notApplicable', { reason: shown.fields.notApplicable })}
              </Text>
            </Group>
            <RichTextView value={shown.fields.narrative} evidenceName={nameless} />
            {canRestore && shown !== versions[0] ? (
              <Button onClick={() => onRestore(answerTextSchema.parse(shown.fields))}>
                {t('assessment:history.restore')}
              </Button>
            ) : null}
          </section>
        )}
      </div>
    </Modal>
  )
}
