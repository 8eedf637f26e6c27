import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { describeError } from '../app/describe-error.ts'
import { useText } from '../app/i18n.ts'
import { refusalOf } from '../app/refusal.ts'
import { ProblemList } from '../components/ProblemList.tsx'

/** Why a file was not taken: every problem with its code or place. Nothing of it was saved. */
export function LoadRefused({ error, onClose }: { readonly error: unknown; readonly onClose: () => void }) {
  const t = useText()
  const { what, remedy } = describeError(error)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('frameworks:refused')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="sm">
        <Text>{what}</Text>
        <Text c="dimmed">{remedy}</Text>
        <ProblemList problems={refusalOf(error)?.problems ?? []} />
        <Group justify="end">
          <Button data-autofocus onClick={onClose}>
            {t('common:action.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
