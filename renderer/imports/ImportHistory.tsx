import { Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '../../shared/kernel/format.ts'
import type { ImportSummary } from '../../shared/imports/import-result.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import classes from './imports.module.css'
import { SaveRefused } from './SaveRefused.tsx'
import { UndoImport } from './UndoImport.tsx'

/** The imports of this workspace, the newest first; each can be taken back. */
export function ImportHistory() {
  const t = useText()
  const history = useQuery(orpc.imports.history.queryOptions()).data ?? []
  if (history.length === 0) return null
  return (
    <section>
      <Title order={2} size="lg" mt="xl" mb="xs">
        {t('imports:history.title')}
      </Title>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports:history.file')}</th>
            <th scope="col">{t('imports:history.at')}</th>
            <th scope="col">{t('imports:history.rows')}</th>
            <th scope="col">{t('imports:history.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((entry) => (
            <HistoryRow key={entry.batch ?? entry.at} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function HistoryRow({ entry }: { readonly entry: ImportSummary }) {
  const t = useText()
  const language = useLanguage()
  const { batch, fileName, sheet, at, rows, undoneAt } = entry
  return (
    <tr>
      <td>
        {fileName}
        <Text size="xs" c="dimmed">
          {sheet}
        </Text>
      </td>
      <td className="qos-figures">{formatInstant(at, language)}</td>
      <td>{t('imports:history.counts', rows)}</td>
      <td>
        {undoneAt === null ? (
          <Group gap="xs">
            {batch === null ? null : <UndoImport batch={batch} size="compact-sm" />}
            {batch === null || rows.refused === 0 ? null : <SaveRefused from={{ batch }} size="compact-sm" />}
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            {t('imports:history.undone', { at: formatInstant(undoneAt, language) })}
          </Text>
        )}
      </td>
    </tr>
  )
}
