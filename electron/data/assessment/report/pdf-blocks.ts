import type { Content, ContentText, CustomTableLayout, TableCell as PdfCell } from 'pdfmake/interfaces.js'
import {
  type DocumentBlock,
  type HeadingBlock,
  type ListBlock,
  type ParagraphBlock,
  type ParagraphRole,
  type Run,
  staysWhole,
  type TableBlock,
  type TableCell as ReportCell,
} from '../../../../shared/assessment/report/document.ts'
import { ink } from '../../reports/pdf-parts.ts'

type Look = Pick<ContentText, 'fontSize' | 'bold' | 'italics' | 'color' | 'alignment' | 'margin'>

/** Sizes in points; margins left, top, right, bottom. */
const looks: Record<ParagraphRole, Look> = {
  body: { margin: [0, 0, 0, 5] },
  statement: { italics: true, margin: [12, 0, 0, 5] },
  note: { fontSize: 8, color: ink.quiet, margin: [0, 0, 0, 5] },
  subheading: { fontSize: 10, bold: true, color: ink.accent, margin: [0, 5, 0, 3] },
  institution: { fontSize: 13, alignment: 'center', margin: [0, 40, 0, 0] },
  title: { fontSize: 24, bold: true, color: ink.accent, alignment: 'center', margin: [0, 130, 0, 12] },
  subtitle: { fontSize: 14, alignment: 'center', margin: [0, 0, 0, 26] },
  mark: { bold: true, color: ink.medium, alignment: 'center', margin: [0, 0, 0, 20] },
}

const headingLooks: Record<HeadingBlock['level'], Look> = {
  1: { fontSize: 16, bold: true, color: ink.accent, margin: [0, 0, 0, 9] },
  2: { fontSize: 12.5, bold: true, color: ink.accent, margin: [0, 14, 0, 5] },
  3: { fontSize: 10.5, bold: true, color: ink.accent, margin: [0, 9, 0, 3] },
}

/** A paragraph longer than this may be torn from the heading above it, letters. */
const longestKept = 500

/** Turns the blocks of a report into those of the PDF library. */
export class PdfBlocks {
  #parents: Partial<Record<HeadingBlock['level'], string>> = {}
  #hasPages = false

  /** The blocks of the whole document, headings held together with what follows them. */
  convert(blocks: readonly DocumentBlock[]): Content[] {
    const content: Content[] = []
    let held: Content[] = []
    for (const block of blocks) {
      const made = this.#block(block)
      const isLead = block.kind === 'heading' || (held.length > 0 && isShortLead(block))
      // A group begins with a heading and ends with the first paragraph of text after it.
      if (isLead && !(block.kind === 'heading' && block.level === 1)) {
        held.push(made)
        continue
      }
      if (held.length > 0) {
        const isKept = block.kind === 'paragraph' && lengthOf(block) <= longestKept
        content.push({ stack: isKept ? [...held, made] : held, unbreakable: true }, ...(isKept ? [] : [made]))
        held = []
      } else content.push(made)
    }
    if (held.length > 0) content.push({ stack: held, unbreakable: true })
    return content
  }

