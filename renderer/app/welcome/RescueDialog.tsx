import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { formatBytes, formatInstant } from '../../../shared/kernel/format.ts'
import { data, orpc } from '../client.ts'
import { describeError } from '../describe-error.ts'
import { useText } from '../i18n.ts'
import { useLanguage } from '../preferences.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { type Damaged, useDamaged } from './rescue.ts'

/** Appears when a damaged workspace was to be opened: offers its newest whole backup as a new file beside it. */
export function RescueDialog() {
  const t = useText()
  const [damaged, close] = useDamaged()
  return (
    <Modal
      opened={damaged !== null}
      onClose={close}
      title={t('workspace:rescue.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {damaged === null ? null : <Rescue damaged={damaged} onClose={close} />}
    </Modal>
  )
}

function Rescue({ damaged: { file, error }, onClose }: { readonly damaged: Damaged; onClose: () => void }) {
  const t = useText()
  const language = useLanguage()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const found = useQuery({ ...orpc.workspace.rescue.queryOptions({ input: { file } }), gcTime: 0 })
  const backup = found.data ?? null
  const open = useMutation({
    mutationFn: (name: string) => data.workspace.openBackup({ file, name }),
    onSuccess: async () => {
      onClose()
      await navigate({ to: '/', search: {} })
      await queries.invalidateQueries()
    },
  })
  return (
    <Stack>
      <Text>{describeError(error).what}</Text>
      {found.isPending && (
        <Group role="status">
          <Loader size="sm" />
          <Text size="sm">{t('workspace:rescue.looking')}</Text>
        </Group>
      )}
      {found.data === null && <Text>{t('workspace:rescue.none')}</Text>}
      {backup === null ? null : (
        <>
          <Text>
            {t('workspace:rescue.found', {
              at: formatInstant(backup.at, language),
              size: formatBytes(backup.size, language),
            })}
          </Text>
          <Text size="sm">{t('workspace:rescue.beside')}</Text>
        </>
      )}
      {found.error === null ? null : <ErrorNotice error={found.error} />}
      {open.error === null ? null : <ErrorNotice error={open.error} />}
      <Group justify="end">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common:action.close')}
        </Button>
        {backup === null ? null : (
          <Button loading={open.isPending} onClick={() => open.mutate(backup.name)}>
            {t('workspace:rescue.open')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
