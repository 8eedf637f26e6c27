import { Badge, Button, Group, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { useId, useState } from 'react'
import type { OpenAssessment } from '../../shared/assessment/assessment.contract.ts'
import { sectionOf } from '../../shared/assessment/assessment.ts'
import type { ReportLevel } from '../../shared/assessment/report/report.ts'
import { type Criterion, standardsOf } from '../../shared/frameworks/framework.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { useMay } from '../people/use-may.ts'
import { ConflictNotice } from './ConflictNotice.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'
import { NumbersDialog } from './NumbersDialog.tsx'
import { SavedNote } from './SavedNote.tsx'
import { StageBar } from './StageBar.tsx'
import { RichTextField } from './text/RichTextField.tsx'
import { type AnswerDraft, useAnswerDraft } from './use-answer-draft.ts'
import classes from './assessment.module.css'

type CriterionPaneProps = {
  readonly open: OpenAssessment
  readonly criterion: string
  readonly onStep: (by: number) => void
}

/** What the framework asks, and the answer to it. */
export function CriterionPane({ open, criterion, onStep }: CriterionPaneProps) {
  const t = useText()
  const draft = useAnswerDraft(open.summary.id, criterion)
  const standard = standardsOf(open.content).find(({ criteria }) =>
    criteria.some(({ code }) => code === criterion),
  )
  const asked = standard?.criteria.find(({ code }) => code === criterion)
  useCommand('save', () => void draft.saveNow())
  if (draft.error !== null) return <ErrorNotice error={draft.error} onRetry={() => void draft.refetch()} />
  if (asked === undefined || standard === undefined || draft.text === null) return <div aria-busy="true" />
  return (
    <Stack gap="md">
      <Question asked={asked} />
      {draft.state.kind === 'conflict' && draft.text !== null ? (
        <ConflictNotice mine={draft.text} theirs={draft.state.theirs} onChoose={draft.resolve} />
      ) : null}
      <AnswerFieldset key={criterion} open={open} draft={draft} standard={standard.code} asked={asked} />
      <Group justify="space-between" className="qos-no-print">
        <Button variant="default" onClick={() => onStep(-1)}>
          {t('assessment:work.previous')}
        </Button>
        <Button variant="default" onClick={() => onStep(1)}>
          {t('assessment:work.next')}
        </Button>
      </Group>
    </Stack>
  )
}

function Question({ asked }: { readonly asked: Criterion }) {
  const t = useText()
  const language = useLanguage()
  const guidance = nameIn(asked.guidance, language)
  return (
    <section>
      <Title order={2} size="md">
        {asked.code} {nameIn(asked.text, language)}
      </Title>
      {guidance === '' ? null : (
        <Text size="sm" c="dimmed" mt={4}>
          {guidance}
        </Text>
      )}
      <Group gap={6} mt={6}>
        {asked.isOwn ? <Badge variant="default">{t('self-evaluation:own')}</Badge> : null}
        {asked.onlyFor === null ? null : <Badge variant="default">{t('assessment:scope.double')}</Badge>}
        {asked.evidenceTypes.length === 0 ? null : (
          <Text size="sm">
            {t('assessment:work.usual', {
              types: asked.evidenceTypes.map((type) => t(`assessment:evidenceType.${type}`)).join(', '),
            })}
          </Text>
        )}
      </Group>
    </section>
  )
}

type AnswerFieldsetProps = {
  readonly open: OpenAssessment
  readonly draft: AnswerDraft
  readonly standard: string
  readonly asked: Criterion
}

/** Why nobody writes here now; null: it is open. */
function useReadOnlyReason(open: OpenAssessment, standard: string): string | null {
  const t = useText()
  const may = useMay()('write-answer')
  if (open.cycle.isClosed) return t('assessment:cycle.closedNote')
  if (sectionOf(open.summary, standard).isLocked) return t('assessment:section.lockedNote')
  return may ? null : t('assessment:work.mayNot')
}

function AnswerFieldset({ open, draft, standard, asked }: AnswerFieldsetProps) {
  const t = useText()
  const reason = useReadOnlyReason(open, standard)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [hasHistory, setHistory] = useState(false)
  const { text, change } = draft
  if (text === null) return null
  const isReadOnly = reason !== null
  const plain = (field: 'strengths' | 'weaknesses' | 'recommendations') => (
    <Textarea
      key={field}
      label={t(`self-evaluation:field.${field}`)}
      value={text[field]}
      autosize
      minRows={2}
      maxRows={8}
      readOnly={isReadOnly}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <>
      {reason === null ? null : <Text className={classes.notice}>{reason}</Text>}
      <StageBar
        answer={draft.answer}
        save={draft.saveNow}
        isOpen={!open.cycle.isClosed && !sectionOf(open.summary, standard).isLocked}
      />
      <LevelField text={text} change={change} isReadOnly={isReadOnly} />
      <div>
        <Group justify="space-between" mb={4}>
          <Text fw={500} size="sm">
            {t('assessment:work.narrative')}
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconHistory size={16} aria-hidden />}
            disabled={draft.answer === null}
            onClick={() => setHistory(true)}
          >
            {t('assessment:history.title')}
          </Button>
        </Group>
        <RichTextField
          label={t('assessment:work.narrative')}
          value={text.narrative}
          version={draft.version}
          isReadOnly={isReadOnly}
          onChange={(narrative) => change({ narrative })}
          status={isReadOnly ? undefined : <SavedNote state={draft.state} />}
          onNumber={setEditor}
        />
      </div>
      {plain('strengths')}
      {plain('weaknesses')}
      {plain('recommendations')}
      {editor === null ? null : (
        <NumbersDialog
          assessmentId={open.summary.id}
          usual={asked.number}
          onInsert={(number) => {
            editor
              .chain()
              .focus()
              .insertContent([
                { type: 'number', attrs: number },
                { type: 'text', text: ' ' },
              ])
              .run()
            setEditor(null)
          }}
          onClose={() => setEditor(null)}
        />
      )}
      {hasHistory && draft.answer !== null ? (
        <HistoryDialog
          answer={draft.answer}
          canRestore={!isReadOnly}
          onRestore={(version) => {
            draft.replace(version)
            setHistory(false)
          }}
          onClose={() => setHistory(false)}
        />
      ) : null}
    </>
  )
}

const levels = [0, 1, 2, 3, 4] as const satisfies readonly ReportLevel[]

function LevelField({
  text,
  change,
  isReadOnly,
}: {
  readonly text: NonNullable<AnswerDraft['text']>
  readonly change: AnswerDraft['change']
  readonly isReadOnly: boolean
}) {
  const t = useText()
  const id = useId()
  const isNotApplicable = text.notApplicable !== null
  return (
    <div>
      <Text id={id} fw={500} size="sm" mb={4}>
        {t('self-evaluation:field.level')}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        disabled={isReadOnly}
        value={isNotApplicable ? 'na' : String(text.level)}
        onChange={(value) => {
          const level = levels.find((each) => String(each) === value)
          change(level === undefined ? { level: 0, notApplicable: '' } : { level, notApplicable: null })
        }}
        data={[
          ...levels.map((level) => ({ value: String(level), label: t(`assessment:level.${level}`) })),
          { value: 'na', label: t('assessment:level.na') },
        ]}
      />
      {isNotApplicable ? (
        <Textarea
          mt="xs"
          label={t('assessment:work.reason')}
          description={t('assessment:work.reasonHelp')}
          required
          autosize
          readOnly={isReadOnly}
          value={text.notApplicable ?? ''}
          onChange={(event) => change({ notApplicable: event.currentTarget.value })}
        />
      ) : null}
    </div>
  )
}
