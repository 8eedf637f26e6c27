import { setImmediate } from 'node:timers/promises'
import type { Language } from '../../../shared/kernel/record.ts'
import { type FontFiles, findFonts } from './fonts.ts'
import { ink } from './pdf-parts.ts'
import type { PrintedTable } from './table-columns.ts'
import { areaWidth, margin, PagePlanner, pageSize, type PlannedPage } from './table-pages.ts'
import { type Measures, rememberWidths } from './text-wrap.ts'

/** A document of tables that may have thousands of rows. */
export type TableDocument = {
  readonly title: string
  readonly subject: string
  readonly institution: string
  readonly language: Language
  /** Instant of the data, UTC ISO; the file's date, so that equal data give equal bytes. Empty: there are no data. */
  readonly changedAt: string
  readonly subtitle: string
  /** Stands out under the title, such as that the records are invented. */
  readonly mark: string | null
  readonly facts: readonly string[]
  readonly tables: readonly PrintedTable[]
  readonly partTitle: (title: string, part: number, parts: number) => string
  readonly closing: { readonly title: string; readonly lines: readonly string[] }
  readonly footer: (page: number, pages: number) => { readonly origin: string; readonly page: string }
}

type Pdf = PDFKit.PDFDocument

/** Share of the work that laying the pages out takes. */
const layoutShare = 0.4
const footerSize = 7

/**
 * Prints a document of tables on A4 across and yields how much of it is done, from 0 to 1. Other work of the process goes
 * on meanwhile, and leaving the loop ends the printing. Equal documents give equal bytes on every machine: the
 * streams are not compressed, because every zlib writes other bytes.
 */
export async function* printTables(document: TableDocument): AsyncGenerator<number, Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit')
  const fonts = findFonts()
  const madeAt = document.changedAt === '' ? new Date(0) : new Date(document.changedAt)
  const pdf: Pdf = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    pdfVersion: '1.7',
    lang: document.language,
    displayTitle: true,
    font: fonts.regular,
    size: [pageSize.width, pageSize.height],
    margin: 0,
    info: {
      Title: document.title,
      Subject: document.subject,
      Author: document.institution,
      Creator: 'Qosdiplom',
      Producer: 'Qosdiplom',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve))

  const planner = new PagePlanner(measuresOf(pdf, fonts))
  yield* plan(document, planner)
  const { pages } = planner
  for (const [index, page] of pages.entries()) {
    drawPage(pdf, page, fonts)
    drawFooter(pdf.font(fonts.regular), document.footer(index + 1, pages.length))
    await setImmediate()
    yield layoutShare + (1 - layoutShare) * ((index + 1) / pages.length)
  }
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function measuresOf(pdf: Pdf, fonts: FontFiles): Measures {
  const measure = (font: string) =>
    rememberWidths((text) => pdf.font(font).fontSize(1000).widthOfString(text) / 1000)
  return { regular: measure(fonts.regular), bold: measure(fonts.bold) }
}

async function* plan(document: TableDocument, planner: PagePlanner): AsyncGenerator<number, void> {
  const quiet = { size: 9, color: ink.quiet, isBold: false }
  planner.text(document.institution, quiet)
  planner.text(document.title, { size: 15, color: ink.text, isBold: true }, 1)
  planner.text(document.subtitle, quiet, 1)
  if (document.mark !== null) planner.text(document.mark, { size: 8, color: ink.medium, isBold: true }, 2)
  for (const fact of document.facts) planner.text(fact, { size: 8, color: ink.text, isBold: false }, 2)
  const total = document.tables.reduce((sum, { rows }) => sum + rows.length, 1)
  let before = 0
  for (const table of document.tables) {
    const partTitle = (part: number, parts: number) => document.partTitle(table.title, part, parts)
    for (const share of planner.table(table, partTitle)) {
      await setImmediate()
      yield layoutShare * ((before + share * table.rows.length) / total)
    }
    before += table.rows.length
  }
  const { title, lines } = document.closing
  planner.text(title, { size: 10, color: ink.accent, isBold: true }, 12)
  for (const line of lines) planner.text(line, { size: 7.5, color: ink.quiet, isBold: false }, 2)
}

function drawPage(pdf: Pdf, { texts, lines }: PlannedPage, fonts: FontFiles): void {
  pdf.addPage()
  for (const { y, width, color } of lines) {
    pdf
      .lineWidth(0.4)
      .moveTo(margin.left, y)
      .lineTo(margin.left + width, y)
      .stroke(color)
  }
  let color = ''
  for (const mark of texts) {
    pdf.font(mark.isBold ? fonts.bold : fonts.regular).fontSize(mark.size)
    if (mark.color !== color) pdf.fillColor(mark.color)
    color = mark.color
    pdf.text(mark.text, mark.x, mark.y, { lineBreak: false })
  }
}

function drawFooter(pdf: Pdf, { origin, page }: { origin: string; page: string }): void {
  const y = pageSize.height - margin.bottom + 14
  pdf.fontSize(footerSize).fillColor(ink.quiet)
  const width = pdf.widthOfString(page)
  pdf.text(origin, margin.left, y, { lineBreak: false })
  pdf.text(page, margin.left + areaWidth - width, y, { lineBreak: false })
}