  #block(block: DocumentBlock): Content {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block)
      case 'paragraph':
        return paragraph(block)
      case 'list':
        return this.#list(block)
      case 'table':
        return this.#table(block)
      default:
        this.#hasPages = true
        return {
          pageBreak: 'before',
          toc: { title: { text: block.heading, ...headingLooks[1] } },
        }
    }
  }

  #heading({ level, text, anchor }: HeadingBlock): Content {
    const parent = level === 1 ? undefined : (this.#parents[level === 3 ? 2 : 1] ?? this.#parents[1])
    this.#parents = level === 1 ? { 1: anchor } : { ...this.#parents, [level]: anchor }
    const isNewPage = level === 1 && this.#hasPages
    this.#hasPages = true
    const contents =
      level === 3
        ? {}
        : {
            tocItem: true,
            tocMargin: (level === 1 ? [0, 3, 0, 1] : [14, 0, 0, 1]) satisfies [
              number,
              number,
              number,
              number,
            ],
            tocStyle: { bold: level === 1, color: ink.text, fontSize: 9.5 },
            tocNumberStyle: { bold: level === 1, color: ink.text, fontSize: 9.5 },
          }
    return {
      text: breakable(text),
      id: anchor,
      outline: true,
      outlineText: text,
      outlineExpanded: level === 1,
      ...(parent === undefined ? {} : { outlineParentId: parent }),
      ...(isNewPage ? { pageBreak: 'before' } : {}),
      ...contents,
      ...headingLooks[level],
    }
  }

  #list(block: ListBlock): Content {
    const items = block.items.map((item): Content => ({ stack: item.map((child) => this.#block(child)) }))
    const margin: [number, number, number, number] = [10, 0, 0, 3]
    return block.isOrdered ? { ol: items, start: block.start, margin } : { ul: items, margin }
  }

  #table(block: TableBlock): Content {
    const columns = block.widths.length
    const body = block.rows.map((row) => row.flatMap((cell) => this.#cell(cell)))
    return {
      fontSize: block.isPlain ? 9.5 : 8,
      margin: block.isPlain ? [0, 0, 0, 10] : [0, 3, 0, 9],
      table: {
        headerRows: block.headerRows,
        dontBreakRows: block.rows.every((row) => staysWhole(row)),
        keepWithHeaderRows: block.headerRows > 0 ? 1 : 0,
        widths: block.widths.map((percent) => `${percent}%`),
        body: withCovered(body, block, columns),
      },
      layout: block.isPlain ? 'noBorders' : gridLayout,
    }
  }

  #cell(cell: ReportCell): PdfCell[] {
    const stack = cell.blocks.map((block) =>
      block.kind === 'paragraph' ? cellParagraph(block) : this.#block(block),
    )
    const main: PdfCell = {
      stack,
      ...(cell.columns > 1 ? { colSpan: cell.columns } : {}),
      ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
      ...(cell.isHeader ? { fillColor: ink.ground, bold: true } : {}),
    }
    return [main, ...Array.from({ length: cell.columns - 1 }, (): PdfCell => ({}))]
  }
}

/** Statements and notes under a heading, and the line with the level: too short to stand for the text. */
function isShortLead(block: DocumentBlock): boolean {
  return (
    block.kind === 'paragraph' &&
    (block.role === 'note' || block.role === 'statement') &&
    lengthOf(block) < longestKept
  )
}

function lengthOf(block: ParagraphBlock): number {
  return block.runs.reduce((sum, run) => sum + run.text.length, 0)
}

function paragraph({ role, runs, anchor }: ParagraphBlock): ContentText {
  return {
    text: runs.length === 0 ? '\u00A0' : runs.map(run),
    ...(anchor === undefined ? {} : { id: anchor }),
    ...looks[role],
  }
}

function run({ text, bold, italic, underline, isQuiet, href, anchor }: Run): ContentText {
  const isLink = href !== undefined || anchor !== undefined
  return {
    text: breakable(text),
    ...(bold === true ? { bold } : {}),
    ...(italic === true ? { italics: true } : {}),
    ...(underline === true ? { decoration: 'underline' } : {}),
    ...(isQuiet === true ? { color: ink.quiet } : {}),
    ...(isLink ? { color: ink.accent, decoration: 'underline' } : {}),
    ...(href === undefined ? {} : { link: href }),
    ...(anchor === undefined ? {} : { linkToDestination: anchor }),
  }
}

/**
 * Words that fit no line (pasted data) get places where they may break: the library looks for one in the whole rest of a
 * word at every line, which takes minutes for a hundred thousand letters.
 */
function breakable(text: string): string {
  return text.replaceAll(/\S{120,}/gu, (word) => word.replaceAll(/\S{30}/gu, '$&\u200B'))
}

/** A paragraph of a cell, which has its own distances. */
function cellParagraph(block: ParagraphBlock): Content {
  return { ...paragraph(block), margin: [0, 0, 0, 0] }
}

/** Rows filled up with the empty cells that the library wants below a cell of several rows. */
function withCovered(rows: PdfCell[][], block: TableBlock, columns: number): PdfCell[][] {
  const covered = Array.from({ length: columns }, () => 0)
  return rows.map((cells, rowIndex) => {
    const whole: PdfCell[] = []
    const waiting = [...cells]
    const spans =
      block.rows[rowIndex]?.flatMap((cell) => Array.from({ length: cell.columns }, () => cell.rows)) ?? []
    for (let column = 0; column < columns; column += 1) {
      if ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 0) - 1
        whole.push({})
      } else {
        whole.push(waiting.shift() ?? {})
        covered[column] = (spans.shift() ?? 1) - 1
      }
    }
    return whole
  })
}

const gridLayout: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => ink.line,
  vLineColor: () => ink.line,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
}
