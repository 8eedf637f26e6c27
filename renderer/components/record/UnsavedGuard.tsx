import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useText } from '../../app/i18n.ts'

type UnsavedGuardProps = {
  readonly isDirty: boolean
  /** False: refused; one stays. */
  readonly onSave: () => Promise<boolean>
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

/** Asks before a record with unsaved changes is left. The draft is kept whatever is chosen but "discard". */
export function UnsavedGuard({ isDirty, onSave, onKeep, onDiscard }: UnsavedGuardProps) {
  const t = useText()
  const blocker = useBlocker({
    // Another filter or sort of the list beside the record is no leaving.
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: false,
    withResolver: true,
  })
  const isAsking = blocker.status === 'blocked'
  const stay = () => blocker.reset?.()
  const leave = () => blocker.proceed?.()
  const save = async () => {
    const isSaved = await onSave()
    if (isSaved) leave()
    else stay()
  }
  if (!isAsking) return null
  return (
    <Modal opened onClose={stay} title={t('common:form.leave.title')} withCloseButton={false}>
      <Text mb="md">{t('common:form.leave.text')}</Text>
      <Group justify="flex-end" gap="sm">
        <Button
          variant="subtle"
          color="red"
          onClick={() => {
            onDiscard()
            leave()
          }}
        >
          {t('common:form.discard')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onKeep()
            leave()
          }}
        >
          {t('common:form.leave.keep')}
        </Button>
        <Button data-autofocus onClick={() => void save()}>
          {t('common:action.save')}
        </Button>
      </Group>
    </Modal>
  )
}
