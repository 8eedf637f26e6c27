import { formatDay, formatNumber, formatPercent } from '../../kernel/format.ts'
import type { Language } from '../../kernel/record.ts'
import type { Translate } from '../../locales/i18n.ts'
import { type Block, type Inline, isEmpty, type Mark, type RichText, type TableRow } from '../rich-text.ts'
import { annexAnchor, type DocumentBlock, type Run, type TableCell } from './document.ts'
import { printable } from './printable.ts'

/** What turns the inline nodes of a text into words. */
export type Wording = {
  readonly language: Language
  readonly t: Translate
  /** Annex number of a piece of evidence; undefined: it is not in the report. */
  readonly annexNumber: (evidenceId: string) => number | undefined
}

/** The blocks of a formatted text; an empty text has none. Its headings stay below those of the report. */
export function composeRichText(text: RichText, wording: Wording): DocumentBlock[] {
  if (isEmpty(text)) return []
  return text.content.map((block) => composeBlock(block, wording))
}

function composeBlock(block: Block, wording: Wording): DocumentBlock {
  switch (block.type) {
    case 'paragraph':
      return { kind: 'paragraph', role: 'body', runs: composeInlines(block.content, wording) }
    case 'heading':
      return { kind: 'paragraph', role: 'subheading', runs: composeInlines(block.content, wording) }
    case 'table':
      return composeTable(block.content, wording)
    default:
      return {
        kind: 'list',
        isOrdered: block.type === 'orderedList',
        start: block.type === 'orderedList' ? (block.attrs?.start ?? 1) : 1,
        items: block.content.map((item) => item.content.map((child) => composeBlock(child, wording))),
      }
  }
}

function composeTable(rows: readonly TableRow[], wording: Wording): DocumentBlock {
  const cells = rows.map((row) =>
    row.content.map((cell): TableCell => ({
      blocks: cell.content.map((child) => composeBlock(child, wording)),
      columns: cell.attrs?.colspan ?? 1,
      rows: cell.attrs?.rowspan ?? 1,
      isHeader: cell.type === 'tableHeader',
    })),
  )
  const whole = fillGrid(cells)
  const columns = whole[0]?.reduce((sum, cell) => sum + cell.columns, 0) ?? 1
  const headerRows = whole.findIndex((row) => !row.every((cell) => cell.isHeader && cell.rows === 1))
  return {
    kind: 'table',
    isPlain: false,
    widths: Array.from({ length: columns }, () => 100 / columns),
    // A table of headers only has none to repeat.
    headerRows: Math.max(0, headerRows),
    rows: whole,
  }
}

/** Spans cut to the table and rows filled up with empty cells: word processors refuse tables with holes. */
function fillGrid(rows: readonly (readonly TableCell[])[]): TableCell[][] {
  // How many more rows each column is covered by a cell from above.
  const covered: number[] = []
  const placed = rows.map((row, rowIndex) => {
    const cells: { at: number; cell: TableCell }[] = []
    let at = 0
    for (const cell of row) {
      while ((covered[at] ?? 0) > 0) at += 1
      let columns = 1
      while (columns < cell.columns && (covered[at + columns] ?? 0) === 0) columns += 1
      const height = Math.min(cell.rows, rows.length - rowIndex)
      cells.push({ at, cell: { ...cell, columns, rows: height } })
      for (let column = at; column < at + columns; column += 1) covered[column] = height
      at += columns
    }
    const taken = [...covered]
    for (const column of covered.keys()) covered[column] = Math.max(0, (covered[column] ?? 0) - 1)
    return { cells, taken }
  })
  const width = Math.max(1, covered.length)
  return placed.map(({ cells, taken }) => {
    const whole = [...cells]
    for (let column = 0; column < width; column += 1) {
      if ((taken[column] ?? 0) === 0) whole.push({ at: column, cell: emptyCell })
    }
    return whole.toSorted((one, other) => one.at - other.at).map(({ cell }) => cell)
  })
}

const emptyCell: TableCell = {
  blocks: [{ kind: 'paragraph', role: 'body', runs: [] }],
  columns: 1,
  rows: 1,
  isHeader: false,
}

function composeInlines(inlines: readonly Inline[] | undefined, wording: Wording): Run[] {
  return (inlines ?? []).map((inline) => composeInline(inline, wording))
}

function composeInline(inline: Inline, wording: Wording): Run {
  switch (inline.type) {
    case 'text':
      return { text: printable(inline.text), ...looks(inline.marks ?? []) }
    case 'hardBreak':
      return { text: '\n' }
    case 'evidence':
      return citation(inline.attrs.id, wording)
    default:
      return { text: numberInWords(inline.attrs, wording) }
  }
}

function looks(marks: readonly Mark[]): Omit<Run, 'text'> {
  const link = marks.find((mark) => mark.type === 'link')
  return {
    ...(marks.some(({ type }) => type === 'bold') ? { bold: true } : {}),
    ...(marks.some(({ type }) => type === 'italic') ? { italic: true } : {}),
    ...(marks.some(({ type }) => type === 'underline') ? { underline: true } : {}),
    ...(link === undefined ? {} : { href: link.attrs.href }),
  }
}

function citation(evidenceId: string, { t, annexNumber }: Wording): Run {
  const number = annexNumber(evidenceId)
  if (number === undefined) return { text: `[${t('self-evaluation:annex.unknown')}]`, isQuiet: true }
  return { text: `[${t('self-evaluation:annex.cited', { number })}]`, anchor: annexAnchor(number) }
}

type NumberAttributes = Extract<Inline, { type: 'number' }>['attrs']

/** The number with its day and source, since it was true on that day only. */
function numberInWords(attributes: NumberAttributes, { language }: Wording): string {
  const { value, unit, asOf, source } = attributes
  const shown =
    unit === 'percent'
      ? formatPercent(value, language)
      : formatNumber(value, language, { maximumFractionDigits: 2 })
  const origin = [formatDay(asOf, language), printable(source)].filter((part) => part !== '').join(', ')
  return `${shown}\u00A0(${origin})`
}
