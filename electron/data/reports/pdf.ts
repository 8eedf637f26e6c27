import { sep } from 'node:path'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Language } from '../../../shared/kernel/record.ts'
import { findFonts } from './fonts.ts'

export const fontName = 'Noto Sans'

/** What stands on every page and in the file's properties. */
export type PdfFrame = {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly language: Language
  /** Instant of the data that the document shows, UTC ISO; it is also the file's date, so equal data give equal bytes. */
  readonly changedAt: string
  readonly footer: (page: number, pages: number) => Content
  /** Leaves the streams as they are, so that the bytes do not depend on the zlib of this machine; for archives. */
  readonly isUncompressed?: boolean
  /** What stands above the text of a page; null: nothing. */
  readonly header?: (page: number) => Content | null
  /** Type and margins of a document for reading; without it, the close ones of a report of numbers. */
  readonly layout?: { readonly fontSize: number; readonly margins: [number, number, number, number] }
}

/** Size of an A4 page's text area with the margins used here, points. */
export const textWidth = 523

const margins: [number, number, number, number] = [36, 34, 36, 44]

export type RenderedPdf = { readonly bytes: Uint8Array; readonly pages: number }

/** Makes a PDF: A4, text searchable in all three languages, no file or address read but the fonts. */
export async function renderPdf(frame: PdfFrame, content: Content[]): Promise<RenderedPdf> {
  // Loaded with the first report: the service starts without a tenth of a second of code that most days never need.
  const { default: pdfmake } = await import('pdfmake')
  const fonts = findFonts()
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts.folder + sep))
  const { regular, bold, italic } = fonts
  const header = frame.header
  pdfmake.setFonts({ [fontName]: { normal: regular, bold, italics: italic, bolditalics: bold } })
  const madeAt = frame.changedAt === '' ? new Date(0) : new Date(frame.changedAt)
  let pageCount = 0
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: frame.layout?.margins ?? margins,
    version: '1.7',
    compress: frame.isUncompressed !== true,
    language: frame.language,
    displayTitle: true,
    info: {
      title: frame.title,
      subject: frame.subject,
      author: frame.author,
      creator: 'Qosdiplom',
      producer: 'Qosdiplom',
      creationDate: madeAt,
      modDate: madeAt,
    },
    defaultStyle: {
      font: fontName,
      fontSize: frame.layout?.fontSize ?? 8.5,
      lineHeight: 1.15,
      color: '#1b1f23',
    },
    footer: (page, pages) => {
      pageCount = pages
      return frame.footer(page, pages)
    },
    ...(header === undefined ? {} : { header: (page) => header(page) }),
    content,
  }
  const bytes = new Uint8Array(await pdfmake.createPdf(definition).getBuffer())
  return { bytes, pages: pageCount }
}
