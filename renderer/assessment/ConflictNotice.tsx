import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type Answer } from '../../shared/assessment/answer.ts'
import type { AnswerText } from '../../shared/assessment/assessment.contract.ts'
import { emptyRichText } from '../../shared/assessment/rich-text.ts'
import { useText } from '../app/i18n.ts'
import { RichTextView } from './text/RichTextView.tsx'
import classes from './assessment.module.css'

type ConflictNoticeProps = {
  readonly mine: AnswerText
  readonly theirs: Answer | null
  readonly onChoose: (theirs: Answer | null, keepMine: boolean) => void
}

const nameless = (): string => '…'

/** Somebody else wrote meanwhile: both texts beside each other, and which of them stands. */
export function ConflictNotice({ mine, theirs, onChoose }: ConflictNoticeProps) {
  const t = useText()
  return (
    <Alert
      role="alert"
      color="orange"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('assessment:conflict.title')}
    >
      <Text size="sm">{t('assessment:conflict.text')}</Text>
      <div className={classes.columns}>
        <section className={classes.box} aria-label={t('assessment:conflict.mine')}>
          <Text fw={700}>{t('assessment:conflict.mine')}</Text>
          <RichTextView value={mine.narrative} evidenceName={nameless} />
        </section>
        <section className={classes.box} aria-label={t('assessment:conflict.theirs')}>
          <Text fw={700}>{t('assessment:conflict.theirs')}</Text>
          <RichTextView value={theirs?.narrative ?? emptyRichText} evidenceName={nameless} />
        </section>
      </div>
      <Group mt="sm">
        <Button variant="default" onClick={() => onChoose(theirs, false)}>
          {t('assessment:conflict.takeTheirs')}
        </Button>
        <Button variant="default" onClick={() => onChoose(theirs, true)}>
          {t('assessment:conflict.keepMine')}
        </Button>
      </Group>
    </Alert>
  )
}
