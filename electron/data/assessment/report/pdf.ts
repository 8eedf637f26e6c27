import type { ReportDocument } from '../../../../shared/assessment/report/document.ts'
import type { Language } from '../../../../shared/kernel/record.ts'
import { createI18n, type Translate } from '../../../../shared/locales/i18n.ts'
import { type RenderedPdf, renderPdf } from '../../reports/pdf.ts'
import { ink } from '../../reports/pdf-parts.ts'
import { PdfBlocks } from './pdf-blocks.ts'

/** Margins of A4, points: left, top, right, bottom. */
const margins: [number, number, number, number] = [56, 52, 42, 52]

/**
 * The report as a PDF for reading and archiving: searchable text, contents with page numbers, bookmarks to every
 * standard and criterion. `changedAt`: instant of the data, UTC ISO; equal reports give equal bytes.
 */
export async function writePdf(
  document: ReportDocument,
  options: { language: Language; changedAt: string },
): Promise<RenderedPdf> {
  const { language, changedAt } = options
  const t = createI18n(language).t as Translate
  const head = [document.institution, ...(document.mark === null ? [] : [document.mark])].join(' · ')
  const small = { fontSize: 8, color: ink.quiet }
  return renderPdf(
    {
      title: document.title,
      subject: document.subject,
      author: document.institution,
      language,
      changedAt,
      layout: { fontSize: 9.5, margins },
      // The title page has neither head nor number.
      header: (page) => (page === 1 ? null : { text: head, ...small, margin: [56, 26, 42, 0] }),
      footer: (page, pages) =>
        page === 1
          ? ''
          : {
              text: t('self-evaluation:page', { page, pages }),
              ...small,
              alignment: 'center',
              margin: [0, 18, 0, 0],
            },
    },
    new PdfBlocks().convert(document.blocks),
  )
}
