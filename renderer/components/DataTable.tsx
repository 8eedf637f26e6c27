import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { rowHeights } from '../app/theme.ts'
import type { ColumnLayout } from '../../shared/views/saved-view.ts'
import { useText } from '../app/i18n.ts'
import { usePreferences } from '../app/preferences.tsx'
import { ErrorNotice } from './ErrorNotice.tsx'
import { groupTitle, layOut, orderColumns, placeColumn, swapShown, type TableColumn } from './table/column.ts'
import { HeaderMenu, type HeaderMenuPlace } from './table/HeaderMenu.tsx'
import type { Listing } from './table/listing.ts'
import { RowMenu, type MenuPlace } from './table/RowMenu.tsx'
import { TableFooter } from './table/TableFooter.tsx'
import { TableBody, type RowsHandle } from './table/TableBody.tsx'
import { hasSums, SumLine } from './table/SumLine.tsx'
import { TablePrint } from './table/TablePrint.tsx'
import { TableHeader } from './table/TableHeader.tsx'
import type { CellEditing } from './table/cell-edit.ts'
import { usePasteRows, type PasteTarget } from './table/use-paste-rows.ts'
import { useCellEditor } from './table/use-cell-editor.tsx'
import { useColumnLayout } from './table/use-column-layout.ts'
import { useHeaderKeys } from './table/use-header-keys.ts'
import { useGroupKeys } from './table/use-group-keys.ts'
import { useTableLines } from './table/use-table-lines.ts'
import { useTableKeys, type ActiveCell } from './table/use-table-keys.ts'
import { useTableWork, type RowAction } from './table/use-table-work.ts'
import { useSelection } from './table/use-selection.ts'
import classes from './table/data-table.module.css'

export type { TableColumn } from './table/column.ts'
export type { RowAction } from './table/use-table-work.ts'

export type DataTableProps<Row, Filter, Column extends string> = {
  /** Columns, widths and order are remembered under this name. */
  readonly view: string
  /** What the table holds, for people who do not see it. */
  readonly label: string
  /** Must not be made anew in every render. */
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly listing: Listing<Row, Filter, Column>
  readonly rowKey: (row: Row) => string
  /** The key of the row that is open beside the table. */
  readonly openKey?: string | null
  /** Opens a row: by click, by Enter, or by moving on while a row is open. `isWanted`: the focus may go there. */
  readonly onOpen?: (row: Row, isWanted: boolean) => void
  /** Closes what is open beside the table (Esc). */
  readonly onClose?: () => void
  /** Removes rows at once and offers undo. */
  readonly onRemove?: (rows: readonly Row[]) => void
  /** More that can be done with rows, in the row's menu and in the bar of the selection. */
  readonly actions?: readonly RowAction<Row>[]
  /** What can be edited in the cells themselves. */
  readonly editing?: CellEditing<Row> | undefined
  /** What rows of another program become that are pasted into the table. */
  readonly paste?: PasteTarget | undefined
  /** Name of the workbook when the whole list is written to one; without it that is not offered. */
  readonly exportName?: string
  /** Order, widths and choice of the columns and how they change, where a saved view has its own. */
  readonly columnLayout?: readonly [ColumnLayout, (layout: ColumnLayout) => void] | undefined
  /** Opens the filter with this id, from the menu of a column. */
  readonly onFilter?: (id: string) => void
  /** Shown instead of rows: nothing there yet, or filtered to nothing. */
  readonly empty: ReactNode
  /** Grows with its rows up to a few of them, for a list inside a record. */
  readonly isInline?: boolean
}

/**
 * The table of records: virtualised over windows of any size, sorted, with columns a person arranges, a selection, the
 * whole keyboard, a menu on every row, and copying as a table.
 */
