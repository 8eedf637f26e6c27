import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useImperativeHandle, type Ref, type RefObject } from 'react'
import { GroupLine } from './GroupLine.tsx'
import type { TableColumn } from './column.ts'
import classes from './data-table.module.css'
import type { TableLines } from './lines.ts'
import type { Listing } from './listing.ts'
import { TableRow } from './TableRow.tsx'
import type { EditedCell } from './use-cell-editor.tsx'
import type { ActiveCell } from './use-table-keys.ts'
import type { Selection } from './use-selection.ts'

/** What the keyboard asks of the rows. */
export type RowsHandle = {
  readonly reveal: (index: number) => void
  /** How many rows the visible part has room for. */
  readonly page: () => number
}

type TableBodyProps<Row, Filter, Column extends string> = {
  readonly listing: Listing<Row, Filter, Column>
  readonly lines: TableLines
  readonly groupTitle: (value: string) => string
  /** Room that the line of sums takes from the lower edge, px. */
  readonly sumHeight: number
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly rowKey: (row: Row) => string
  readonly rowHeight: number
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly gridId: string
  readonly openKey: string | null
  readonly active: ActiveCell
  readonly edited: EditedCell | null
  readonly selected: Selection<Row>
  readonly onRowClick: (event: React.MouseEvent, index: number) => void
  readonly onRowMenu: (event: React.MouseEvent, index: number) => void
  readonly ref: Ref<RowsHandle>
}

/** Rows above and below the visible part that are drawn, too. */
const overscan = 8

/** The rows: of any number of them only those in sight are drawn, and only they follow the scrolling. */
export function TableBody<Row, Filter, Column extends string>(props: TableBodyProps<Row, Filter, Column>) {
  const { listing, lines, columns, rowKey, rowHeight, scroller, gridId, active } = props
  // The rule warns of memoising compilers; none is in use here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: props.sumHeight,
    useFlushSync: false,
  })
  const rows = virtual.getVirtualItems()
  const [first, last] = [rows.at(0)?.index ?? 0, rows.at(-1)?.index ?? 0]
  const { show } = listing
  const [firstRow, lastRow] = [lines.rowsBefore(first), lines.rowsBefore(last + 1)]
  useEffect(() => show(firstRow, lastRow), [show, firstRow, lastRow])
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  useImperativeHandle(
    props.ref,
    () => ({
      reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
      page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    }),
    [virtual, scroller, rowHeight],
  )
  // A cell that is scrolled away is not in the document, and may not be named as the active one.
  const isActiveDrawn = active.row < 0 || (active.row >= first && active.row <= last && rows.length > 0)
  const activeCell = isActiveDrawn ? `${gridId}-${active.row}-${active.column}` : null
  useEffect(() => {
    if (activeCell === null) scroller.current?.removeAttribute('aria-activedescendant')
    else scroller.current?.setAttribute('aria-activedescendant', activeCell)
  }, [scroller, activeCell])

  return (
    <div
      role="rowgroup"
      className={classes.body}
      style={{ height: virtual.getTotalSize() }}
      onClick={(event) => onRow(event, props.onRowClick)}
      onContextMenu={(event) => onRow(event, props.onRowMenu)}
      onMouseOver={showWholeText}
    >
      {rows.map(({ index, start }) => {
        const line = lines.at(index)
        if (line.kind === 'group') {
          return (
            <GroupLine
              key={index}
              group={line.group}
              title={props.groupTitle(line.group.value)}
              isFolded={line.isFolded}
              line={index}
              top={start}
              columns={columns}
              gridId={gridId}
              activeColumn={active.row === index ? active.column : null}
            />
          )
        }
        const row = listing.rowAt(line.row)
        const key = row === undefined ? null : rowKey(row)
        return (
          <TableRow
            key={index}
            row={row}
            index={index}
            top={start}
            columns={columns}
            gridId={gridId}
            isOpen={key !== null && key === props.openKey}
            isSelected={key !== null && props.selected.has(key)}
            activeColumn={active.row === index ? active.column : null}
            isChosen={active.row === index && active.isChosen === true}
            edited={key !== null && key === props.edited?.key ? props.edited : null}
          />
        )
      })}
    </div>
  )
}

function onRow(event: React.MouseEvent, act: (event: React.MouseEvent, index: number) => void): void {
  const row = event.target instanceof Element ? event.target.closest('[data-index]') : null
  if (row instanceof HTMLElement) act(event, Number(row.dataset['index']))
}

/** Text that does not fit its cell can be read in the tooltip. */
function showWholeText(event: React.MouseEvent): void {
  const cell = event.target instanceof Element ? event.target.closest('[data-column]') : null
  if (!(cell instanceof HTMLElement)) return
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.innerText
  else cell.removeAttribute('title')
}
