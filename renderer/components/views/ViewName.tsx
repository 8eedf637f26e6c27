import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { describeError } from '../../app/describe-error.ts'
import { useText } from '../../app/i18n.ts'

type ViewNameProps = {
  readonly title: string
  readonly initial: string
  readonly onSave: (name: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks for the name of a view. A name that its place already has is refused here, where it can be changed. */
export function ViewName({ title, initial, onSave, onClose }: ViewNameProps) {
  const t = useText()
  const [name, setName] = useState(initial)
  const save = useMutation({ mutationFn: () => onSave(name.trim()), onSuccess: onClose })
  const refusal = save.error === null ? null : describeError(save.error)
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') save.mutate()
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('common:views.name')}
            value={name}
            maxLength={80}
            required
            data-autofocus
            error={refusal === null ? undefined : `${refusal.what} ${refusal.remedy}`}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('common:views.shared')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
