import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ActionSummary } from '../../shared/actions/action.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { useText } from '../app/i18n.ts'
import { useToday } from '../app/today.ts'
import { DayField } from '../components/DayField.tsx'
import { useChangeActions } from './use-change-actions.ts'

export type Closing = { readonly action: ActionSummary; readonly state: 'done' | 'dropped' }

type CloseDialogProps = { readonly closing: Closing; readonly onClose: () => void }

/** Asks for what closing needs: the result, or why the action is dropped, and the day. */
export function CloseDialog({ closing: { action, state }, onClose }: CloseDialogProps) {
  const t = useText()
  const today = useToday()
  const change = useChangeActions()
  const [result, setResult] = useState('')
  const [closedOn, setClosedOn] = useState<Day | null>(today)
  const { title } = action
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(state === 'done' ? 'actions:close.title' : 'actions:close.dropTitle', { title })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const message = t('actions:board.moved', { title, state: t(`actions:state.${state}`) })
          void change([action], { state, result, closedOn }, message).then((isDone) => {
            if (isDone) onClose()
          })
        }}
      >
        <Stack gap="md">
          <Textarea
            label={t('actions:field.result')}
            description={t('actions:help.result')}
            required
            autosize
            minRows={3}
            maxLength={10_000}
            data-autofocus
            value={result}
            onChange={(event) => setResult(event.currentTarget.value)}
          />
          <DayField label={t('actions:field.closedOn')} value={closedOn} onChange={setClosedOn} isRequired />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit">{t('actions:close.apply')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
