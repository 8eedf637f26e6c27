import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import type { ActionSummary } from '../../shared/actions/action.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { useText } from '../app/i18n.ts'
import { DayField } from '../components/DayField.tsx'
import { useChangeActions } from './use-change-actions.ts'
import { usePeopleOptions } from './use-people.ts'

export type Bulk = { readonly kind: 'owner' | 'due'; readonly rows: readonly ActionSummary[] }

type BulkDialogProps = { readonly bulk: Bulk; readonly onClose: () => void }

/** One person or one due day for all chosen actions. */
export function BulkDialog({ bulk: { kind, rows }, onClose }: BulkDialogProps) {
  const t = useText()
  const people = usePeopleOptions()
  const change = useChangeActions()
  const [first] = rows
  const [ownerId, setOwner] = useState<string | null>(first?.ownerId ?? null)
  const [dueOn, setDue] = useState<Day | null>(first?.dueOn ?? null)
  const count = rows.length
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(kind === 'owner' ? 'actions:bulk.ownerTitle' : 'actions:bulk.dueTitle', { count })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void change(rows, kind === 'owner' ? { ownerId } : { dueOn }).then((isDone) => {
            if (isDone) onClose()
          })
        }}
      >
        <Stack gap="md">
          {kind === 'owner' ? (
            <Select
              label={t('actions:field.ownerId')}
              data={people}
              value={ownerId}
              searchable
              clearable
              data-autofocus
              onChange={setOwner}
            />
          ) : (
            <DayField label={t('actions:field.dueOn')} value={dueOn} onChange={setDue} />
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit">{t('actions:bulk.apply')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
