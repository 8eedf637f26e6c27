import { ink } from './pdf-parts.ts'
import {
  type Band,
  bandsOf,
  cellSize,
  columnGap,
  headSize,
  type PrintedColumn,
  type PrintedTable,
} from './table-columns.ts'
import { lineWidth, type Measures, type MeasureText, wrapText } from './text-wrap.ts'

export type TextMark = {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly color: string
  readonly isBold: boolean
}
export type LineMark = { readonly y: number; readonly width: number; readonly color: string }

/** What stands on one page; positions in points from its upper left corner. */
export type PlannedPage = { readonly texts: TextMark[]; readonly lines: LineMark[] }

/** A4 across, points. */
export const pageSize = { width: 842, height: 595 } as const
export const margin = { left: 36, top: 34, bottom: 44 } as const
export const areaWidth = pageSize.width - 2 * margin.left
const areaBottom = pageSize.height - margin.bottom

const lineHeight = 1.25
const rowPadding = 3

type Cell = {
  /** Where its text begins. */
  readonly x: number
  /** Where its column ends. */
  readonly end: number
  readonly lines: readonly string[]
}
type Style = { readonly size: number; readonly color: string; readonly isBold: boolean }

const headStyle: Style = { size: headSize, color: ink.quiet, isBold: false }
const cellStyle: Style = { size: cellSize, color: ink.text, isBold: false }
const totalStyle: Style = { size: cellSize, color: ink.text, isBold: true }

/** Lays texts and tables out on pages, before anything is drawn: only then the number of pages is known. */
export class PagePlanner {
  readonly pages: PlannedPage[] = []
  readonly #measures: Measures
  #page: PlannedPage = { texts: [], lines: [] }
  #y = margin.top

  constructor(measures: Measures) {
    this.#measures = measures
    this.#addPage()
  }

  /** A paragraph over the whole width. */
  text(text: string, style: Style, marginTop = 0): void {
    const measure = style.isBold ? this.#measures.bold : this.#measures.regular
    this.#y += marginTop
    for (const line of wrapText(text, areaWidth, style.size, measure)) {
      const height = style.size * lineHeight
      this.#makeRoom(height)
      this.#page.texts.push({ x: margin.left, y: this.#y, text: line, ...style })
      this.#y += height
    }
  }

  /** A table in as many parts as its columns need; yields which share of it is laid out. */
  *table(table: PrintedTable, partTitle: (part: number, parts: number) => string): Generator<number> {
    const bands = yield* bandsOf(table, areaWidth, this.#measures)
    for (const [index, band] of bands.entries()) {
      // The heading stays with the first rows.
      this.#makeRoom(90)
      const title = bands.length === 1 ? table.title : partTitle(index + 1, bands.length)
      this.text(title, { size: 10, color: ink.accent, isBold: true }, 10)
      if (index === 0) for (const note of table.notes) this.text(note, headStyle, 1)
      this.#y += 3
      for (const share of this.#band(table, band)) yield (index + share) / bands.length
    }
  }

  *#band(table: PrintedTable, band: Band): Generator<number> {
    const columns = band.columns.map((index) => table.columns[index])
    const titles = columns.map((column) => column?.title ?? '')
    const head = () => this.#row(this.#cells(titles, band, columns, headStyle), headStyle, ink.muted)
    head()
    for (const [number, row] of table.rows.entries()) {
      const texts = band.columns.map((index) => row[index] ?? '')
      this.#slices(this.#cells(texts, band, columns, cellStyle), cellStyle, head)
      if (number % 50 === 49) yield number / table.rows.length
    }
    if (table.totals === null) return
    const totals = band.columns.map((index) => table.totals?.[index] ?? '')
    this.#slices(this.#cells(totals, band, columns, totalStyle), totalStyle, head)
  }

  #cells(
    texts: readonly string[],
    band: Band,
    columns: readonly (PrintedColumn | undefined)[],
    style: Style,
  ): Cell[] {
    const measure = style.isBold ? this.#measures.bold : this.#measures.regular
    let x: number = margin.left
    return texts.map((text, index) => {
      const width = band.widths[index] ?? 0
      const lines = wrapText(text, width, style.size, measure)
      const end = x + width
      const start = columns[index]?.isNumber === true ? end - widest(lines, style.size, measure) : x
      x = end + columnGap
      return { x: start, end, lines }
    })
  }

  /** A row that is higher than what is left goes to the next page; one that is higher than a page is divided. */
  #slices(cells: readonly Cell[], style: Style, head: () => void): void {
    const step = style.size * lineHeight
    let rest = cells
    for (;;) {
      const height = heightOf(rest, style)
      if (this.#y + height > areaBottom) {
        this.#addPage()
        head()
      }
      const fitting = Math.max(1, Math.floor((areaBottom - this.#y - rowPadding) / step))
      const tallest = Math.max(...rest.map(({ lines }) => lines.length))
      if (tallest <= fitting) return this.#row(rest, style, ink.line)
      this.#row(
        rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fitting) })),
        style,
        ink.line,
      )
      rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(fitting) }))
    }
  }

  #row(cells: readonly Cell[], style: Style, line: string): void {
    for (const { x, lines } of cells) {
      for (const [index, text] of lines.entries()) {
        if (text === '') continue
        const y = this.#y + index * style.size * lineHeight
        this.#page.texts.push({ x, y, text, ...style })
      }
    }
    this.#y += heightOf(cells, style)
    const width = (cells.at(-1)?.end ?? margin.left) - margin.left
    this.#page.lines.push({ y: this.#y - rowPadding / 2, width, color: line })
  }

  #makeRoom(height: number): void {
    if (this.#y + height > areaBottom) this.#addPage()
  }

  #addPage(): void {
    this.#page = { texts: [], lines: [] }
    this.pages.push(this.#page)
    this.#y = margin.top
  }
}

function widest(lines: readonly string[], size: number, measure: MeasureText): number {
  return Math.max(...lines.map((line) => lineWidth(line, measure) * size))
}

function heightOf(cells: readonly Cell[], { size }: Style): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length)) * size * lineHeight + rowPadding
}
