import { VisuallyHidden } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage, usePreferences } from '../app/preferences.tsx'
import { rowHeights } from '../app/theme.ts'
import { readPastedCells } from '../components/table/pasted-cells.ts'
import { columnSum, type Edits, type EntryColumn, entryColumns } from './entry-grid.ts'
import styles from './entry-table.module.css'
import { type EntryActions, EntryTableRow } from './EntryTableRow.tsx'
import type { RefusedRows, YearRow } from './use-year-entry.ts'

type EntryTableProps = {
  readonly year: number
  readonly rows: readonly YearRow[]
  readonly edits: Edits
  /** Rows for which the last save was refused. */
  readonly refused: RefusedRows
  /** Both handlers must not be made anew in every render. */
  readonly onType: EntryActions['type']
  /** Several cells were pasted into this one. */
  readonly onPaste: (at: { row: number; column: EntryColumn }, cells: string[][]) => void
}

/** The counts of a year, one row for each programme: typed like in a spreadsheet, only the rows on the screen exist. */
export function EntryTable({ year, rows, edits, refused, onType, onPaste }: EntryTableProps) {
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

  const firstRefused = rows.findIndex((row) => refused.has(row.key))
  useEffect(() => {
    if (firstRefused !== -1) windows.scrollToIndex(firstRefused)
  }, [windows, firstRefused])

  const actions = useMemo(() => {
    const cell = (row: number, column: string) =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null

    function goTo(row: number, column: string) {
      if (row < 0 || row >= rows.length) return
      windows.scrollToIndex(row)
      const there = cell(row, column)
      // A row that was out of the window is drawn first.
      if (there === null) requestAnimationFrame(() => cell(row, column)?.focus())
      else there.focus()
    }
    const made: EntryActions = {
      type: onType,
      keyDown: (event, row, column) => {
        const next = neighbour(event, row, column)
        if (next === null) return
        event.preventDefault()
        goTo(next.row, next.column)
      },
      paste: (event, row, column) => {
        const text = event.clipboardData.getData('text/plain')
        if (!/[\t\n]/u.test(text.trimEnd())) return
        event.preventDefault()
        onPaste({ row, column }, readPastedCells(text))
      },
    }
    return made
  }, [rows.length, windows, onType, onPaste])

  return (
    <div className={styles.scroller} ref={scroller}>
      <table
        className={`${styles.table} qos-figures`}
        aria-label={t('mobility:entry.gridLabel', { year: academicYearLabel(year) })}
        aria-rowcount={rows.length + 2}
        style={{ '--row': `${height}px` }}
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
              <EntryTableRow
                key={row.key}
                index={index}
                year={year}
                row={row}
                typed={edits.get(row.key)}
                refused={refused.get(row.key)}
                height={height}
                actions={actions}
              />
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

/** The cell that a key leads to; null: the key stays in its cell. */
function neighbour(event: KeyboardEvent<HTMLInputElement>, row: number, column: EntryColumn) {
  const down = rowStep(event)
  if (down !== 0) return { row: row + down, column }
  const next = entryColumns[entryColumns.indexOf(column) + columnStep(event)]
  return next === undefined || next === column ? null : { row, column: next }
}

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
