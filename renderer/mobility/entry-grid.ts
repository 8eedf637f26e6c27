import { foldText } from '../../shared/kernel/fold.ts'
import type { YearCounts } from '../../shared/mobility/cohort.ts'
import { readCount } from './read-count.ts'

/** The numbers that are typed for a whole year at once, in the order of the columns. */
export const entryColumns = [
  'contingent',
  'applied',
  'outgoing',
  'incoming',
  'atPartner',
  'returned',
  'graduated',
  'foreignCitizens',
] as const satisfies readonly (keyof YearCounts)[]
export type EntryColumn = (typeof entryColumns)[number]
export type EntryCounts = YearCounts

/** One row of numbers, such as a programme in a year; `saved` null: nothing yet. */
export type EntryRow = {
  /** What the edits of the row are kept under. */
  readonly key: string
  readonly name: string
  readonly code: string
  readonly saved: EntryCounts | null
}

/** What was typed and not saved yet, by the row's key. */
export type Edits = ReadonlyMap<string, Partial<EntryCounts>>

/** The number to show in a cell: typed, else saved, else nothing. */
export function cellValue(row: EntryRow, column: EntryColumn, edits: Edits): number | null {
  return edits.get(row.key)?.[column] ?? row.saved?.[column] ?? null
}

/** Takes one typed number over; a number equal to the saved one is no edit, and emptying a saved one makes it 0. */
export function editCell(edits: Edits, row: EntryRow, column: EntryColumn, typed: number | null): Edits {
  const { [column]: _, ...others } = edits.get(row.key) ?? {}
  const value = typed ?? (row.saved === null ? null : 0)
  const isChange = value !== null && value !== (row.saved?.[column] ?? null)
  const next = isChange ? { ...others, [column]: value } : others
  const changed = new Map(edits)
  if (Object.keys(next).length === 0) changed.delete(row.key)
  else changed.set(row.key, next)
  return changed
}

/** Sum of one column over the rows, typed numbers included. */
export function columnSum(rows: readonly EntryRow[], column: EntryColumn, edits: Edits): number {
  return rows.reduce((sum, row) => sum + (cellValue(row, column, edits) ?? 0), 0)
}

/** One cell that a paste would change. */
export type PasteChange = {
  readonly row: EntryRow
  readonly column: EntryColumn
  readonly before: number | null
  readonly after: number
}

/** What a paste would do, for the preview. */
export type PastePlan = {
  readonly changes: readonly PasteChange[]
  /** Cells that hold no whole number, as pasted. */
  readonly refused: readonly string[]
  /** Values that fall below or to the right of the table. */
  readonly outside: number
  /** Names or codes in the first pasted column that no programme has; null: rows were placed by position. */
  readonly unmatched: readonly string[] | null
}

/**
 * Lays pasted cells over the table. With names or codes in the first pasted column each row goes to its programme,
 * else the first value goes into the chosen cell. Empty cells change nothing.
 */
export function planPaste(
  rows: readonly EntryRow[],
  edits: Edits,
  at: { row: number; column: EntryColumn },
  cells: readonly (readonly string[])[],
): PastePlan {
  const lines = startsWithNames(cells) ? linesByName(rows, cells) : linesByPlace(rows, at.row, cells)
  const firstColumn = entryColumns.indexOf(at.column)
  const changes: PasteChange[] = []
  const refused: string[] = []
  let outside = 0

  for (const { row, values } of lines.placed) {
    for (const [offset, text] of values.entries()) {
      const column = entryColumns[firstColumn + offset]
      const after = readCount(text)
      if (after === null) continue
      if (row === undefined || column === undefined) outside += 1
      else if (after === undefined) refused.push(text)
      else changes.push({ row, column, before: cellValue(row, column, edits), after })
    }
  }
  return {
    changes: changes.filter((change) => change.before !== change.after),
    refused,
    outside,
    unmatched: lines.unmatched,
  }
}

type PastedLines = {
  readonly placed: readonly { readonly row: EntryRow | undefined; readonly values: readonly string[] }[]
  readonly unmatched: readonly string[] | null
}

function linesByPlace(
  rows: readonly EntryRow[],
  first: number,
  cells: readonly (readonly string[])[],
): PastedLines {
  const placed = withoutHeading(cells).map((values, index) => ({ row: rows[first + index], values }))
  return { placed, unmatched: null }
}

function linesByName(rows: readonly EntryRow[], cells: readonly (readonly string[])[]): PastedLines {
  const named = cells
    .filter((line) => line.join('') !== '')
    .map(([name = '', ...values]) => ({ name, values, row: findRow(rows, name) }))
  return {
    placed: named.filter((line) => line.row !== undefined),
    unmatched: named.filter((line) => line.row === undefined).map((line) => line.name),
  }
}

/** Takes all cells of a previewed paste over as edits. */
export function applyPaste(edits: Edits, plan: PastePlan): Edits {
  return plan.changes.reduce((next, change) => editCell(next, change.row, change.column, change.after), edits)
}

function startsWithNames(cells: readonly (readonly string[])[]): boolean {
  return (
    cells.some((row) => row.length > 1) && cells.every((row) => isWords(row[0] ?? '') || row.join('') === '')
  )
}

/** A first pasted row of words above numbers is the heading of the copied column. */
function withoutHeading(cells: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first, second] = cells
  const isHeading = first?.every((text) => text === '' || isWords(text)) === true && first.join('') !== ''
  return isHeading && second?.some((text) => typeof readCount(text) === 'number') === true
    ? cells.slice(1)
    : cells
}

const isWords = (text: string): boolean =>
  readCount(text) === undefined && /\p{L}/u.test(text) && text.length > 1

function findRow(rows: readonly EntryRow[], nameOrCode: string): EntryRow | undefined {
  const wanted = foldText(nameOrCode)
  if (wanted === '') return undefined
  const byCode = rows.find((row) => row.code !== '' && foldText(row.code) === wanted)
  if (byCode !== undefined) return byCode
  const named = rows.filter((row) => foldText(row.name) === wanted)
  return named.length === 1 ? named[0] : undefined
}
