import type { Content } from 'pdfmake/interfaces.js'
import type { Overview, UpcomingDeadline } from '../../../shared/overview/overview.ts'
import type { RectorSummary } from '../../../shared/reports/report.ts'
import { yearTable } from './double-degree-pdf.ts'
import { grid, heading, ink, note, titleBlock } from './pdf-parts.ts'
import { footerOf } from './pdf-footer.ts'
import { type RenderedPdf, renderPdf } from './pdf.ts'
import { sourceTable } from './source-table.ts'
import { charts, factTiles } from './summary-charts.ts'
import type { Words } from './words.ts'

/** Longer names and entries end with an ellipsis, letters. */
const longestName = 90
const longestEntry = 220

/** How much of the lists is printed, from all to the least that still helps. */
const details = [
  { deadlines: 12, hasExamples: true },
  { deadlines: 8, hasExamples: true },
  { deadlines: 8, hasExamples: false },
  { deadlines: 4, hasExamples: false },
] as const
type Detail = (typeof details)[number]

/** A rector reads two pages. */
const mostPages = 2

/**
 * The rector's summary as a PDF: risks, main figures and charts on the first page; the year, dates and sources on the
 * second. When long names would need a third page, the lists are shortened until two are enough.
 */
export async function renderSummary(summary: RectorSummary, words: Words): Promise<Uint8Array> {
  let rendered = await renderWith(summary, words, details[0])
  for (const detail of details.slice(1)) {
    if (rendered.pages <= mostPages) break
    rendered = await renderWith(summary, words, detail)
  }
  return rendered.bytes
}

function renderWith(
  { overview, doubleDegree }: RectorSummary,
  words: Words,
  detail: Detail,
): Promise<RenderedPdf> {
  const { t } = words
  const title = t('reports:kind.summary')
  const institution = words.name(overview.institution)
  const content: Content[] = [
    titleBlock({
      institution,
      title,
      subtitle: `${t('overview:asOf', { on: overview.on })} · ${t('overview:academicYear', { year: words.year(overview.academicYear) })}`,
      mark: overview.isSample ? t('overview:sample') : null,
    }),
    heading(t('reports:pdf.risks'), 2),
    riskTable(overview, words, detail),
    heading(t('reports:pdf.facts')),
    factTiles(overview, words),
    charts(overview, words),
    {
      pageBreak: 'before',
      stack: [
        heading(t('reports:pdf.year', { year: words.year(doubleDegree.academicYear) }), 0),
        yearTable(doubleDegree, words),
      ],
    },
    heading(t('overview:section.deadlines')),
    deadlineTable(overview.deadlines.slice(0, detail.deadlines), words),
    {
      unbreakable: true,
      stack: [heading(t('reports:section.sources')), sourceTable(overview.sources, words), ...methods(words)],
    },
  ]
  return renderPdf(
    {
      title: `${title}. ${institution}. ${words.day(overview.on)}`,
      subject: t('reports:about.summary'),
      author: institution,
      language: words.language,
      changedAt: overview.changedAt,
      footer: footerOf(overview, words),
    },
    content,
  )
}

function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`
}

function methods({ t }: Words): Content[] {
  return [
    note(t('reports:method.agreements'), 4),
    note(t('reports:method.programmes')),
    note(t('reports:method.learners')),
    note(t('reports:method.doubleDegree')),
  ]
}

function riskTable(overview: Overview, words: Words, { hasExamples }: Detail): Content {
  const { t } = words
  if (overview.risks.length === 0) return { text: t('overview:noRisks'), color: ink.good }
  const rows = overview.risks.map((risk): Content[] => {
    const colour = risk.level === 'high' ? ink.high : ink.medium
    const examples = hasExamples ? risk.examples.map((name) => shorten(name, longestName)).join('; ') : ''
    const more = risk.figure.unit === 'records' && risk.figure.value > risk.examples.length ? '…' : ''
    return [
      { canvas: [{ type: 'rect', x: 0, y: 2, w: 6, h: 6, color: colour }] },
      { text: t(`overview:riskLevel.${risk.level}`), fontSize: 8, bold: true, color: colour },
      {
        text: [
          { text: t(`overview:risk.${risk.kind}`, { count: risk.figure.value, ...risk.params }) },
          { text: examples === '' ? '' : `: ${examples}${more}`, color: ink.quiet },
        ],
        fontSize: 8.5,
      },
    ]
  })
  return {
    table: { widths: [8, 50, '*'], body: rows },
    layout: {
      hLineWidth: (index) => (index === 0 || index === rows.length ? 0 : 0.4),
      hLineColor: () => ink.line,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingTop: () => 2,
      paddingBottom: () => 1.5,
    },
  }
}

function deadlineTable(deadlines: readonly UpcomingDeadline[], words: Words): Content {
  const { t } = words
  if (deadlines.length === 0) return note(t('overview:noDeadlines'), 0)
  const rows = deadlines.map((deadline) => [
    words.day(deadline.on),
    t('overview:daysLeft', { count: deadline.daysLeft }),
    t(`overview:deadline.${deadline.kind}`),
    shorten([deadline.title, deadline.detail].filter((part) => part !== '').join(' — '), longestEntry),
  ])
  return grid(
    [
      { title: t('reports:column.day'), width: 56 },
      { title: t('reports:column.left'), width: 78 },
      { title: t('reports:column.deadline'), width: 128 },
      { title: '', width: '*' },
    ],
    rows,
  )
}
