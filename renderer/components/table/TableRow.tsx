import { memo } from 'react'
import { useText } from '../../app/i18n.ts'
import type { TableColumn } from './column.ts'
import type { EditedCell } from './use-cell-editor.tsx'
import classes from './data-table.module.css'

type TableRowProps<Row, Column extends string> = {
  /** Undefined: on its way; the row keeps its place. */
  readonly row: Row | undefined
  readonly index: number
  /** Distance from the top of all rows, px. */
  readonly top: number
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly gridId: string
  readonly isOpen: boolean
  readonly isSelected: boolean
  /** The column that the keyboard is on, if it is in this row. */
  readonly activeColumn: number | null
  /** The keyboard is on that one cell and not on the row as a whole. */
  readonly isChosen: boolean
  /** The cell of this row that is being edited. */
  readonly edited: EditedCell | null
}

function RowAtPlace<Row, Column extends string>(props: TableRowProps<Row, Column>) {
  const t = useText()
  const { row, index, columns, gridId, activeColumn, isSelected, isOpen, edited } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes.row}
      data-index={index}
      data-open={isOpen || undefined}
      data-here={(activeColumn !== null && !props.isChosen) || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
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
          data-edited={edited?.column === column.key || undefined}
        >
          {row === undefined ? (
            <span className={classes.skeleton} />
          ) : edited?.column === column.key ? (
            edited.editor
          ) : (
            contentOf(column, row)
          )}
        </div>
      ))}
    </div>
  )
}

function contentOf<Row, Column extends string>(column: TableColumn<Row, Column>, row: Row) {
  return column.render === undefined ? column.text(row) : column.render(row)
}

/** One row at its place in the scrolled height; drawn anew only when something of it changes. */
// `memo` loses the type parameters of a generic component.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const TableRow = memo(RowAtPlace) as typeof RowAtPlace
