import { Text } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, memo } from 'react'
import { formatNumber } from '../../shared/kernel/format.ts'
import type { Problem } from '../../shared/kernel/problem.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { InlineNumber } from '../components/InlineNumber.tsx'
import { type EntryColumn, type EntryCounts, entryColumns } from './entry-grid.ts'
import styles from './entry-table.module.css'
import { FindingMark } from './FindingMark.tsx'
import { readCount } from './read-count.ts'
import { findingsOf, type YearRow } from './use-year-entry.ts'

/** What a row asks the table for; it must not be made anew in every render. */
export type EntryActions = {
  readonly type: (row: YearRow, column: EntryColumn, value: number | null) => void
  readonly keyDown: (event: KeyboardEvent<HTMLInputElement>, index: number, column: EntryColumn) => void
  readonly paste: (event: ClipboardEvent<HTMLInputElement>, index: number, column: EntryColumn) => void
}

type EntryTableRowProps = {
  readonly index: number
  readonly year: number
  readonly row: YearRow
  /** What was typed into the row and not saved. */
  readonly typed: Partial<EntryCounts> | undefined
  readonly refused: readonly Problem[] | undefined
  readonly height: number
  readonly actions: EntryActions
}

/** One programme of the table of a year. Typing draws its own row only. */
export const EntryTableRow = memo(function EntryTableRow(props: EntryTableRowProps) {
  const { index, year, row, typed, refused = [], height, actions } = props
  const t = useText()
  const language = useLanguage()
  const found = findingsOf(row, year, typed)
  const problems = [...found, ...refused.filter(({ rule }) => !found.some((other) => other.rule === rule))]

  return (
    <tr aria-rowindex={index + 2} style={{ height }}>
      <th scope="row" className={styles.name} title={nameTip(row)}>
        <Text span size="sm" className={styles.nameText}>
          {row.code === '' ? row.name : `${row.code} · ${row.name}`}
        </Text>
      </th>
      <td className={styles.before}>{row.lastYear === null ? '' : formatNumber(row.lastYear, language)}</td>
      {entryColumns.map((column) => (
        <td
          key={column}
          className={styles.cell}
          data-changed={typed?.[column] === undefined ? undefined : true}
        >
          <InlineNumber
            className={styles.input}
            size={5}
            value={typed?.[column] ?? row.saved?.[column] ?? null}
            label={t('mobility:entry.cell', { programme: row.name, column: t(`mobility:field.${column}`) })}
            read={readCount}
            onChange={(value) => actions.type(row, column, value)}
            onKeyDown={(event) => actions.keyDown(event, index, column)}
            onPaste={(event) => actions.paste(event, index, column)}
            data-row={index}
            data-column={column}
          />
        </td>
      ))}
      <td className={styles.finding}>
        <FindingMark problems={problems} cohortId={row.cohortId} />
      </td>
    </tr>
  )
})

const nameTip = (row: YearRow): string =>
  [row.name, row.code, row.partnerNames].filter((text) => text !== '').join('\n')
