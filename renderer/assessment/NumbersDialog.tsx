import { Button, Group, Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { LiveNumber } from '../../shared/assessment/assessment.contract.ts'
import type { LiveNumberKey } from '../../shared/frameworks/framework.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { numberWithDay } from './text/number-text.ts'

type NumbersDialogProps = {
  readonly assessmentId: string
  /** The number that the criterion usually speaks of; it stands first. */
  readonly usual: LiveNumberKey | null
  readonly onInsert: (number: LiveNumber) => void
  readonly onClose: () => void
}

/** What the records say about the scope today, to be put into the text with its day. */
export function NumbersDialog({ assessmentId, usual, onInsert, onClose }: NumbersDialogProps) {
  const t = useText()
  const on = useToday()
  const language = useLanguage()
  const numbers = useQuery({
    ...orpc.assessment.numbers.queryOptions({ input: { id: assessmentId, on, language } }),
    staleTime: 0,
  })
  const shown = (numbers.data ?? []).toSorted((a, b) => Number(b.key === usual) - Number(a.key === usual))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('assessment:numbers.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {numbers.error === null ? null : <ErrorNotice error={numbers.error} />}
      {numbers.data?.length === 0 ? <Text c="dimmed">{t('assessment:numbers.none')}</Text> : null}
      {shown.map((number) => {
        const name = t(`assessment:liveNumber.${number.key}`)
        return (
          <Group key={number.key} justify="space-between" wrap="nowrap" py={6}>
            <div>
              <Text size="sm">{name}</Text>
              <Text size="sm" fw={700} className="qos-figures">
                {numberWithDay(number, language)}
              </Text>
              <Text size="xs" c="dimmed">
                {number.source}
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant="light"
              aria-label={t('assessment:numbers.insertOf', { name })}
              onClick={() => onInsert(number)}
            >
              {t('assessment:numbers.insert')}
            </Button>
          </Group>
        )
      })}
    </Modal>
  )
}
