import { Text, VisuallyHidden } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage, usePreferences } from '../app/preferences.tsx'
import { rowHeights } from '../app/theme.ts'
import { InlineNumber } from '../components/InlineNumber.tsx'
import { cellValue, columnSum, type Edits, type EntryColumn, entryColumns } from './entry-grid.ts'
import styles from './entry-table.module.css'
import { FindingMark } from './FindingMark.tsx'
import { readCount, readPastedCells } from './pasted-cells.ts'
import { findingsOf, type YearRow } from './use-year-entry.ts'

type EntryTableProps = {
  readonly year: number
  readonly rows: readonly YearRow[]
  readonly edits: Edits
  readonly onType: (row: YearRow, column: EntryColumn, value: number | null) => void
  /** Several cells were pasted into this one. */
  readonly onPaste: (at: { row: number; column: EntryColumn }, cells: string[][]) => void
}

/** The counts of a year, one row for each programme: typed like in a spreadsheet, only the rows on the screen exist. */
export function EntryTable({ year, rows, edits, onType, onPaste }: EntryTableProps) {
  const t = useText()
  const language = useLanguage()
  const { preferences } = usePreferences()
  const height = rowHeights[preferences.density]
  const scroller = useRef<HTMLDivElement>(null)
  // The rule warns of memoising compilers; none is in use here.
  // oxlint-disable-next-line react/incompatible-library
  const windows = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  })
  const shown = windows.getVirtualItems()
  const above = shown[0]?.start ?? 0
  const below = windows.getTotalSize() - (shown.at(-1)?.end ?? 0)

  function focusCell(row: number, column: string) {
    if (row < 0 || row >= rows.length) return
    windows.scrollToIndex(row)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus(),
    )
  }

  function keyDown(event: KeyboardEvent<HTMLInputElement>, row: number, column: EntryColumn) {
    const by = rowStep(event)
    if (by !== 0) {
      event.preventDefault()
      focusCell(row + by, column)
      return
    }
    const next = entryColumns[entryColumns.indexOf(column) + columnStep(event)]
    if (next === undefined || next === column) return
    event.preventDefault()
    focusCell(row, next)
  }

  function paste(event: ClipboardEvent<HTMLInputElement>, row: number, column: EntryColumn) {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/u.test(text.trimEnd())) return
    event.preventDefault()
    onPaste({ row, column }, readPastedCells(text))
  }

  return (
    <div className={styles.scroller} ref={scroller}>
      <table
        className={`${styles.table} qos-figures`}
        aria-label={t('mobility:entry.gridLabel', { year: academicYearLabel(year) })}
        aria-rowcount={rows.length + 2}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.name}>
              {t('mobility:field.programme')}
            </th>
            <th scope="col" className={styles.column}>
              {t('mobility:entry.previousYear', { year: academicYearLabel(year - 1) })}
            </th>
            {entryColumns.map((column) => (
              <th key={column} scope="col" className={styles.column}>
                {t(`mobility:field.${column}`)}
              </th>
            ))}
            <th scope="col" className={styles.finding}>
              <VisuallyHidden>{t('mobility:entry.findings')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} />}
          {shown.map(({ index }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <tr key={row.key} aria-rowindex={index + 2} style={{ height }}>
                <th scope="row" className={styles.name} title={nameTip(row)}>
                  <Text span size="sm" className={styles.nameText}>
                    {row.code === '' ? row.name : `${row.code} · ${row.name}`}
                  </Text>
                </th>
                <td className={styles.before}>
                  {row.lastYear === null ? '' : formatNumber(row.lastYear, language)}
                </td>
                {entryColumns.map((column) => (
                  <td
                    key={column}
                    className={styles.cell}
                    data-changed={edits.get(row.key)?.[column] === undefined ? undefined : true}
                  >
                    <InlineNumber
                      className={styles.input}
                      value={cellValue(row, column, edits)}
                      label={t('mobility:entry.cell', {
                        programme: row.name,
                        column: t(`mobility:field.${column}`),
                      })}
                      read={readCount}
                      onChange={(value) => onType(row, column, value)}
                      onKeyDown={(event) => keyDown(event, index, column)}
                      onPaste={(event) => paste(event, index, column)}
                      data-row={index}
                      data-column={column}
                    />
                  </td>
                ))}
                <td className={styles.finding}>
                  <FindingMark problems={findingsOf(row, year, edits)} />
                </td>
              </tr>
            )
          })}
          {below > 0 && <Spacer height={below} />}
        </tbody>
        <tfoot>
          <tr aria-rowindex={rows.length + 2}>
            <th scope="row" className={styles.name}>
              {t('mobility:entry.total')}
            </th>
            <td>
              {formatNumber(
                rows.reduce((sum, row) => sum + (row.lastYear ?? 0), 0),
                language,
              )}
            </td>
            {entryColumns.map((column) => (
              <td key={column}>{formatNumber(columnSum(rows, column, edits), language)}</td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Spacer({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={entryColumns.length + 3} />
    </tr>
  )
}

const nameTip = (row: YearRow): string =>
  [row.name, row.code, row.partnerNames].filter((text) => text !== '').join('\n')

function rowStep(event: KeyboardEvent): number {
  if (event.key === 'Enter') return event.shiftKey ? -1 : 1
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
}

/** Sideways only from the edge of the text, so that the arrows still work inside a number. */
function columnStep(event: KeyboardEvent<HTMLInputElement>): number {
  const { selectionStart, selectionEnd, value } = event.currentTarget
  const isWhole = selectionStart === 0 && selectionEnd === value.length
  if (event.key === 'ArrowRight' && (isWhole || selectionStart === value.length)) return 1
  return event.key === 'ArrowLeft' && (isWhole || selectionEnd === 0) ? -1 : 0
}
