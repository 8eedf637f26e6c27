import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '../../shared/kernel/format.ts'
import type { WorkspaceState } from '../../shared/workspace/workspace.contract.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { Backups } from './Backups.tsx'
import { IntegrityCheck } from './IntegrityCheck.tsx'
import { Facts } from '../components/Facts.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** The open workspace file: what is in it, its backups and whether it is whole. */
export function FileSection() {
  const t = useText()
  const language = useLanguage()
  const state = useQuery(orpc.workspace.state.queryOptions()).data
  if (state === undefined || state === null) return null
  const access =
    state.readOnly === null
      ? t('institution:file.writable')
      : t(`institution:file.readOnly.${state.readOnly}`)
  const backup =
    state.lastBackupAt === null ? t('institution:file.noBackup') : formatInstant(state.lastBackupAt, language)

  return (
    <SettingsSection id="file" title={t('institution:file.title')}>
      {state.isSample && <Text size="sm">{t('institution:file.sample')}</Text>}
      <Facts
        facts={[
          [t('institution:file.name'), state.name],
          [t('institution:file.access'), access],
          [t('institution:file.records'), <RecordCounts key="counts" counts={state.counts} />],
          [t('institution:file.outbox'), t('institution:file.outboxState', state.outbox)],
          [t('institution:file.lastBackup'), backup],
        ]}
      />
      <BackupNow />
      <Backups />
      <IntegrityCheck />
    </SettingsSection>
  )
}

/** Every count leads to the list it counts. */
function RecordCounts({ counts }: { readonly counts: WorkspaceState['counts'] }) {
  const t = useText()
  return (
    <Group gap="md">
      <Anchor component={Link} to="/partners">
        {t('institution:file.partners', { count: counts.partner })}
      </Anchor>
      <Anchor component={Link} to="/agreements">
        {t('institution:file.agreements', { count: counts.agreement })}
      </Anchor>
      <Anchor component={Link} to="/programmes">
        {t('institution:file.programmes', { count: counts.programme })}
      </Anchor>
      <Anchor component={Link} to="/mobility">
        {t('institution:file.cohorts', { count: counts.cohort })}
      </Anchor>
    </Group>
  )
}

function BackupNow() {
  const t = useText()
  const backup = useMutation(
    orpc.workspace.backup.mutationOptions({
      onSuccess: ({ name, size }) => notifyDone(t('institution:backup.done', { name, size })),
      onError: notifyRefusal,
    }),
  )
  return (
    <div>
      <Group gap="md">
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          loading={backup.isPending}
          onClick={() => backup.mutate(undefined)}
        >
          {t('institution:backup.now')}
        </Button>
        {backup.data !== undefined && (
          <Text size="sm" role="status">
            {t('institution:backup.done', { name: backup.data.name, size: backup.data.size })}
          </Text>
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('institution:backup.help')}
      </Text>
    </div>
  )
}
