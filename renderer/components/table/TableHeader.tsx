import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useText } from '../../app/i18n.ts'
import { nextSort, smallestWidth, type TableColumn } from './column.ts'
import type { Sort } from './listing.ts'
import { endOfColumns, useHeaderDrag } from './use-header-drag.ts'
import classes from './data-table.module.css'

type TableHeaderProps<Row, Column extends string> = {
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly sort: Sort<Column>
  readonly onSort: (sort: Sort<Column>) => void
  readonly gridId: string
  readonly activeColumn: number | null
  readonly isAllSelected: boolean
  readonly onSelectAll: () => void
  readonly onResize: (key: string, width: number) => void
  /** Puts a column before another one; null: at the end. */
  readonly onPlace: (key: string, before: string | null) => void
  readonly onMenu: (place: { x: number; y: number; key: string }) => void
  readonly scroller: React.RefObject<HTMLDivElement | null>
}

/** Titles of the columns: sort by click (Shift adds), move by dragging, change widths at the edges, menu by the right button. */
export function TableHeader<Row, Column extends string>(props: TableHeaderProps<Row, Column>) {
  const t = useText()
  const { columns, sort, gridId, activeColumn } = props
  const drag = useHeaderDrag(props.scroller, props.onPlace)
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        <div role="columnheader" aria-colindex={1} className={classes.headCell} data-sticky="start">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('common:table.selectAll')}
            checked={props.isAllSelected}
            onChange={props.onSelectAll}
          />
        </div>
        {columns.map((column, index) => {
          const position = sort.findIndex((entry) => entry.column === column.sort)
          const entry = position === -1 ? undefined : sort[position]
          return (
            <div
              key={column.key}
              id={`${gridId}--1-${index}`}
              role="columnheader"
              aria-colindex={index + 2}
              aria-sort={entry === undefined ? undefined : entry.descending ? 'descending' : 'ascending'}
              className={classes.headCell}
              data-align={column.align}
              data-sticky={index === 0 ? 'end' : undefined}
              data-active={activeColumn === index || undefined}
              data-sortable={column.sort !== undefined || undefined}
              data-key={column.key}
              data-dragged={drag.dragged === column.key || undefined}
              data-drop={dropMark(drag.target, column.key, index === columns.length - 1)}
              title={column.title}
              onPointerDown={(event) => {
                if (index > 0) drag.start(event, column.key)
              }}
              onContextMenu={(event) => {
                event.preventDefault()
                props.onMenu({ x: event.clientX, y: event.clientY, key: column.key })
              }}
              onClick={(event) => {
                if (drag.takesClick()) return
                if (column.sort !== undefined) props.onSort(nextSort(sort, column.sort, event.shiftKey))
              }}
            >
              <span>{column.title}</span>
              {entry === undefined ? null : (
                <SortMark descending={entry.descending} place={sort.length > 1 ? position + 1 : null} />
              )}
              <ResizeEdge column={column} scroller={props.scroller} onResize={props.onResize} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** At which edge of a title the line is drawn that shows where a dragged column comes to stand. */
function dropMark(target: string | null, key: string, isLast: boolean): 'before' | 'after' | undefined {
  if (target === key) return 'before'
  return target === endOfColumns && isLast ? 'after' : undefined
}

function SortMark({ descending, place }: { readonly descending: boolean; readonly place: number | null }) {
  const Arrow = descending ? IconArrowDown : IconArrowUp
  return (
    <span className={classes.sortMark} aria-hidden>
      <Arrow size={14} />
      {place}
    </span>
  )
}

type ResizeEdgeProps<Row, Column extends string> = Pick<
  TableHeaderProps<Row, Column>,
  'scroller' | 'onResize'
> & {
  readonly column: TableColumn<Row, Column>
}

/** While the edge is dragged only a CSS variable changes; the width is remembered when it is let go. */
function ResizeEdge<Row, Column extends string>({
  column,
  scroller,
  onResize,
}: ResizeEdgeProps<Row, Column>) {
  const start = (event: React.PointerEvent<HTMLSpanElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const edge = event.currentTarget
    const from = event.clientX
    let width = column.width
    const move = (moved: PointerEvent) => {
      width = Math.max(smallestWidth, Math.round(column.width + moved.clientX - from))
      scroller.current?.style.setProperty(`--w-${column.key}`, `${width}px`)
    }
    const end = () => {
      edge.removeEventListener('pointermove', move)
      if (width !== column.width) onResize(column.key, width)
    }
    edge.setPointerCapture(event.pointerId)
    edge.addEventListener('pointermove', move)
    edge.addEventListener('pointerup', end, { once: true })
  }
  return (
    <span
      aria-hidden
      className={classes.edge}
      onPointerDown={start}
      onClick={(event) => event.stopPropagation()}
    />
  )
}
