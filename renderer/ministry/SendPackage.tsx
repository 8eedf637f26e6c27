import { Anchor, Button, Group, Select, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PackageDetail } from '../../shared/ministry/ministry.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'

type SendPackageProps = { readonly packageId: string; readonly submissions: PackageDetail['submissions'] }

/** Puts the package into the outbox of a receiver; carrying it by hand stays possible at any time. */
export function SendPackage({ packageId, submissions }: SendPackageProps) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const receivers = useQuery(orpc.ministry.receivers.queryOptions()).data ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const receiverId = chosen ?? receivers[0]?.id ?? null
  const send = useMutation({
    mutationFn: (receiver: string) => data.ministry.send({ packageId, receiverId: receiver }),
    onSuccess: () => notifyDone(t('ministry:send.queued')),
    onError: notifyRefusal,
  })
  const isOnItsWay = submissions.some(({ state }) => state !== 'answered' && state !== 'stopped')

  if (receivers.length === 0) {
    return (
      <Text>
        {t('ministry:send.noReceiver')}{' '}
        <Anchor component={Link} to="/ministry/receivers">
          {t('ministry:receivers.add')}
        </Anchor>
      </Text>
    )
  }
  return (
    <Group gap="sm" align="end" mb="md">
      <Select
        label={t('ministry:column.receiver')}
        data={receivers.map(({ id, name }) => ({ value: id, label: name }))}
        value={receiverId}
        onChange={setChosen}
        allowDeselect={false}
        w={320}
      />
      <Button
        leftSection={<IconSend size={16} aria-hidden />}
        disabled={isReadOnly || isOnItsWay || receiverId === null}
        loading={send.isPending}
        onClick={() => {
          if (receiverId !== null) send.mutate(receiverId)
        }}
      >
        {t('ministry:send.action')}
      </Button>
      <Text size="sm" c="dimmed">
        {isOnItsWay ? t('ministry:send.onItsWay') : t('ministry:send.byHand')}
      </Text>
    </Group>
  )
}
