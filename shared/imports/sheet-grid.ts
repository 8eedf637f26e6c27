import { type Cell, isBlank, type Merge, type Sheet, type SheetRow } from './sheet.ts'

/** Widest merged block, in columns, that is taken for one value written once for several rows. */
const widestGroupCell = 4

/** A sheet for looking up cells and merged ranges. Rows count from 1, columns from 0. */
export type SheetGrid = {
  rows: readonly SheetRow[]
  /** Number of columns that hold anything. */
  width: number
  cell(row: number, column: number): Cell
  mergeAt(row: number, column: number): Merge | null
  /** The cell that a merged block repeats in the row: the block's first cell when the block spans rows; else null. */
  groupMerge(row: number, column: number): Merge | null
}

/** Prepares a sheet for look-ups; merged ranges are clamped to the rows and columns with content. */
export function gridOf(sheet: Sheet): SheetGrid {
  const byRow = new Map(sheet.rows.map((row) => [row.row, row.cells]))
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const byColumn = mergesByColumn(sheet.merges, width)
  const cell = (row: number, column: number): Cell => byRow.get(row)?.[column] ?? null
  const mergeAt = (row: number, column: number): Merge | null => {
    const candidate = lastStartingBefore(byColumn.get(column) ?? [], row)
    return candidate !== null && row <= candidate.lastRow ? candidate : null
  }
  return {
    rows: sheet.rows,
    width,
    cell,
    mergeAt,
    groupMerge(row, column) {
      const merge = mergeAt(row, column)
      if (merge === null || merge.lastRow === merge.firstRow) return null
      return merge.lastColumn - merge.firstColumn < widestGroupCell ? merge : null
    },
  }
}

function mergesByColumn(merges: readonly Merge[], width: number): Map<number, Merge[]> {
  const byColumn = new Map<number, Merge[]>()
  for (const merge of merges) {
    for (let column = merge.firstColumn; column <= Math.min(merge.lastColumn, width - 1); column += 1) {
      const list = byColumn.get(column)
      if (list === undefined) byColumn.set(column, [merge])
      else list.push(merge)
    }
  }
  for (const list of byColumn.values()) list.sort((a, b) => a.firstRow - b.firstRow)
  return byColumn
}

/** The merges of one column do not overlap in an honest file: the last that starts at or above the row decides. */
function lastStartingBefore(merges: readonly Merge[], row: number): Merge | null {
  let low = 0
  let high = merges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((merges[middle]?.firstRow ?? 0) <= row) low = middle + 1
    else high = middle
  }
  return merges[low - 1] ?? null
}

/** The value that the cell shows: its own, or that of the merged block it belongs to. */
export function shownCell(grid: SheetGrid, row: number, column: number): Cell {
  const own = grid.cell(row, column)
  if (!isBlank(own)) return own
  const merge = grid.mergeAt(row, column)
  return merge === null ? own : grid.cell(merge.firstRow, merge.firstColumn)
}
