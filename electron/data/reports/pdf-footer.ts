import type { Content } from 'pdfmake/interfaces.js'
import type { LocalizedText } from '../../../shared/kernel/record.ts'
import { ink } from './pdf-parts.ts'
import type { Words } from './words.ts'

type Described = {
  readonly institution: LocalizedText
  readonly changedAt: string
  readonly isSample: boolean
}

/** The foot of every page: where the page comes from, how fresh its data are, and its number. */
export function footerOf(report: Described, words: Words): (page: number, pages: number) => Content {
  const { t } = words
  const origin = [t('reports:pdf.prepared'), t('reports:pdf.state', { at: words.instant(report.changedAt) })]
  if (report.isSample) origin.push(t('reports:pdf.sampleNote'))
  return (page, pages) => ({
    margin: [36, 12, 36, 0],
    fontSize: 7.5,
    color: ink.quiet,
    columns: [
      { text: origin.join(' · '), width: '*' },
      { text: t('reports:pdf.page', { page, pages }), width: 'auto', alignment: 'right' },
    ],
  })
}
