import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../shared/assessment/answer.ts'
import { type Move, movesFrom } from '../../shared/assessment/stage.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal } from '../app/notify.tsx'
import { useMay, useWorkingPerson } from '../people/use-may.ts'
import { StageBadge } from './answer-look.tsx'
import classes from './assessment.module.css'

type StageBarProps = {
  readonly answer: Answer | null
  /** Saves what is typed before the text moves on. */
  readonly save: () => Promise<void>
  /** Neither the cycle is closed nor the section locked. */
  readonly isOpen: boolean
}

const calls = {
  submit: data.assessment.submitAnswer,
  approve: data.assessment.approveAnswer,
  reopen: data.assessment.reopenAnswer,
}

/** Where the text stands, and the steps that who works may take with it. */
export function StageBar({ answer, save, isOpen }: StageBarProps) {
  const t = useText()
  const may = useMay()
  const me = useWorkingPerson()
  const [isReturning, setReturning] = useState(false)
  const stage = answer?.stage ?? 'draft'
  const isOwn = me !== null && answer?.writtenById === me.id
  const isAllowed = (move: Move): boolean =>
    move === 'approve' || move === 'return' ? may('review-answer') && !isOwn : may('write-answer')
  const run = async (move: Exclude<Move, 'return'>): Promise<void> => {
    if (answer === null) return
    await save()
    const { assessmentId, criterion } = answer
    const latest = await data.assessment.answer({ assessmentId, criterion })
    if (latest !== null) await calls[move]({ id: latest.id, revision: latest.revision })
  }
  return (
    <div className={classes.stage}>
      <Group gap="sm">
        <StageBadge stage={stage} />
        {answer === null || !isOpen
          ? null
          : movesFrom(stage)
              .filter(isAllowed)
              .map((move) => (
                <Button
                  key={move}
                  size="compact-sm"
                  variant={move === 'submit' || move === 'approve' ? 'light' : 'default'}
                  onClick={() =>
                    move === 'return' ? setReturning(true) : void run(move).catch(notifyRefusal)
                  }
                >
                  {t(`assessment:move.${move}`)}
                </Button>
              ))}
      </Group>
      {answer === null || answer.reviewNote === '' ? null : (
        <Text size="sm" mt={4}>
          {t('assessment:move.note', { note: answer.reviewNote })}
        </Text>
      )}
      {isReturning && answer !== null ? (
        <ReturnDialog answer={answer} onClose={() => setReturning(false)} />
      ) : null}
    </div>
  )
}

function ReturnDialog({ answer, onClose }: { readonly answer: Answer; readonly onClose: () => void }) {
  const t = useText()
  const [note, setNote] = useState('')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('assessment:move.return')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const { id, revision } = answer
          data.assessment.returnAnswer({ id, revision, note }).then(onClose, notifyRefusal)
        }}
      >
        <Stack gap="md">
          <Textarea
            label={t('assessment:move.why')}
            value={note}
            required
            autosize
            minRows={3}
            data-autofocus
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" disabled={note.trim() === ''}>
              {t('assessment:move.return')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
