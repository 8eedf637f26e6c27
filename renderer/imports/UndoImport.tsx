import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'

type UndoImportProps = {
  readonly batch: string
  readonly onUndone?: () => void
  readonly size?: 'compact-sm'
}

/** Takes an import back at once; asks only when records of it were changed or used since and would have to stay. */
export function UndoImport({ batch, onUndone, size }: UndoImportProps) {
  const t = useText()
  const language = useLanguage()
  const [changed, setChanged] = useState<readonly { label: string; record: { id: string } }[]>([])
  const undo = useMutation({
    mutationFn: async ({ leaveChanged }: { leaveChanged: boolean }) => {
      if (!leaveChanged) {
        const kept = await data.imports.changedSince({ batch, language })
        if (kept.length > 0) {
          setChanged(kept)
          return null
        }
      }
      return data.imports.undo({ batch, leaveChanged, language })
    },
    onSuccess: (result) => {
      if (result === null) return
      setChanged([])
      notifyDone(t('imports:undo.done', { count: result.undone }))
      onUndone?.()
    },
    onError: notifyRefusal,
  })
  return (
    <>
      <Button
        variant="default"
        {...(size === undefined ? {} : { size })}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        loading={undo.isPending}
        onClick={() => undo.mutate({ leaveChanged: false })}
      >
        {t('imports:undo.action')}
      </Button>
      <Modal
        opened={changed.length > 0}
        onClose={() => setChanged([])}
        title={t('imports:undo.question')}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        <Stack>
          <Text>{t('imports:undo.changed', { count: changed.length })}</Text>
          <List size="sm">
            {changed.slice(0, 12).map(({ label, record }) => (
              <List.Item key={record.id}>{label}</List.Item>
            ))}
          </List>
          <Group justify="end">
            <Button variant="default" data-autofocus onClick={() => setChanged([])}>
              {t('common:action.cancel')}
            </Button>
            <Button color="red" loading={undo.isPending} onClick={() => undo.mutate({ leaveChanged: true })}>
              {t('imports:undo.leaveChanged')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
