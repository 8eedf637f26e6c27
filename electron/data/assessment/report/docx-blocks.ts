import {
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import {
  type DocumentBlock,
  type HeadingBlock,
  type ListBlock,
  type ParagraphBlock,
  type ReportDocument,
  type Run,
  staysWhole,
  type TableBlock,
  type TableCell as ReportCell,
} from '../../../../shared/assessment/report/document.ts'
import { bullets, colour, numbersFrom, styleOf, textWidth } from './docx-styles.ts'

type DocxBlock = Paragraph | Table | TableOfContents

/** Where a block stands: decides list markers and the smaller type of tables. */
type Place = {
  readonly list: { readonly reference: string; readonly instance: number; readonly level: number } | null
  readonly isInTable: boolean
  /** A paragraph right below a table keeps its distance from it. */
  readonly isAfterTable: boolean
  readonly isBold: boolean
}

const outside: Place = { list: null, isInTable: false, isAfterTable: false, isBold: false }

/** Turns the blocks of a report into those of a Word document. */
export class DocxBlocks {
  /** Numbers that ordered lists of the document begin with. */
  readonly starts = new Set<number>()
  readonly #bookmarks = new Map<string, string>()
  #lists = 0
  #hasPages = false

  constructor(document: ReportDocument) {
    // Word takes letters, digits and underscores only: places are counted instead of named.
    for (const anchor of anchorsIn(document.blocks)) {
      if (!this.#bookmarks.has(anchor)) this.#bookmarks.set(anchor, `place_${this.#bookmarks.size + 1}`)
    }
  }

  /** The blocks of the whole document. */
  convert(blocks: readonly DocumentBlock[]): DocxBlock[] {
    return blocks.flatMap((block, index) =>
      this.#block(block, { ...outside, isAfterTable: blocks[index - 1]?.kind === 'table' }),
    )
  }

  #block(block: DocumentBlock, place: Place): DocxBlock[] {
    switch (block.kind) {
      case 'heading':
        return [this.#heading(block)]
      case 'paragraph':
        return [this.#paragraph(block, place)]
      case 'list':
        return this.#list(block, place)
      case 'table':
        return [this.#table(block)]
      default:
        this.#hasPages = true
        return [
          new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, text: block.heading }),
          new TableOfContents(block.heading, { hyperlink: true, headingStyleRange: '1-2' }),
        ]
    }
  }

  #heading(block: HeadingBlock): Paragraph {
    const levels = {
      1: HeadingLevel.HEADING_1,
      2: HeadingLevel.HEADING_2,
      3: HeadingLevel.HEADING_3,
    } as const
    const isNewPage = block.level === 1 && this.#hasPages
    this.#hasPages = true
    return new Paragraph({
      heading: levels[block.level],
      pageBreakBefore: isNewPage,
      children: this.#marked(block.anchor, [new TextRun(block.text)]),
    })
  }

  #paragraph(block: ParagraphBlock, place: Place): Paragraph {
    const style = styleOf[block.role] ?? (place.isInTable ? 'TableText' : null)
    const children = block.runs.flatMap((run) => this.#run(place.isBold ? { ...run, bold: true } : run))
    return new Paragraph({
      ...(style === null ? {} : { style }),
      ...(place.list === null ? {} : { numbering: place.list }),
      ...(place.isAfterTable && (block.role === 'body' || block.role === 'note')
        ? { spacing: { before: 160 } }
        : {}),
      children: block.anchor === undefined ? children : this.#marked(block.anchor, children),
    })
  }

  #marked(anchor: string, children: ParagraphChild[]): ParagraphChild[] {
    const id = this.#bookmarks.get(anchor)
    return id === undefined ? children : [new Bookmark({ id, children })]
  }

  #run(run: Run): ParagraphChild[] {
    const look = {
      ...(run.bold === true ? { bold: true } : {}),
      ...(run.italic === true ? { italics: true } : {}),
      ...(run.underline === true ? { underline: {} } : {}),
      ...(run.isQuiet === true ? { color: colour.quiet } : {}),
    }
    const lines = run.text.split('\n')
    const texts = (style: { style?: string }) =>
      lines.map((text, index) => new TextRun({ ...look, ...style, text, ...(index > 0 ? { break: 1 } : {}) }))
    const anchor = run.anchor === undefined ? undefined : this.#bookmarks.get(run.anchor)
    if (anchor !== undefined)
      return [new InternalHyperlink({ anchor, children: texts({ style: 'Hyperlink' }) })]
    if (run.href !== undefined) {
      return [new ExternalHyperlink({ link: run.href, children: texts({ style: 'Hyperlink' }) })]
    }
    return texts({})
  }

  #list(block: ListBlock, place: Place): DocxBlock[] {
    if (block.isOrdered) this.starts.add(block.start)
    const isSame = !block.isOrdered && place.list?.reference === bullets
    if (!isSame) this.#lists += 1
    const list = {
      reference: block.isOrdered ? numbersFrom(block.start) : bullets,
      instance: isSame ? (place.list?.instance ?? 0) : this.#lists,
      level: place.list === null ? 0 : place.list.level + 1,
    }
    // Only the first paragraph of an item has its marker.
    return block.items.flatMap((item) =>
      item.flatMap((child, index) =>
        this.#block(child, { ...place, list: index === 0 || child.kind === 'list' ? list : null }),
      ),
    )
  }

  #table(block: TableBlock): Table {
    const widths = block.widths.map((percent) => Math.round((textWidth * percent) / 100))
    const line = { style: BorderStyle.SINGLE, size: 4, color: colour.line }
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
    const edge = block.isPlain ? none : line
    return new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { top: 40, bottom: 20, left: 85, right: 85 },
      borders: {
        top: edge,
        bottom: edge,
        left: edge,
        right: edge,
        insideHorizontal: edge,
        insideVertical: edge,
      },
      rows: block.rows.map(
        (row, index) =>
          new TableRow({
            tableHeader: index < block.headerRows,
            cantSplit: staysWhole(row),
            children: this.#cells(row, widths, block),
          }),
      ),
    })
  }

  #cells(row: TableBlock['rows'][number], widths: readonly number[], table: TableBlock): TableCell[] {
    return row.map(
      (cell) =>
        new TableCell({
          columnSpan: cell.columns,
          rowSpan: cell.rows,
          ...(cell.columns === 1 && row.length === widths.length
            ? { width: { size: widths[row.indexOf(cell)] ?? 0, type: WidthType.DXA } }
            : {}),
          ...(cell.isHeader
            ? { shading: { type: ShadingType.CLEAR, fill: colour.ground, color: 'auto' } }
            : {}),
          children: this.#cellBlocks(cell, table),
        }),
    )
  }

  #cellBlocks(cell: ReportCell, table: TableBlock): (Paragraph | Table)[] {
    const place: Place = { ...outside, isInTable: !table.isPlain, isBold: cell.isHeader }
    return cell.blocks
      .flatMap((block) => this.#block(block, place))
      .filter((block) => block instanceof Paragraph || block instanceof Table)
  }
}

function anchorsIn(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'heading') return [block.anchor]
    if (block.kind === 'paragraph') return block.anchor === undefined ? [] : [block.anchor]
    if (block.kind === 'list') return block.items.flatMap(anchorsIn)
    if (block.kind === 'table') return block.rows.flat().flatMap((cell) => anchorsIn(cell.blocks))
    return []
  })
}
