import { foldText } from '../kernel/fold.ts'
import { findCountry } from '../reference/countries.ts'
import { readLevel } from './read-words.ts'
import { type Cell, cellText, isBlank, type SheetRow } from './sheet.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { ColumnTarget, HeaderRows, TargetField } from './target-fields.ts'
import { headerTitles } from './find-header.ts'

/** What a row below the header is. Only data rows are imported; the others are counted and shown. */
export type RowKind = 'data' | 'empty' | 'total' | 'repeated-header' | 'numbering' | 'section'

export type ClassifiedRow = {
  row: number
  kind: RowKind
  /** What the section headings above say of the row: a level of study, a country. */
  section: ReadonlyMap<TargetField, string>
}

const totalWords = [
  'итого',
  'всего',
  'итог',
  'барлығы',
  'барлық',
  'жиыны',
  'жиынтығы',
  'қорытынды',
  'total',
  'totals',
  'subtotal',
  'sum',
].map(foldText)
const totalPhrases = [
  'жалпы саны',
  'жалпы жиыны',
  'в том числе',
  'оның ішінде',
  'grand total',
  'в целом',
].map(foldText)

/** Tells data rows from totals, headings, repeated names of columns and rows without matched content. */
export function classifyRows(
  grid: SheetGrid,
  header: HeaderRows,
  mapping: readonly ColumnTarget[],
): ClassifiedRow[] {
  const titles = new Set(
    headerTitles(grid, header)
      .flatMap((title) => title.split(' / '))
      .map(foldText),
  )
  const matched = mapping.filter((target) => target.field !== null)
  let section: ReadonlyMap<TargetField, string> = new Map()
  return grid.rows
    .filter(({ row }) => row > header.lastRow)
    .map((row) => {
      const kind = kindOf(row, { grid, matched, titles })
      if (kind === 'section') section = withSection(section, row)
      return { row: row.row, kind, section }
    })
}

type Sheet = { grid: SheetGrid; matched: readonly ColumnTarget[]; titles: ReadonlySet<string> }

function kindOf({ row, cells }: SheetRow, { grid, matched, titles }: Sheet): RowKind {
  const filled = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [{ cell, column }]))
  const texts = filled.filter(({ cell }) => isWords(cell))
  if (
    isTotal(
      texts.map(({ cell }) => cellText(cell)),
      filled.length,
    )
  )
    return 'total'
  const repeated = texts.filter(({ cell }) => titles.has(foldText(cellText(cell)))).length
  if (repeated >= 2 && repeated >= filled.length * 0.6) return 'repeated-header'
  if (filled.length >= 3 && numbersColumns(filled.map(({ cell }) => cell))) return 'numbering'
  if (isSection(grid, row, filled, matched)) return 'section'
  return matched.some(({ column }) => !isBlank(cells[column])) ? 'data' : 'empty'
}

const isWords = (cell: Cell): boolean => typeof cell === 'string' && /\p{L}/u.test(cell)

/** A row of sums: its first words say so, and beside them stand hardly anything but numbers. */
function isTotal(texts: readonly string[], filled: number): boolean {
  const folded = foldText(texts[0] ?? '')
  const [first = ''] = folded.split(' ')
  const saysTotal = totalWords.includes(first) || totalPhrases.some((phrase) => folded.startsWith(phrase))
  return saysTotal && (texts.length === 1 || filled > texts.length * 2)
}

/** The row of column numbers that printed forms have below the header: 1, 2, 3 … */
function numbersColumns(cells: readonly Cell[]): boolean {
  const numbers = cells.map((cell) => Number(cellText(cell)))
  return (
    numbers[0] === 1 &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  )
}

/** One text alone in its row: merged over several columns, or in a column that holds something else. */
function isSection(
  grid: SheetGrid,
  row: number,
  filled: readonly { cell: Cell; column: number }[],
  matched: readonly ColumnTarget[],
): boolean {
  const [only] = filled
  if (filled.length !== 1 || only === undefined || !isWords(only.cell) || matched.length < 2) return false
  const merge = grid.mergeAt(row, only.column)
  if (merge !== null && merge.lastColumn - merge.firstColumn >= 2) return true
  const field = matched.find(({ column }) => column === only.column)?.field
  const meaning = sectionField(cellText(only.cell))
  return meaning !== null && meaning !== field
}

function sectionField(text: string): TargetField | null {
  const plain = text.replace(/[\s:.]+$/u, '')
  if (plain.length > 2 && findCountry(plain) !== null) return 'partner.country'
  return readLevel(text) === null ? null : 'programme.level'
}

function withSection(
  before: ReadonlyMap<TargetField, string>,
  { cells }: SheetRow,
): ReadonlyMap<TargetField, string> {
  const text = cellText(cells.find((cell) => !isBlank(cell)) ?? null).replace(/[\s:.]+$/u, '')
  const field = sectionField(text)
  const next = new Map(before)
  // A heading of another kind ends what the last one said.
  if (field === null) next.clear()
  else next.set(field, text)
  return next
}
