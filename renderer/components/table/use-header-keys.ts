import type { KeyboardEvent } from 'react'
import type { TableColumn } from './column.ts'
import type { HeaderMenuPlace } from './HeaderMenu.tsx'
import type { ActiveCell } from './use-table-keys.ts'

type Parts<Row, Column extends string> = {
  readonly active: ActiveCell
  readonly setActive: (cell: ActiveCell) => void
  readonly shownColumns: readonly TableColumn<Row, Column>[]
  readonly gridId: string
  readonly move: (key: string, by: -1 | 1) => void
  readonly openMenu: (place: HeaderMenuPlace) => void
}

/** What keys do while the keyboard is on the title of a column: move it (Alt and arrow) and open its menu. */
export function useHeaderKeys<Row, Column extends string>(
  parts: Parts<Row, Column>,
): (event: KeyboardEvent<HTMLDivElement>) => boolean {
  const { active, shownColumns, gridId } = parts
  const column = active.row === -1 ? shownColumns[active.column] : undefined
  const move = (by: -1 | 1) => {
    const target = active.column + by
    if (column === undefined || active.column === 0 || target < 1 || target >= shownColumns.length) return
    parts.move(column.key, by)
    parts.setActive({ ...active, column: target })
  }
  const openMenu = () => {
    const box = document.getElementById(`${gridId}--1-${active.column}`)?.getBoundingClientRect()
    if (box !== undefined && column !== undefined)
      parts.openMenu({ x: box.left + 16, y: box.bottom, key: column.key })
  }
  return (event) => {
    if (column === undefined || event.target !== event.currentTarget) return false
    const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
    const isMove = event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    if (!isMenu && !isMove) return false
    event.preventDefault()
    event.stopPropagation()
    if (isMenu) openMenu()
    else move(event.key === 'ArrowLeft' ? -1 : 1)
    return true
  }
}
