import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import type { ReportDocument } from '../../../../shared/assessment/report/document.ts'
import type { ReportTemplate } from '../../../../shared/assessment/report/report-template.ts'
import type { Language } from '../../../../shared/kernel/record.ts'
import { createI18n, type Translate } from '../../../../shared/locales/i18n.ts'
import { DocxBlocks } from './docx-blocks.ts'
import { documentStyles, listNumbering, page } from './docx-styles.ts'
import { withFixedBytes } from './docx-fixed-bytes.ts'

/**
 * The report as a Word document: headings, lists and tables are Word's own, so that people go on writing in it. The
 * contents are a field with the headings and the pages they are on by estimate; Word counts anew when the field is updated.
 * `changedAt`: instant of the data, UTC ISO; it is the file's date too, so that equal reports give equal bytes.
 */
export async function writeDocx(
  document: ReportDocument,
  options: { language: Language; font: ReportTemplate['font']; changedAt: string },
): Promise<Uint8Array> {
  const { language, font, changedAt } = options
  const t = createI18n(language).t as Translate
  const blocks = new DocxBlocks(document)
  const children = blocks.convert(document.blocks)
  const file = new Document({
    title: document.title,
    subject: document.subject,
    creator: document.institution,
    lastModifiedBy: 'Qosdiplom',
    styles: documentStyles(font, language),
    numbering: listNumbering(blocks.starts),
    pageNumbers: estimatePageNumbers,
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { default: header(document), first: new Header({ children: [new Paragraph('')] }) },
        footers: { default: footer(t), first: new Footer({ children: [new Paragraph('')] }) },
        children,
      },
    ],
  })
  return withFixedBytes(new Uint8Array(await Packer.toBuffer(file)), changedAt)
}

function header(document: ReportDocument): Header {
  const parts = [document.institution, ...(document.mark === null ? [] : [document.mark])]
  return new Header({ children: [new Paragraph({ style: 'Note', text: parts.join(' · ') })] })
}

/** «Page 3 of 12» with numbers that Word counts; the sentence around them differs by language. */
function footer(t: Translate): Footer {
  const counted = { '<page>': PageNumber.CURRENT, '<pages>': PageNumber.TOTAL_PAGES }
  const sentence = t('self-evaluation:page', { page: '<page>', pages: '<pages>' })
  const children = sentence
    .split(/(<pages?>)/u)
    .map((part) => (part === '<page>' || part === '<pages>' ? counted[part] : part))
  return new Footer({
    children: [
      new Paragraph({
        style: 'Note',
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children })],
      }),
    ],
  })
}
