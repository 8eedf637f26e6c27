import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import type { Receiver } from '../../shared/ministry/ministry.ts'
import { data, shell } from '../app/client.ts'
import { describeError } from '../app/describe-error.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal } from '../app/notify.tsx'

type ReceiverDialogProps = {
  /** Null: a new one. */
  readonly receiver: Receiver | null
  readonly onClose: () => void
}

/** A receiver's name and https address, and the certificate of the authority that signed the receiver's own. */
export function ReceiverDialog({ receiver, onClose }: ReceiverDialogProps) {
  const t = useText()
  const [name, setName] = useState(receiver?.name ?? '')
  const [url, setUrl] = useState(receiver?.url ?? 'https://')
  /** Undefined: as it was; null: the system's trust. */
  const [certificate, setCertificate] = useState<FileGrant | null | undefined>(undefined)
  const save = useMutation({
    mutationFn: () =>
      data.ministry.saveReceiver({
        id: receiver?.id ?? null,
        name,
        url,
        ...(certificate === undefined ? {} : { certificate }),
      }),
    onSuccess: onClose,
  })
  const kept = certificate === undefined ? receiver?.certificate?.subject : certificate?.name

  async function choose() {
    const [file] = await shell.chooseFiles({ purpose: 'certificate', multiple: false })
    if (file !== undefined) setCertificate(file)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={receiver === null ? t('ministry:receivers.add') : t('ministry:receivers.edit')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('ministry:receivers.name')}
            value={name}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('ministry:receivers.url')}
            description={t('ministry:receivers.urlHelp')}
            value={url}
            required
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <div>
            <Text size="sm" fw={500}>
              {t('ministry:receivers.certificate')}
            </Text>
            <Text size="xs" c="dimmed" mb={4}>
              {t('ministry:receivers.certificateHelp')}
            </Text>
            <Group gap="sm">
              <Text>{kept ?? t('ministry:receivers.systemTrust')}</Text>
              <Button size="compact-sm" variant="default" onClick={() => void choose().catch(notifyRefusal)}>
                {t('ministry:receivers.chooseCertificate')}
              </Button>
              {kept === undefined ? null : (
                <Button size="compact-sm" variant="subtle" onClick={() => setCertificate(null)}>
                  {t('ministry:receivers.useSystemTrust')}
                </Button>
              )}
            </Group>
          </div>
          {save.isError ? (
            <Text role="alert" c="var(--qos-bad)" size="sm">
              {describeError(save.error).what} {describeError(save.error).remedy}
            </Text>
          ) : null}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
