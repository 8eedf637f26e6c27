import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { nextSort, type TableColumn } from './column.ts'
import type { Listing } from './listing.ts'
import type { MenuPlace } from './RowMenu.tsx'
import type { RowsHandle } from './TableBody.tsx'
import type { SelectionState } from './use-selection.ts'
import type { TableWork } from './use-table-work.ts'

/** The cell that the keyboard is on; row -1 is the header. */
export type ActiveCell = {
  readonly row: number
  readonly column: number
  /** The person went to this one cell, so that Enter means it and not its row. */
  readonly isChosen?: boolean
}

type Parts<Row, Filter, Column extends string> = {
  readonly listing: Listing<Row, Filter, Column>
  readonly selection: SelectionState<Row>
  readonly shownColumns: readonly TableColumn<Row, Column>[]
  readonly work: TableWork<Row>
  readonly total: number
  readonly active: ActiveCell
  readonly setActive: (cell: ActiveCell) => void
  readonly setMenu: (place: MenuPlace<Row> | null) => void
  readonly rows: RefObject<RowsHandle | null>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly gridId: string
  readonly openKey?: string | null
  readonly onOpen?: (row: Row, isWanted: boolean) => void
  readonly onClose?: () => void
  /** Opens the editor of a cell; false: its value is not edited here. */
  readonly startEdit: (cell: ActiveCell) => boolean
}

export type TableKeys = {
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void
  readonly onRowClick: (event: MouseEvent, index: number) => void
  readonly onRowMenu: (event: MouseEvent, index: number) => void
}

