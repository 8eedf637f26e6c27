import { IconArrowRight, IconCopy, IconTrash, type Icon } from '@tabler/icons-react'
import { useText } from '../../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../../app/notify.tsx'
import { copyRows } from './clipboard.ts'
import type { TableColumn } from './column.ts'
import { exportTable } from './export-table.ts'
import type { TableLines } from './lines.ts'
import type { Listing } from './listing.ts'
import type { SelectionState } from './use-selection.ts'

/** Something that can be done with one row or with all selected ones. */
export type RowAction<Row> = {
  readonly id: string
  readonly title: string
  readonly icon?: Icon
  readonly run: (rows: readonly Row[]) => void
  /** Makes sense for exactly one row. */
  readonly isSingle?: boolean
  readonly isDanger?: boolean
  /** Shown with the title, such as Del. */
  readonly keys?: string
}

/** What the menu, the bar of the selection and the keyboard have done with rows. */
export type TableWork<Row> = {
  /** The actions that make sense for so many rows. */
  readonly actionsFor: (count: number) => readonly RowAction<Row>[]
  readonly copy: (rows: readonly Row[]) => Promise<void>
  readonly remove: ((rows: readonly Row[]) => void) | null
  readonly exportAll: (() => void) | null
  readonly toggleAll: () => Promise<void>
  /** Selects the records from one position to another (exclusive), or no longer, if all of them were. */
  readonly toggleRange: (from: number, to: number) => Promise<void>
  /** Selects from the line of the anchor to this line. */
  readonly selectTo: (index: number) => Promise<void>
  readonly selectedRows: () => readonly Row[]
}

type Parts<Row, Filter, Column extends string> = {
  readonly listing: Listing<Row, Filter, Column>
  readonly selection: SelectionState<Row>
  readonly lines: TableLines
  readonly rowKey: (row: Row) => string
  readonly shownColumns: readonly TableColumn<Row, Column>[]
  readonly onOpen?: (row: Row, isWanted: boolean) => void
  readonly onRemove?: (rows: readonly Row[]) => void
  readonly exportName?: string
  readonly actions?: readonly RowAction<Row>[]
}

/** Everything a person can have done with the rows of a table, in one place for menu, bar and keys. */
export function useTableWork<Row, Filter, Column extends string>(
  parts: Parts<Row, Filter, Column>,
): TableWork<Row> {
  const t = useText()
  const { listing, selection, lines, shownColumns, onOpen, onRemove, exportName, actions = [] } = parts
  const copy = async (rows: readonly Row[]) => {
    try {
      await copyRows(shownColumns, rows)
      notifyDone(t('common:table.copied', { count: rows.length }))
    } catch (error) {
      notifyRefusal(error)
    }
  }
  const remove =
    onRemove === undefined
      ? null
      : (rows: readonly Row[]) => {
          selection.clear()
          onRemove(rows)
        }
  const selectRange = async (from: number, to: number) => {
    try {
      selection.set(await listing.range(from, to))
    } catch (error) {
      notifyRefusal(error)
    }
  }
  const toggleRange = async (from: number, to: number) => {
    try {
      const rows = await listing.range(from, to)
      const keys = new Set(rows.map(parts.rowKey))
      const areSelected = rows.every((row) => selection.selected.has(parts.rowKey(row)))
      const others = [...selection.selected.values()].filter((row) => !keys.has(parts.rowKey(row)))
      selection.set(areSelected ? others : [...others, ...rows])
    } catch (error) {
      notifyRefusal(error)
    }
  }
  const all: RowAction<Row>[] = [
    ...(onOpen === undefined ? [] : [openAction(t('common:action.open'), onOpen)]),
    ...actions,
    {
      id: 'copy',
      title: t('common:action.copy'),
      icon: IconCopy,
      keys: 'Ctrl+C',
      run: (rows) => void copy(rows),
    },
    ...(remove === null
      ? []
      : [
          {
            id: 'remove',
            icon: IconTrash,
            title: t('common:action.remove'),
            keys: 'Del',
            isDanger: true,
            run: remove,
          },
        ]),
  ]
  return {
    actionsFor: (count) => all.filter(({ isSingle }) => count === 1 || isSingle !== true),
    copy,
    remove,
    exportAll: exportName === undefined ? null : () => void exportTable(exportName, shownColumns, listing, t),
    toggleRange,
    toggleAll: () => {
      const total = listing.total ?? 0
      if (selection.selected.size === total) {
        selection.clear()
        return Promise.resolve()
      }
      return selectRange(0, total)
    },
    selectTo: (index) =>
      selectRange(
        lines.rowsBefore(Math.min(selection.anchor, index)),
        lines.rowsBefore(Math.max(selection.anchor, index) + 1),
      ),
    selectedRows: () => [...selection.selected.values()],
  }
}

function openAction<Row>(title: string, onOpen: (row: Row, isWanted: boolean) => void): RowAction<Row> {
  return {
    id: 'open',
    icon: IconArrowRight,
    title,
    keys: 'Enter',
    isSingle: true,
    run: ([row]) => {
      if (row !== undefined) onOpen(row, true)
    },
  }
}
