import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '../../shared/kernel/localized.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal, offerUndo, notifyDone } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'

/** Goes on with the running actions of a cycle in a later one. */
export function CarryOverDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const language = useLanguage()
  const cycles = useQuery(orpc.assessment.cycles.queryOptions()).data ?? []
  const [from, setFrom] = useState<string | null>(null)
  const [chosen, setTo] = useState<string | null>(null)
  const next =
    cycles.find(({ previousCycleId, isClosed }) => previousCycleId === from && !isClosed)?.id ?? null
  const to = chosen ?? (from === null ? null : next)
  const options = cycles.map(({ id, names }) => ({ value: id, label: nameIn(names, language) }))
  const open = new Set(cycles.filter(({ isClosed }) => !isClosed).map(({ id }) => id))
  const carry = async () => {
    if (from === null || to === null) return
    try {
      const { created, left } = await data.actions.carryOver({ fromCycleId: from, toCycleId: to })
      const parts = [t('actions:carry.done', { count: created.length })]
      if (left > 0) parts.push(t('actions:carry.left', { count: left }))
      const ids = created.map(({ id }) => id)
      if (ids.length === 0) notifyDone(parts.join('. '))
      else offerUndo(parts.join('. '), () => data.actions.takeBackCarryOver({ ids }))
      onClose()
    } catch (error) {
      notifyRefusal(error)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('actions:carry.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void carry()
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('actions:carry.text')}</Text>
          <Select
            label={t('actions:carry.from')}
            data={options}
            value={from}
            required
            data-autofocus
            onChange={setFrom}
          />
          <Select
            label={t('actions:carry.to')}
            data={options.filter(({ value }) => value !== from && open.has(value))}
            value={to}
            required
            onChange={setTo}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" disabled={from === null || to === null}>
              {t('actions:carry.apply')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
