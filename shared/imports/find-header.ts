import { parseAcademicYear } from '../kernel/calendar.ts'
import { matchTitle } from './match-title.ts'
import { type Cell, cellText, isBlank } from './sheet.ts'
import { type SheetGrid, shownCell } from './sheet-grid.ts'
import type { HeaderRows } from './target-fields.ts'

/** Rows with content among which the header is looked for. */
const searchedRows = 40
/** Names of columns may take this many rows: a group, a part, a year. */
const mostHeaderRows = 3
/** One row more must be worth it. */
const rowPenalty = 0.05
/** A merged block over more of the sheet's width than this is a title and not a group of columns. */
const widestGroupShare = 0.8
/** A name below this is not counted as understood. */
const understoodFrom = 0.6

/**
 * Finds the rows with the names of the columns: below titles, one row or several with merged groups. The rows whose
 * names are understood best win; cells that look like data count against them. Null: no row looks like a header.
 */
export function findHeader(grid: SheetGrid): { rows: HeaderRows; score: number } | null {
  let best: { rows: HeaderRows; score: number } | null = null
  for (const { row } of grid.rows.slice(0, searchedRows)) {
    if (belongsToRowAbove(grid, row)) continue
    for (let height = 1; height <= mostHeaderRows; height += 1) {
      const rows = { firstRow: row, lastRow: row + height - 1 }
      if (height > 1 && !continuesHeader(grid, rows.lastRow - 1)) break
      const score = scoreHeader(grid, rows)
      if (score > (best?.score ?? 0)) best = { rows, score }
    }
  }
  return best
}

/** Whether the row is the lower part of a header: a name or a group above it reaches down to it. */
function belongsToRowAbove(grid: SheetGrid, row: number): boolean {
  for (let column = 0; column < grid.width; column += 1) {
    const merge = grid.mergeAt(row - 1, column)
    if (merge === null || isBlank(grid.cell(merge.firstRow, merge.firstColumn))) continue
    const width = merge.lastColumn - merge.firstColumn + 1
    if (width > grid.width * widestGroupShare) continue
    if (merge.lastRow >= row) return true
    const columns = Array.from({ length: width }, (_, index) => merge.firstColumn + index)
    if (width > 1 && columns.every((below) => isName(grid.cell(row, below)))) return true
  }
  return false
}

/** Whether the row below belongs to the same header: a group above it is merged, or stands over blanks that it fills. */
function continuesHeader(grid: SheetGrid, row: number): boolean {
  for (let column = 0; column < grid.width; column += 1) {
    const merge = grid.mergeAt(row, column)
    if (merge !== null && (merge.lastRow > row || merge.lastColumn > merge.firstColumn)) return true
    if (isBlank(grid.cell(row, column)) && isName(grid.cell(row + 1, column)) && column > 0) return true
  }
  return false
}

function scoreHeader(grid: SheetGrid, rows: HeaderRows): number {
  const fields = new Set<string>()
  let score = 0
  let named = 0
  for (const title of headerTitles(grid, rows)) {
    if (title === '') continue
    named += 1
    const match = matchTitle(title)[0]
    if (match === undefined || match.score < understoodFrom) continue
    const key = `${match.field ?? title}|${titleYear(title) ?? ''}`
    score += fields.has(key) ? match.score * 0.2 : match.score
    fields.add(key)
  }
  if (fields.size < Math.min(2, named)) return 0
  return score - dataCells(grid, rows) * 0.5 - (rows.lastRow - rows.firstRow) * rowPenalty
}

/** Cells in the rows that hold values rather than names. */
function dataCells(grid: SheetGrid, rows: HeaderRows): number {
  let count = 0
  for (let row = rows.firstRow; row <= rows.lastRow; row += 1) {
    for (let column = 0; column < grid.width; column += 1) {
      const cell = grid.cell(row, column)
      if (!isBlank(cell) && !isName(cell)) count += 1
    }
  }
  return count
}

function isName(cell: Cell): boolean {
  const text = cellText(cell)
  if (text === '' || text.length > 200) return false
  if (typeof cell === 'string') return /\p{L}|№|#/u.test(text) || parseAcademicYear(text) !== null
  return typeof cell === 'number' && cell >= 1990 && cell < 2200
}

/**
 * The names of all columns: the texts of the header rows from top to bottom, joined by " / ". A merged group names
 * every column below it; a group written once over blanks names the columns up to the next group.
 */
export function headerTitles(grid: SheetGrid, rows: HeaderRows): string[] {
  const groups: string[][] = Array.from({ length: grid.width }, () => [])
  for (let row = rows.firstRow; row <= rows.lastRow; row += 1) {
    let group = ''
    for (let column = 0; column < grid.width; column += 1) {
      const own = oneLine(cellText(shownCell(grid, row, column)))
      if (own !== '') group = isGroup(grid, rows, { row, column }) ? own : ''
      const isUnnamed = own === '' && row < rows.lastRow && grid.mergeAt(row, column) === null
      const title = own === '' && isUnnamed && hasNameBelow(grid, rows, { row, column }) ? group : own
      const names = groups[column]
      if (title !== '' && names?.at(-1) !== title) names?.push(title)
    }
  }
  return groups.map((names) => names.join(' / '))
}

type Place = { row: number; column: number }

const isGroup = (grid: SheetGrid, rows: HeaderRows, place: Place): boolean =>
  place.row < rows.lastRow && hasNameBelow(grid, rows, place)

function hasNameBelow(grid: SheetGrid, rows: HeaderRows, { row, column }: Place): boolean {
  for (let below = row + 1; below <= rows.lastRow; below += 1)
    if (!isBlank(grid.cell(below, column))) return true
  return false
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** The academic year that a column's name speaks of, as in «Контингент 2025/26» or «на 01.10.2025». */
export function titleYear(title: string): number | null {
  const range = /(?<!\d)((?:19|20|21)\d\d)\s*[/\\–—-]\s*(\d{4}|\d{2})(?!\d)/u.exec(title)
  if (range !== null) return parseAcademicYear(`${range[1]}/${range[2]}`)
  const day = /(?<!\d)\d{1,2}\.(\d{1,2})\.((?:19|20|21)\d\d)(?!\d)/u.exec(title)
  if (day !== null) return Number(day[2]) - (Number(day[1]) >= 9 ? 0 : 1)
  const year = /(?<!\d)((?:19|20|21)\d\d)(?!\d)/u.exec(title)
  return year === null ? null : Number(year[1])
}
