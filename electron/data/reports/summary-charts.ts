import type { Content } from 'pdfmake/interfaces.js'
import type { AgreementStatus } from '../../../shared/agreements/agreement.ts'
import type { Overview } from '../../../shared/overview/overview.ts'
import { levels } from '../../../shared/programmes/programme.ts'
import { contingentChart } from './contingent-chart.ts'
import { type Bar, bars, heading, ink, note, tiles } from './pdf-parts.ts'
import { textWidth } from './pdf.ts'
import type { Words } from './words.ts'

const columnGap = 22
const columnWidth = (textWidth - columnGap) / 2
const countriesShown = 9
const formatsShown = 12

const statusColours: Record<AgreementStatus, string> = {
  expiring: ink.medium,
  renewing: '#d19a3c',
  lapsed: ink.high,
  active: ink.good,
  upcoming: ink.accent,
  draft: ink.muted,
  terminated: ink.quiet,
}

/** The main numbers in a row. */
export function factTiles({ agreements, programmes, contingent, partners }: Overview, words: Words): Content {
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

/** The charts of the first page, two beside two. */
export function charts(overview: Overview, words: Words): Content {
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
  const most = programmes.cells.toSorted((a, b) => b.figure.value - a.figure.value).slice(0, formatsShown)
  const items = programmes.cells
    .filter((cell) => most.includes(cell))
    .map(({ level, format, figure }): Bar => ({
      label: `${words.level(level)}, ${words.format(format)}`,
      value: figure.value,
      shown: words.number(figure.value),
      colour: ink.levels[level],
    }))
  const chart = bars(items, barWidths(longLabel))
  const rest = programmes.cells.filter((cell) => !most.includes(cell))
  if (rest.length === 0) return chart
  const others = rest.reduce((sum, cell) => sum + cell.figure.value, 0)
  return {
    stack: [chart, note(words.t('reports:otherFormats', { formats: rest.length, programmes: others }))],
  }
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
