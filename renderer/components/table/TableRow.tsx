import type { TableColumn } from './column.ts'
import classes from './data-table.module.css'
import type { Selection } from './use-selection.ts'
import { useText } from '../../app/i18n.ts'

type TableRowProps<Row, Column extends string> = {
  /** Undefined: on its way; the row keeps its place. */
  readonly row: Row | undefined
  readonly rowKey: (row: Row) => string
  readonly index: number
  readonly top: number
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly gridId: string
  readonly openKey: string | null
  readonly activeColumn: number | null
  readonly selected: Selection<Row>
  readonly onClick: (event: React.MouseEvent, index: number) => void
  readonly onMenu: (event: React.MouseEvent, index: number) => void
}

/** One row at its place in the scrolled height. */
export function TableRow<Row, Column extends string>(props: TableRowProps<Row, Column>) {
  const t = useText()
  const { row, index, columns, gridId, activeColumn } = props
  const key = row === undefined ? undefined : props.rowKey(row)
  const isSelected = key !== undefined && props.selected.has(key)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes.row}
      data-open={(key !== undefined && key === props.openKey) || undefined}
      data-current={activeColumn !== null || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={(event) => props.onClick(event, index)}
      onContextMenu={(event) => props.onMenu(event, index)}
    >
      <div role="gridcell" aria-colindex={1} className={classes.cell} data-box data-sticky="start">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('common:table.selectRow', { row: index + 1 })}
          checked={isSelected}
          readOnly
        />
      </div>
      {columns.map((column, position) => (
        <div
          key={column.key}
          id={`${gridId}-${index}-${position}`}
          role="gridcell"
          aria-colindex={position + 2}
          className={classes.cell}
          data-column={position}
          data-align={column.align}
          data-sticky={position === 0 ? 'end' : undefined}
          data-active={activeColumn === position || undefined}
          onMouseEnter={showWholeText}
        >
          {row === undefined ? <span className={classes.skeleton} /> : <Cell column={column} row={row} />}
        </div>
      ))}
    </div>
  )
}

function Cell<Row, Column extends string>(props: {
  readonly column: TableColumn<Row, Column>
  readonly row: Row
}) {
  const { column, row } = props
  return column.render === undefined ? column.text(row) : column.render(row)
}

/** Text that does not fit its cell can be read in the tooltip. */
function showWholeText({ currentTarget: cell }: React.MouseEvent<HTMLElement>): void {
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.innerText
  else cell.removeAttribute('title')
}
