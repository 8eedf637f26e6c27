import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../../shared/kernel/format.ts'
import type { Receiver } from '../../shared/ministry/ministry.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { MinistryPage } from './MinistryPage.tsx'
import classes from './ministry.module.css'
import { ReceiverDialog } from './ReceiverDialog.tsx'

/** Where packages can be sent: name, address, and whose certificate is trusted. */
export function ReceiversPage() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const receivers = useQuery(orpc.ministry.receivers.queryOptions()).data
  const [edited, setEdited] = useState<Receiver | 'new' | null>(null)
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      disabled={isReadOnly}
      onClick={() => setEdited('new')}
    >
      {t('ministry:receivers.add')}
    </Button>
  )
  return (
    <MinistryPage
      title={t('ministry:receivers.title')}
      actions={receivers?.length === 0 ? undefined : add}
      hasBack
    >
      {receivers?.length === 0 ? (
        <EmptyState title={t('ministry:receivers.none')} text={t('ministry:receivers.noneText')}>
          {add}
        </EmptyState>
      ) : (
        <ReceiverTable receivers={receivers ?? []} onEdit={setEdited} isReadOnly={isReadOnly} />
      )}
      {edited === null ? null : (
        <ReceiverDialog receiver={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </MinistryPage>
  )
}

type ReceiverTableProps = {
  readonly receivers: readonly Receiver[]
  readonly onEdit: (receiver: Receiver) => void
  readonly isReadOnly: boolean
}

function ReceiverTable({ receivers, onEdit, isReadOnly }: ReceiverTableProps) {
  const t = useText()
  const language = useLanguage()
  const test = useMutation({
    mutationFn: (id: string) => data.ministry.testReceiver({ id }),
    onSuccess: ({ service, version }) => notifyDone(t('ministry:receivers.tested', { service, version })),
    onError: notifyRefusal,
  })
  const remove = useMutation({
    mutationFn: (id: string) => data.ministry.removeReceiver({ id }),
    onError: notifyRefusal,
  })
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('ministry:receivers.name')}</th>
          <th scope="col">{t('ministry:receivers.url')}</th>
          <th scope="col">{t('ministry:receivers.certificate')}</th>
          <th scope="col">{t('ministry:column.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {receivers.map((receiver) => (
          <tr key={receiver.id}>
            <td>{receiver.name}</td>
            <td className={classes.hash}>{receiver.url}</td>
            <td>
              {receiver.certificate === null ? (
                t('ministry:receivers.systemTrust')
              ) : (
                <>
                  {receiver.certificate.subject}
                  <Text size="xs" c="dimmed">
                    {t('ministry:receivers.validTo', {
                      at: formatInstant(receiver.certificate.validTo, language),
                    })}
                  </Text>
                </>
              )}
            </td>
            <td>
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={test.isPending && test.variables === receiver.id}
                  onClick={() => test.mutate(receiver.id)}
                >
                  {t('ministry:receivers.test')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  disabled={isReadOnly}
                  onClick={() => onEdit(receiver)}
                >
                  {t('ministry:receivers.edit')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  disabled={isReadOnly}
                  onClick={() => remove.mutate(receiver.id)}
                >
                  {t('common:action.remove')}
                </Button>
              </Group>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
