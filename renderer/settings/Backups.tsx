import { Button, Group, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatBytes, formatInstant } from '../../shared/kernel/format.ts'
import type { BackupSource, StoredBackup } from '../../shared/workspace/backup.ts'
import { orpc, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'

/** So many backups are listed at first. */
const shownAtFirst = 6

/** The backups of the open workspace: when, why, how large, and the way back to each. */
export function Backups() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const backups = useQuery(orpc.workspace.backups.queryOptions())
  const [showsAll, setShowsAll] = useState(false)
  const [source, setSource] = useState<BackupSource | null>(null)
  const all = backups.data ?? []
  const shown = showsAll ? all : all.slice(0, shownAtFirst)

  async function chooseFile() {
    try {
      const [file] = await shell.chooseFiles({ purpose: 'workspace', multiple: false })
      if (file !== undefined) setSource({ file })
    } catch (error) {
      notifyRefusal(error)
    }
  }

  return (
    <div>
      <Title order={3} size="sm" id="backups" mb="xs">
        {t('institution:backups.title')}
      </Title>
      {backups.error === null ? null : <ErrorNotice error={backups.error} onRetry={backups.refetch} />}
      {backups.data?.length === 0 && <Text size="sm">{t('institution:backups.none')}</Text>}
      {shown.length > 0 && <BackupTable backups={shown} onRestore={(name) => setSource({ name })} />}
      <Group gap="md" mt="xs">
        {shown.length < all.length && (
          <Button variant="subtle" onClick={() => setShowsAll(true)}>
            {t('institution:backups.all', { count: all.length })}
          </Button>
        )}
        <Button variant="default" disabled={isReadOnly} onClick={() => void chooseFile()}>
          {t('institution:backups.fromFile')}
        </Button>
      </Group>
      {source !== null && <RestoreDialog source={source} onClose={() => setSource(null)} />}
    </div>
  )
}

type BackupTableProps = {
  readonly backups: readonly StoredBackup[]
  readonly onRestore: (name: string) => void
}

function BackupTable({ backups, onRestore }: BackupTableProps) {
  const t = useText()
  const language = useLanguage()
  const isReadOnly = useIsReadOnly()
  return (
    <Table aria-labelledby="backups" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('institution:backups.at')}</Table.Th>
          <Table.Th>{t('institution:backups.reason')}</Table.Th>
          <Table.Th ta="end">{t('institution:backups.size')}</Table.Th>
          <Table.Th ta="end">{t('institution:backups.schema')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('institution:backups.actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map(({ name, at, reason, size, schemaVersion }) => (
          <Table.Tr key={name}>
            <Table.Td className="qos-figures">{formatInstant(at, language)}</Table.Td>
            <Table.Td>{t(`institution:backups.reasons.${reason}`)}</Table.Td>
            <Table.Td ta="end" className="qos-figures">
              {formatBytes(size, language)}
            </Table.Td>
            <Table.Td ta="end" className="qos-figures">
              {schemaVersion ?? '–'}
            </Table.Td>
            <Table.Td ta="end">
              <Button
                variant="default"
                size="compact-sm"
                disabled={isReadOnly}
                leftSection={<IconHistory size={14} aria-hidden />}
                aria-label={`${t('institution:backups.look')}: ${formatInstant(at, language)}`}
                onClick={() => onRestore(name)}
              >
                {t('institution:backups.look')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