/** What keys and clicks do in a table. */
export function useTableKeys<Row, Filter, Column extends string>(
  parts: Parts<Row, Filter, Column>,
): TableKeys {
  const { listing, selection, work, total, active, setActive, setMenu, rows, scroller, shownColumns } = parts
  const isOpen = parts.openKey !== undefined && parts.openKey !== null

  const cellId = ({ row, column }: ActiveCell) => `${parts.gridId}-${row}-${column}`
  const open = (index: number, isWanted: boolean) => {
    const row = listing.rowAt(index)
    if (row !== undefined) parts.onOpen?.(row, isWanted)
  }
  const goTo = (row: number, column: number, isExtending: boolean, isChosen = active.isChosen === true) => {
    const target = {
      row: Math.min(Math.max(row, -1), total - 1),
      column: Math.min(Math.max(column, 0), shownColumns.length - 1),
      isChosen,
    }
    setActive(target)
    if (target.row >= 0) rows.current?.reveal(target.row)
    scrollColumnIntoView(scroller.current, cellId(target))
    if (target.row === active.row || target.row < 0) return
    if (isExtending) void work.selectTo(target.row)
    else {
      selection.setAnchor(target.row)
      if (isOpen) open(target.row, false)
    }
  }
  /** The rows that a key or menu means: the selection, or else the row one is on. */
  const meant = (): readonly Row[] => {
    if (selection.selected.size > 0) return work.selectedRows()
    const row = listing.rowAt(active.row)
    return row === undefined ? [] : [row]
  }
  const page = () => rows.current?.page() ?? 1
  const moves: Record<string, (isExtending: boolean) => void> = {
    ArrowDown: (isExtending) => goTo(active.row + 1, active.column, isExtending),
    ArrowUp: (isExtending) => goTo(active.row - 1, active.column, isExtending),
    ArrowRight: () => goTo(active.row, active.column + 1, false, true),
    ArrowLeft: () => goTo(active.row, active.column - 1, false, active.column > 0),
    PageDown: (isExtending) => goTo(active.row + page(), active.column, isExtending),
    PageUp: (isExtending) => goTo(Math.max(0, active.row - page()), active.column, isExtending),
    Home: (isExtending) => goTo(0, active.column, isExtending),
    End: (isExtending) => goTo(total - 1, active.column, isExtending),
  }
  const enter = (isAdded: boolean) => {
    // A count in the cell leads to what it counts.
    const link = document.querySelector(`#${CSS.escape(cellId(active))} a`)
    if (link instanceof HTMLElement) return link.click()
    if (active.isChosen === true && parts.startEdit(active)) return
    if (active.row >= 0) return open(active.row, true)
    const column = shownColumns[active.column]?.sort
    if (column !== undefined) listing.setSort(nextSort(listing.sort, column, isAdded))
  }
  const toggleActive = () => {
    const row = listing.rowAt(active.row)
    if (row === undefined) return
    selection.toggle(row)
    selection.setAnchor(active.row)
  }
  const openMenu = () => {
    const box = document.getElementById(cellId(active))?.getBoundingClientRect()
    const rows = meant()
    if (box !== undefined && rows.length > 0) setMenu({ x: box.left + 16, y: box.bottom, rows })
  }
  const escape = () => {
    if (selection.selected.size > 0) return selection.clear()
    if (active.isChosen === true) setActive({ ...active, isChosen: false })
    parts.onClose?.()
  }
  const others: Record<string, (event: KeyboardEvent) => void> = {
    Enter: (event) => enter(event.shiftKey),
    F2: () => parts.startEdit(active),
    ' ': toggleActive,
    Escape: escape,
    ContextMenu: openMenu,
    Delete: () => {
      const rows = meant()
      if (rows.length > 0) work.remove?.(rows)
    },
  }
  const withMod: Record<string, () => void> = {
    KeyA: () => void work.toggleAll(),
    KeyC: () => {
      const rows = meant()
      if (rows.length > 0) void work.copy(rows)
    },
  }
  const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
    if (event.ctrlKey || event.metaKey) {
      const isSelectingText = event.code === 'KeyC' && (document.getSelection()?.toString() ?? '') !== ''
      return isSelectingText ? undefined : withMod[event.code]
    }
    if (event.key === 'F10' && event.shiftKey) return openMenu
    const move = moves[event.key]
    if (move !== undefined) return () => move(event.shiftKey)
    const other = others[event.key]
    return other === undefined ? undefined : () => other(event)
  }
  return {
    onKeyDown: (event) => {
      if (event.target !== event.currentTarget || event.altKey) return
      const action = actionOf(event)
      if (action === undefined) return
      event.preventDefault()
      event.stopPropagation()
      action()
    },
    onRowClick: (event, index) => {
      if (isEdited(event.target)) return
      const column = Number(columnOf(event.target) ?? active.column)
      setActive({ row: index, column })
      const row = listing.rowAt(index)
      if (row === undefined) return
      const isOnBox = event.target instanceof Element && event.target.closest('[data-box]') !== null
      if (event.shiftKey) return void work.selectTo(index)
      selection.setAnchor(index)
      if (isOnBox || event.ctrlKey || event.metaKey) return selection.toggle(row)
      if (event.target instanceof Element && event.target.closest('a, button') !== null) return
      parts.onOpen?.(row, false)
    },
    onRowMenu: (event, index) => {
      if (isEdited(event.target)) return
      event.preventDefault()
      const row = listing.rowAt(index)
      if (row === undefined) return
      setActive({ row: index, column: Number(columnOf(event.target) ?? active.column) })
      const selectedRows = work.selectedRows()
      setMenu({ x: event.clientX, y: event.clientY, rows: selectedRows.includes(row) ? selectedRows : [row] })
    },
  }
}

/** Clicks inside an editor are its own. */
function isEdited(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-edited]') !== null
}

function columnOf(target: EventTarget): string | undefined {
  const cell = target instanceof Element ? target.closest('[data-column]') : null
  return cell instanceof HTMLElement ? cell.dataset['column'] : undefined
}

/** Brings a cell out from under the sticky first column or from outside the scrolled part. */
function scrollColumnIntoView(scroller: HTMLDivElement | null, cellId: string): void {
  const cell = document.getElementById(cellId)
  if (scroller === null || cell === null || cell.dataset['sticky'] !== undefined) return
  const box = cell.getBoundingClientRect()
  const outer = scroller.getBoundingClientRect()
  const sticky = scroller.querySelector('[data-sticky="end"]')?.getBoundingClientRect().right ?? outer.left
  if (box.left < sticky) scroller.scrollLeft -= sticky - box.left
  else if (box.right > outer.right) scroller.scrollLeft += box.right - outer.right
}
