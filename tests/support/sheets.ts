import type { Cell, Merge, Sheet } from '../../shared/imports/sheet.ts'

/** A sheet as the reader gives it: rows count from 1, rows without content are left out. */
export function aSheet(
  rows: readonly (readonly Cell[])[],
  merges: readonly Merge[] = [],
  name = 'Лист1',
): Sheet {
  return {
    name,
    isHidden: false,
    rows: rows
      .map((cells, index) => ({ row: index + 1, cells: [...cells] }))
      .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')),
    merges: [...merges],
  }
}

/** A merged range as spreadsheets write it: `A1:C2`. */
export function aMerge(range: string): Merge {
  const match = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range)
  if (match === null) throw new Error(`no range: ${range}`)
  const [, left = '', top = '', right = '', bottom = ''] = match
  return {
    firstRow: Number(top),
    lastRow: Number(bottom),
    firstColumn: left.charCodeAt(0) - 65,
    lastColumn: right.charCodeAt(0) - 65,
  }
}
