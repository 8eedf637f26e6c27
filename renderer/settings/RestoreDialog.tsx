import { Button, Group, Loader, Modal, Stack, Table, Text } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatInstant, formatNumber } from '../../shared/kernel/format.ts'
import type { BackupSource, RestorePreview, WorkspaceContents } from '../../shared/workspace/backup.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLongWork } from '../app/long-work.ts'
import { notifyDone } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'

type RestoreDialogProps = { readonly source: BackupSource; readonly onClose: () => void }

/** What a restore would change, whether the backup is whole, and the question before it is done. */
export function RestoreDialog({ source, onClose }: RestoreDialogProps) {
  const t = useText()
  const queries = useQueryClient()
  const preview = useQuery({
    ...orpc.workspace.restorePreview.queryOptions({ input: source }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const restore = useLongWork(data.workspace.restore)
  const start = async () => {
    const result = await restore.run(source)
    if (result === null) return
    onClose()
    notifyDone(t('institution:restore.done', { name: result.safetyBackup }))
    await queries.invalidateQueries()
  }
  const stage = restore.progress?.stage ?? 'checking'
  return (
    <Modal
      opened
      size="lg"
      onClose={restore.isRunning ? () => undefined : onClose}
      withCloseButton={!restore.isRunning}
      title={t('institution:restore.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack>
        {preview.isPending && (
          <Group role="status">
            <Loader size="sm" />
            <Text size="sm">{t('institution:restore.reading')}</Text>
          </Group>
        )}
        {preview.error === null ? null : <ErrorNotice error={preview.error} />}
        {preview.data !== undefined && <Preview preview={preview.data} />}
        {restore.error === null ? null : <ErrorNotice error={restore.error} />}
        {restore.isRunning && (
          <ProgressPanel
            progress={restore.progress}
            label={t(`institution:restore.stage.${stageOf(stage)}`)}
          />
        )}
        <Group justify="end">
          <Button variant="default" data-autofocus disabled={restore.isRunning} onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            color="red"
            disabled={preview.data === undefined || preview.data.findings.length > 0}
            loading={restore.isRunning}
            onClick={() => void start()}
          >
            {t('institution:restore.replace')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const stages = ['checking', 'preparing', 'saving-present', 'replacing'] as const

const stageOf = (stage: string): (typeof stages)[number] =>
  stages.find((known) => known === stage) ?? 'checking'

function Preview({ preview }: { readonly preview: RestorePreview }) {
  const t = useText()
  const { name, now, backup, findings, schemaVersion, knownVersion } = preview
  return (
    <Stack gap="sm">
      <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      {backup === null ? null : <Comparison now={now} backup={backup} />}
      <Verdict findings={findings} />
      {findings.length === 0 && (
        <>
          {schemaVersion < knownVersion && (
            <Text size="sm">{t('institution:restore.older', { schemaVersion, knownVersion })}</Text>
          )}
          <Text size="sm">{t('institution:restore.question')}</Text>
          <Text size="sm">{t('institution:restore.outbox')}</Text>
        </>
      )}
    </Stack>
  )
}

function Verdict({ findings }: { readonly findings: RestorePreview['findings'] }) {
  const t = useText()
  const isSound = findings.length === 0
  const Sign = isSound ? IconShieldCheck : IconShieldX
  return (
    <div role="status">
      <Group gap="xs" wrap="nowrap" c={isSound ? 'var(--qos-good)' : 'var(--qos-bad)'}>
        <Sign size={20} aria-hidden />
        <Text size="sm" fw={700}>
          {isSound ? t('institution:restore.sound') : t('institution:restore.damaged')}
        </Text>
      </Group>
      {findings.slice(0, 5).map(({ check, detail }) => (
        <Text key={`${check} ${detail}`} size="sm" c="var(--qos-bad)" style={{ overflowWrap: 'anywhere' }}>
          {t(`institution:integrity.checks.${check}`)}: {detail}
        </Text>
      ))}
    </div>
  )
}

type ComparisonProps = { readonly now: WorkspaceContents; readonly backup: WorkspaceContents }

/** Present state and backup side by side; what differs stands out. */
function Comparison({ now, backup }: ComparisonProps) {
  const t = useText()
  const language = useLanguage()
  const count = (value: number) => formatNumber(value, language)
  const at = (value: string | null) => (value === null ? '–' : formatInstant(value, language))
  const of = (read: (contents: WorkspaceContents) => string) => [read(now), read(backup)] as const
  const rows: readonly (readonly [label: string, values: readonly [string, string]])[] = [
    [t('common:entity.institution'), of(({ institution }) => institution[language] || '–')],
    ...(['partner', 'agreement', 'programme', 'cohort'] as const).map(
      (entity) =>
        [t(`institution:restore.counts.${entity}`), of(({ counts }) => count(counts[entity]))] as const,
    ),
    [t('institution:restore.counts.attachment'), of(({ attachments }) => count(attachments))],
    [t('institution:restore.counts.package'), of(({ packages }) => count(packages))],
    [t('institution:restore.counts.change'), of(({ changes }) => count(changes))],
    [t('institution:restore.lastChange'), of(({ lastChangeAt }) => at(lastChangeAt))],
  ]
  return (
    <Table verticalSpacing={4} aria-label={t('institution:restore.comparison')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th />
          <Table.Th ta="end">{t('institution:restore.now')}</Table.Th>
          <Table.Th ta="end">{t('institution:restore.inBackup')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([label, [present, kept]]) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" fw={400} style={{ whiteSpace: 'nowrap' }}>
              {label}
            </Table.Th>
            <Table.Td ta="end" className="qos-figures">
              {present}
            </Table.Td>
            <Table.Td ta="end" className="qos-figures" fw={present === kept ? 400 : 700}>
              {kept}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
