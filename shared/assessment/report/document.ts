/** A piece of text with one look. `href` leads out of the document, `anchor` to a place inside it. */
export type Run = {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly isQuiet?: boolean
  readonly href?: string
  readonly anchor?: string
  /** The run names the file of this annex; a package of files leads to it. */
  readonly annexFile?: number
}

/** What a paragraph is; each format has a style for it. */
export type ParagraphRole =
  | 'body'
  | 'statement'
  | 'note'
  | 'subheading'
  | 'institution'
  | 'title'
  | 'subtitle'
  | 'mark'

export type ParagraphBlock = {
  readonly kind: 'paragraph'
  readonly role: ParagraphRole
  readonly runs: readonly Run[]
  /** Place that links lead to. */
  readonly anchor?: string
}

export type HeadingBlock = {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
  readonly anchor: string
  /** A package of pages begins a new page here. */
  readonly startsPage: boolean
}

export type ListBlock = {
  readonly kind: 'list'
  readonly isOrdered: boolean
  readonly start: number
  readonly items: readonly (readonly DocumentBlock[])[]
}

export type TableCell = {
  readonly blocks: readonly DocumentBlock[]
  readonly columns: number
  readonly rows: number
  readonly isHeader: boolean
}

export type TableBlock = {
  readonly kind: 'table'
  /** Share of each column in the width, percent; together 100. */
  readonly widths: readonly number[]
  /** Rows at the head that are repeated on every page. */
  readonly headerRows: number
  readonly rows: readonly (readonly TableCell[])[]
  /** Name and value pairs without a grid. */
  readonly isPlain: boolean
}

export type DocumentBlock =
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | TableBlock
  /** The list of headings of the levels 1 and 2, under its own heading. */
  | { readonly kind: 'contents'; readonly heading: string }

/** A report in one language and structure, still without a format: paragraphs, headings, lists and tables. */
export type ReportDocument = {
  readonly title: string
  readonly subject: string
  readonly institution: string
  /** Mark of invented data for every page; null: real data. */
  readonly mark: string | null
  readonly blocks: readonly DocumentBlock[]
}

/** Place of an annex in the list of annexes. */
export const annexAnchor = (number: number): string => `annex-${number}`

/** A row with more letters than this may go on over the end of a page. */
const longestWholeRow = 800

/** Whether a row of a table is short enough to stand on one page whole. */
export function staysWhole(row: readonly TableCell[]): boolean {
  return row.reduce((sum, cell) => sum + letters(cell.blocks), 0) <= longestWholeRow
}

function letters(blocks: readonly DocumentBlock[]): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'paragraph') return sum + block.runs.reduce((all, { text }) => all + text.length, 0)
    // Items of lists stand under each other, so each counts as a line at least.
    return block.kind === 'list' ? sum + block.items.reduce((all, item) => all + 80 + letters(item), 0) : sum
  }, 0)
}

/** The headings in the order of the document. */
export function headingsOf(document: ReportDocument): HeadingBlock[] {
  return document.blocks.filter((block) => block.kind === 'heading')
}