export function DataTable<Row, Filter, Column extends string>(props: DataTableProps<Row, Filter, Column>) {
  const { view, label, columns, listing, rowKey, openKey = null } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { density } = usePreferences().preferences
  const t = useText()
  const own = useColumnLayout(view, columns)
  const [layout, setLayout] = props.columnLayout ?? own
  const shownColumns = useMemo(() => layOut(columns, layout), [columns, layout])
  const selection = useSelection<Row>(rowKey)
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 })
  const [menu, setMenu] = useState<MenuPlace<Row> | null>(null)
  const [headerMenu, setHeaderMenu] = useState<HeaderMenuPlace | null>(null)
  const { lines, folding, rowAt } = useTableLines(listing, view)
  const lined = { ...listing, rowAt }
  const total = lines.count
  const rowHeight = rowHeights[density]

  const rows = useRef<RowsHandle>(null)
  useStartAtTop(listing, scroller, () => setActive({ row: 0, column: 0 }))

  const cellEditor = useCellEditor({
    editing: props.editing,
    lineCount: total,
    rowAt,
    rowKey,
    shownColumns,
    scroller,
    goTo: (cell) => {
      setActive(cell)
      rows.current?.reveal(cell.row)
    },
  })
  const work = useTableWork({
    ...props,
    actions: [...cellEditor.actionsFor(active), ...(props.actions ?? [])],
    shownColumns,
    selection,
    lines,
  })
  usePasteRows(props.paste, shownColumns, scroller)
  const keys = useTableKeys({
    ...props,
    listing: lined,
    active,
    setActive,
    selection,
    shownColumns,
    work,
    total,
    rows,
    scroller,
    setMenu,
    gridId,
    startEdit: cellEditor.start,
  })
  const groupKeys = useGroupKeys({ lines, folding, active, setActive, work })
  const place = (key: string, before: string | null) =>
    setLayout({ ...layout, order: placeColumn(allKeys(columns, layout), key, before) })
  const move = (key: string, by: -1 | 1) =>
    setLayout({
      ...layout,
      order: swapShown(
        allKeys(columns, layout),
        shownColumns.map((column) => column.key),
        key,
        by,
      ),
    })
  const headerKeys = useHeaderKeys({ active, setActive, shownColumns, gridId, move, openMenu: setHeaderMenu })
  const isSummed = hasSums(shownColumns, listing, props.isInline)
  const titleOf = (value: string) => groupTitle(columns, listing.group, value, t)
  if (listing.hasFailed) {
    return <ErrorNotice error={listing.error} onRetry={listing.retry} />
  }
  return (
    <div className={classes.table} data-inline={props.isInline || undefined}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total + (isSummed ? 2 : 1)}
        aria-colcount={shownColumns.length + 1}
        aria-multiselectable
        aria-busy={listing.isBusy}
        onKeyDown={(event) => {
          if (!headerKeys(event) && !groupKeys.takesKey(event)) keys.onKeyDown(event)
        }}
        style={measuresOf(shownColumns, rowHeight)}
      >
        <TableHeader
          columns={shownColumns}
          sort={listing.sort}
          onSort={listing.setSort}
          gridId={gridId}
          activeColumn={active.row < 0 ? active.column : null}
          isAllSelected={total > 0 && selection.selected.size === listing.total}
          onSelectAll={() => void work.toggleAll()}
          onResize={(key, width) => setLayout({ ...layout, widths: { ...layout.widths, [key]: width } })}
          onPlace={place}
          onMenu={setHeaderMenu}
          scroller={scroller}
        />
        <TableBody
          ref={rows}
          listing={listing}
          lines={lines}
          groupTitle={titleOf}
          sumHeight={isSummed ? rowHeight : 0}
          columns={shownColumns}
          rowKey={rowKey}
          rowHeight={rowHeight}
          scroller={scroller}
          gridId={gridId}
          openKey={openKey}
          active={active}
          edited={cellEditor.edited}
          selected={selection.selected}
          onRowClick={(event, line) => {
            if (!groupKeys.takesClick(event, line)) keys.onRowClick(event, line)
          }}
          onRowMenu={keys.onRowMenu}
        />
        {isSummed ? <SumLine columns={shownColumns} sums={listing.sums} rowIndex={total + 2} /> : null}
        {listing.total === 0 ? <div className={classes.empty}>{props.empty}</div> : null}
      </div>
      <TableFooter
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        listing={listing}
        selection={selection}
        work={work}
        folding={folding}
        isInline={props.isInline === true}
      />
      {props.isInline === true ? null : (
        <TablePrint
          title={label}
          columns={shownColumns}
          allColumns={columns}
          listing={listing}
          rowKey={rowKey}
          isMeant={openKey === null}
        />
      )}
      <HeaderMenu
        place={headerMenu}
        columns={shownColumns}
        listing={listing}
        onMove={move}
        onHide={(key) => setLayout({ ...layout, hidden: [...layout.hidden, key] })}
        onFilter={props.onFilter}
        onClose={() => setHeaderMenu(null)}
        onClosed={() => scroller.current?.focus()}
      />
      <RowMenu
        place={menu}
        work={work}
        onClose={() => setMenu(null)}
        onClosed={() => scroller.current?.focus()}
      />
    </div>
  )
}

const allKeys = <Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  { order }: ColumnLayout,
): string[] => orderColumns(columns, order).map(({ key }) => key)

/** Heights and widths stand in CSS variables, so that a column can be dragged without rendering the rows anew. */
function measuresOf<Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  rowHeight: number,
): React.CSSProperties {
  return {
    '--row': `${rowHeight}px`,
    '--template': `36px ${columns.map(({ key }) => `var(--w-${key})`).join(' ')} minmax(0, 1fr)`,
    ...Object.fromEntries(columns.map(({ key, width }) => [`--w-${key}`, `${width}px`])),
  }
}

/** A changed question shows its answer from the top. */
function useStartAtTop<Row, Filter, Column extends string>(
  listing: Listing<Row, Filter, Column>,
  scroller: React.RefObject<HTMLDivElement | null>,
  restart: () => void,
): void {
  const question = JSON.stringify([listing.text, listing.filter, listing.sort, listing.group])
  const before = useRef(question)
  useEffect(() => {
    if (before.current === question) return
    before.current = question
    scroller.current?.scrollTo({ top: 0 })
    restart()
  })
}
