import type { Content } from 'pdfmake/interfaces.js'
import type { AgreementStatus } from '../../../shared/agreements/agreement.ts'
import type { Overview, UpcomingDeadline } from '../../../shared/overview/overview.ts'
import { levels } from '../../../shared/programmes/programme.ts'
import type { RectorSummary } from '../../../shared/reports/report.ts'
import { contingentChart } from './contingent-chart.ts'
import { yearTable } from './double-degree-pdf.ts'
import { type Bar, bars, grid, heading, ink, note, tiles, titleBlock } from './pdf-parts.ts'
import { footerOf } from './pdf-footer.ts'
import { renderPdf, textWidth } from './pdf.ts'
import { sourceTable } from './source-table.ts'
import type { Words } from './words.ts'

const columnGap = 22
const columnWidth = (textWidth - columnGap) / 2
const countriesShown = 9
const deadlinesShown = 12

const statusColours: Record<AgreementStatus, string> = {
  expiring: ink.medium,
  renewing: '#d19a3c',
  lapsed: ink.high,
  active: ink.good,
  upcoming: ink.accent,
  draft: ink.muted,
  terminated: ink.quiet,
}

/** The rector's summary as a PDF: risks, main figures and charts on the first page; the year, dates and sources after them. */
export function renderSummary({ overview, doubleDegree }: RectorSummary, words: Words): Promise<Uint8Array> {
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
    riskTable(overview, words),
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
    {
      unbreakable: true,
      stack: [heading(t('overview:section.deadlines')), deadlineTable(overview.deadlines, words)],
    },
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

function methods({ t }: Words): Content[] {
  return [
    note(t('reports:method.agreements'), 4),
    note(t('reports:method.programmes')),
    note(t('reports:method.learners')),
    note(t('reports:method.doubleDegree')),
  ]
}

function riskTable(overview: Overview, words: Words): Content {
  const { t } = words
  if (overview.risks.length === 0) return { text: t('overview:noRisks'), color: ink.good }
  const rows = overview.risks.map((risk): Content[] => {
    const colour = risk.level === 'high' ? ink.high : ink.medium
    const examples = risk.examples.join('; ')
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

function factTiles({ agreements, programmes, contingent, partners }: Overview, words: Words): Content {
  const { t } = words
  const change =
    contingent.current.changePercent === null
      ? t('overview:tile.noLastYear')
      : t('overview:tile.change', { change: words.change(contingent.current) })
  return tiles([
    {
      label: t('overview:tile.inForce'),
      value: words.number(agreements.inForce.value),
      detail: t('overview:tile.ofTotal', { total: agreements.total.value }),
    },
    {
      label: t('overview:tile.doubleDegree'),
      value: words.number(programmes.doubleDegree.value),
      detail: t('overview:tile.running', { total: programmes.running.value }),
    },
    {
      label: t('overview:tile.learners'),
      value: words.number(contingent.current.figure.value),
      detail: change,
    },
    {
      label: t('overview:tile.partners'),
      value: words.number(partners.total.value),
      detail: t('overview:tile.countries', { total: partners.countries.value }),
    },
  ])
}

function charts(overview: Overview, words: Words): Content {
  const { t } = words
  const left: Content[] = [
    heading(t('overview:section.agreements')),
    statusBars(overview, words),
    heading(t('overview:section.programmes')),
    formatBars(overview, words),
  ]
  const right: Content[] = [
    heading(t('overview:section.contingent')),
    contingentPicture(overview, words),
    heading(t('overview:section.countries')),
    countryBars(overview, words),
  ]
  return {
    columnGap,
    columns: [
      { width: columnWidth, stack: left },
      { width: columnWidth, stack: right },
    ],
  }
}

function barWidths(label: number): { label: number; bar: number; value: number } {
  const value = 24
  return { label, bar: columnWidth - label - value - 2 * 4, value }
}

const shortLabel = 104
const longLabel = 134

function statusBars({ agreements }: Overview, words: Words): Content {
  const { t } = words
  const items = agreements.byStatus.map(({ status, figure }): Bar => ({
    label: t(`agreements:status.${status}`),
    value: figure.value,
    shown: words.number(figure.value),
    colour: statusColours[status],
  }))
  const declarative: Bar = {
    label: t('overview:declarative'),
    value: agreements.declarative.value,
    shown: words.number(agreements.declarative.value),
    colour: '#7a5195',
  }
  return bars([...items, declarative], barWidths(shortLabel))
}

function formatBars({ programmes }: Overview, words: Words): Content {
  if (programmes.cells.length === 0) return note(words.t('overview:noProgrammes'), 0)
  const items = programmes.cells.map(({ level, format, figure }): Bar => ({
    label: `${words.level(level)}, ${words.format(format)}`,
    value: figure.value,
    shown: words.number(figure.value),
    colour: ink.levels[level],
  }))
  return bars(items, barWidths(longLabel))
}

function contingentPicture({ contingent }: Overview, words: Words): Content {
  if (contingent.trend.length === 0) return note(words.t('overview:noCounts'), 0)
  const columns = contingent.trend.map(({ academicYear, total, byLevel }) => ({
    label: words.year(academicYear),
    shownTotal: words.number(total.value),
    byLevel: {
      bachelor: byLevel.bachelor.value,
      master: byLevel.master.value,
      doctoral: byLevel.doctoral.value,
    },
  }))
  const [bachelor = '', master = '', doctoral = ''] = levels.map((level) => words.level(level))
  return {
    svg: contingentChart(columns, { bachelor, master, doctoral }, { width: columnWidth, height: 128 }),
  }
}

function countryBars({ partners }: Overview, words: Words): Content {
  if (partners.byCountry.length === 0) return note(words.t('overview:noPartners'), 0)
  const items = partners.byCountry.slice(0, countriesShown).map(({ country, figure }): Bar => ({
    label: words.country(country),
    value: figure.value,
    shown: words.number(figure.value),
    colour: ink.accent,
  }))
  const rest = partners.byCountry.slice(countriesShown)
  const chart = bars(items, barWidths(shortLabel))
  if (rest.length === 0) return chart
  const others = rest.reduce((sum, row) => sum + row.figure.value, 0)
  return {
    stack: [chart, note(words.t('reports:otherCountries', { countries: rest.length, partners: others }))],
  }
}

function deadlineTable(deadlines: readonly UpcomingDeadline[], words: Words): Content {
  const { t } = words
  if (deadlines.length === 0) return note(t('overview:noDeadlines'), 0)
  const rows = deadlines
    .slice(0, deadlinesShown)
    .map((deadline) => [
      words.day(deadline.on),
      t('overview:daysLeft', { count: deadline.daysLeft }),
      t(`overview:deadline.${deadline.kind}`),
      [deadline.title, deadline.detail].filter((part) => part !== '').join(' — '),
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
