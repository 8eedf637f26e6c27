import { Anchor, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FormRequest, PreviewSection } from '../../shared/ministry/ministry.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useOpenRecord } from '../app/open-record.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import classes from './ministry.module.css'

/** Rows shown of each section; the package holds all of them. */
const shownRows = 200

/** The rows of the form as they would be sent, under our titles and the platform's names. */
export function Preview({ request }: { readonly request: FormRequest }) {
  const t = useText()
  const preview = useQuery(
    orpc.ministry.preview.queryOptions({
      input: { ...request, limit: shownRows },
      placeholderData: keepPreviousData,
    }),
  )
  if (preview.isError) return <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
  return (
    <Stack gap="lg" className={classes.checking} aria-busy={preview.isPlaceholderData}>
      {(preview.data ?? []).map((section) => (
        <div key={section.id}>
          <Title order={3} size="sm" mb={4}>
            {section.title}
          </Title>
          {section.rows.length === 0 ? (
            <Text c="dimmed">{t('ministry:preview.empty')}</Text>
          ) : (
            <SectionTable section={section} />
          )}
          {section.rows.length === shownRows ? (
            <Text size="xs" c="dimmed">
              {t('ministry:preview.limited', { count: shownRows })}
            </Text>
          ) : null}
        </div>
      ))}
    </Stack>
  )
}

function SectionTable({ section }: { readonly section: PreviewSection }) {
  const openRecord = useOpenRecord()
  return (
    <div className={classes.preview} tabIndex={0} role="region" aria-label={section.title}>
      <table>
        <thead>
          <tr>
            {section.columns.map((column) => (
              <th key={`${column.table}-${column.field}-${column.title}`} scope="col">
                <span className={classes.heading} title={column.title}>
                  {column.title}
                </span>
                <span className={classes.field}>{column.field}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.rows.map(({ cells, record }, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a form have no other identity
            <tr key={row}>
              {cells.map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- as many cells as columns, in their order
                <td
                  key={column}
                  title={cell}
                  className={section.columns[column]?.isNumeric === true ? 'qos-figures' : undefined}
                >
                  {column === 0 && record !== null ? (
                    <Anchor component="button" type="button" inherit onClick={() => openRecord(record)}>
                      {cell}
                    </Anchor>
                  ) : (
                    cell
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
