import { lineWidth, longestPiece, type Measures, type MeasureText } from './text-wrap.ts'

export type PrintedColumn = { readonly title: string; readonly isNumber: boolean }

/** A table to print; every row has a text for every column. */
export type PrintedTable = {
  readonly title: string
  /** Said above the table, such as what is the same in every row. */
  readonly notes: readonly string[]
  readonly columns: readonly PrintedColumn[]
  /** So many columns at the beginning name the row; they stand in every part. */
  readonly keyColumns: number
  readonly rows: readonly (readonly string[])[]
  /** Sums under the table, empty where there is none; null: no sums. */
  readonly totals: readonly string[] | null
}

/** Columns that are printed side by side: their indexes in the table, and their widths in points. */
export type Band = { readonly columns: readonly number[]; readonly widths: readonly number[] }

export const cellSize = 7
export const headSize = 6.5
/** Between two columns, points. */
export const columnGap = 7

/** What a column of long texts gets at least, points: the widest that needs no more parts than the narrowest does. */
const textWidths = [92, 80, 68, 58] as const
const longestWord = 74
const narrowest = 18

/** What the texts of a column need: all of them on one line, the longest word of the cells, that of the heading. */
type Need = { readonly line: number; readonly word: number; readonly head: number }

/**
 * Puts the columns of a table into as few parts as fit the page's width beside each other. The key columns are repeated
 * in every part, so that its rows can be followed. Yields 0, for nothing is laid out
 * yet, now and then while it measures.
 */
export function* bandsOf(
  table: PrintedTable,
  pageWidth: number,
  { regular, bold }: Measures,
): Generator<number, Band[]> {
  const needs: Need[] = []
  for (const [index, column] of table.columns.entries()) {
    let { line, word } = needOf(table.totals?.[index] ?? '', bold)
    for (const [number, row] of table.rows.entries()) {
      const need = needOf(row[index] ?? '', regular)
      line = Math.max(line, need.line)
      word = Math.max(word, need.word)
      if (number % 500 === 499) yield 0
    }
    needs.push({ line, word, head: longestPiece(column.title, regular) * headSize })
    yield 0
  }
  const tries = textWidths.map((textWidth) => {
    const least = needs.map((need) => leastOf(need, textWidth))
    return { least, bands: fill(least, table.keyColumns, pageWidth) }
  })
  const fewest = Math.min(...tries.map(({ bands }) => bands.length))
  const { least, bands } = tries.find((one) => one.bands.length === fewest) ?? { least: [], bands: [] }
  return bands.map((columns) => {
    const wishes = columns.map((index) => ({ least: least[index] ?? 0, most: needs[index]?.line ?? 0 }))
    return { columns, widths: widthsOf(wishes, pageWidth) }
  })
}

function needOf(text: string, measure: MeasureText): { line: number; word: number } {
  return { line: lineWidth(text, measure) * cellSize, word: longestPiece(text, measure) * cellSize }
}

function leastOf({ line, word, head }: Need, textWidth: number): number {
  return Math.max(
    narrowest,
    Math.min(head, longestWord),
    Math.min(word, longestWord),
    Math.min(line, textWidth),
  )
}

function fill(least: readonly number[], keyColumns: number, pageWidth: number): number[][] {
  const keys = [...least.keys()].slice(0, keyColumns)
  const widthOf = (columns: readonly number[]): number =>
    columns.reduce((sum, index) => sum + columnGap + (least[index] ?? 0), -columnGap)
  const bands: number[][] = [[...keys]]
  for (let index = keys.length; index < least.length; index += 1) {
    const band = bands.at(-1) ?? []
    const isFull = band.length > keys.length && widthOf([...band, index]) > pageWidth
    if (isFull) bands.push([...keys, index])
    else band.push(index)
  }
  return bands
}

/** Gives what is left of the width to the columns that could use it. */
function widthsOf(
  wishes: readonly { readonly least: number; readonly most: number }[],
  pageWidth: number,
): number[] {
  const gaps = columnGap * (wishes.length - 1)
  const left = pageWidth - gaps - wishes.reduce((sum, { least }) => sum + least, 0)
  const wanted = wishes.reduce((sum, { least, most }) => sum + Math.max(0, most - least), 0)
  const share = wanted === 0 ? 0 : Math.min(1, Math.max(0, left) / wanted)
  return wishes.map(({ least, most }) => least + Math.max(0, most - least) * share)
}
