import { Text, Tooltip } from '@mantine/core'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { CellProblem } from '../../shared/imports/cell-problem.ts'
import type { Preview, PreviewRow, RowOutcome } from '../../shared/imports/import-result.ts'
import { describeProblem } from '../../shared/locales/i18n.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import classes from './imports.module.css'
import { OutcomeBadge } from './outcomes.tsx'

type PreviewRowsProps = {
  readonly preview: Preview
  readonly outcomes: RowOutcome[]
  readonly withProblems: boolean
}

const windowSize = 100
const rowHeight = 36

/** The rows of the file with their outcome; a cell with a problem is marked and says why, what to do, and by which source. */
export function PreviewRows({ preview, outcomes, withProblems }: PreviewRowsProps) {
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const windowOf = (number: number) =>
    orpc.imports.rows.queryOptions({
      input: { preview: preview.id, outcomes, withProblems, offset: number * windowSize, limit: windowSize },
      placeholderData: keepPreviousData,
    })
  const [first] = useQueries({ queries: [windowOf(0)] })
  const total = first.data?.total ?? 0
  // The rule warns of memoising compilers; none is in use here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const firstWindow = Math.floor((items.at(0)?.index ?? 0) / windowSize)
  const lastWindow = Math.floor((items.at(-1)?.index ?? 0) / windowSize)
  const shown = Array.from({ length: lastWindow - firstWindow + 1 }, (_, index) => firstWindow + index)
  const windows = useQueries({ queries: shown.map(windowOf) })
  const rowAt = (index: number): PreviewRow | undefined =>
    windows[Math.floor(index / windowSize) - firstWindow]?.data?.rows[index % windowSize]
  const width = 64 + 150 + preview.titles.length * 160

  if (first.data !== undefined && total === 0) return <Text c="dimmed">{t('imports:check.noRows')}</Text>
  return (
    <div
      ref={scroller}
      className={classes.rows}
      tabIndex={0}
      role="table"
      aria-label={t('imports:check.rows')}
      aria-rowcount={total + 1}
    >
      <div role="rowgroup" style={{ width }}>
        <div className={classes.head} role="row" style={{ width }}>
          <div role="columnheader">№</div>
          <div role="columnheader">{t('imports:check.outcome')}</div>
          {preview.titles.map((title, column) => (
            // oxlint-disable-next-line react/no-array-index-key -- columns of a sheet are known by their number
            <div key={column} role="columnheader" title={title}>
              {title}
            </div>
          ))}
        </div>
      </div>
      <div className={classes.sheet} role="rowgroup" style={{ height: virtual.getTotalSize(), width }}>
        {items.map(({ index, start }) => {
          const row = rowAt(index)
          return (
            <div
              key={index}
              className={classes.row}
              role="row"
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)`, width }}
            >
              {row === undefined ? null : <RowCells row={row} columns={preview.titles.length} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function RowCells({ row, columns }: { readonly row: PreviewRow; readonly columns: number }) {
  const ofRow = row.problems.filter(({ column }) => column === null)
  return (
    <>
      <div role="rowheader" className="qos-figures">
        {row.row}
      </div>
      <Marked problems={ofRow}>
        <OutcomeBadge outcome={row.outcome} />
      </Marked>
      {Array.from({ length: columns }, (_, column) => (
        <Marked key={column} problems={row.problems.filter((problem) => problem.column === column)}>
          {row.cells[column] ?? ''}
        </Marked>
      ))}
    </>
  )
}

type MarkedProps = { readonly problems: readonly CellProblem[]; readonly children: React.ReactNode }

function Marked({ problems, children }: MarkedProps) {
  const t = useText()
  if (problems.length === 0) {
    return (
      <div role="cell" title={typeof children === 'string' ? children : undefined}>
        {children}
      </div>
    )
  }
  const severity = problems.some((problem) => problem.severity === 'error') ? 'error' : 'warning'
  const sentences = problems.map((problem) => {
    const { message, remedy, source } = describeProblem(t, problem)
    return [message, remedy, source === '' ? '' : t('common:problem.source', { source })].join(' ')
  })
  return (
    <Tooltip
      label={sentences.join('\n')}
      multiline
      maw={420}
      style={{ whiteSpace: 'pre-line' }}
      events={{ hover: true, focus: true, touch: true }}
    >
      {/* A marked cell takes the focus so that its reason can be reached without a mouse. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="cell" data-severity={severity} tabIndex={0} aria-description={sentences.join(' ')}>
        {children}
      </div>
    </Tooltip>
  )
}
