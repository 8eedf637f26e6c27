import type { SheetContent } from '../../../shared/exchange/workbook.ts'
import type { Overview } from '../../../shared/overview/overview.ts'
import type { RectorSummary } from '../../../shared/reports/report.ts'
import { doubleDegreeSheets, sourceSheet } from './double-degree-workbook.ts'
import type { Words } from './words.ts'

/** The rector's summary as sheets: every number of the printed pages, the agreements and dates behind them, sources last. */
export function summarySheets({ overview, doubleDegree }: RectorSummary, words: Words): SheetContent[] {
  const [totals] = doubleDegreeSheets(doubleDegree, words)
  const year = totals === undefined ? [] : [{ ...totals, name: words.t('reports:kind.double-degree') }]
  return [
    factSheet(overview, words),
    riskSheet(overview, words),
    statusSheet(overview, words),
    formatSheet(overview, words),
    trendSheet(overview, words),
    countrySheet(overview, words),
    ...year,
    lapsingSheet(overview, words),
    deadlineSheet(overview, words),
    sourceSheet(overview, words),
  ]
}

function factSheet(
  { agreements, programmes, contingent, partners, problems }: Overview,
  { t }: Words,
): SheetContent {
  const { current } = contingent
  return {
    name: t('reports:pdf.facts'),
    header: [t('reports:column.indicator'), t('reports:column.value'), t('reports:column.changePercent')],
    rows: [
      [t('overview:tile.inForce'), agreements.inForce.value, null],
      [t('overview:section.agreements'), agreements.total.value, null],
      [t('overview:declarative'), agreements.declarative.value, null],
      [t('overview:section.programmes'), programmes.running.value, null],
      [t('overview:tile.doubleDegree'), programmes.doubleDegree.value, null],
      [t('overview:tile.learners'), current.figure.value, current.changePercent],
      [t('overview:tile.partners'), partners.total.value, null],
      [t('reports:column.countries'), partners.countries.value, null],
      [t('overview:problem.error'), problems.errors, null],
      [t('overview:problem.warning'), problems.warnings, null],
    ],
  }
}

function riskSheet({ risks }: Overview, { t }: Words): SheetContent {
  return {
    name: t('reports:pdf.risks'),
    header: [
      t('reports:column.riskLevel'),
      t('reports:column.risk'),
      t('reports:column.value'),
      t('reports:column.examples'),
    ],
    rows: risks.map((risk) => [
      t(`overview:riskLevel.${risk.level}`),
      t(`overview:risk.${risk.kind}`, { count: risk.figure.value, ...risk.params }),
      risk.figure.value,
      risk.examples.join('; '),
    ]),
  }
}

function statusSheet({ agreements }: Overview, { t }: Words): SheetContent {
  return {
    name: t('overview:section.agreements'),
    header: [t('reports:column.status'), t('reports:column.value')],
    rows: agreements.byStatus.map(({ status, figure }) => [t(`agreements:status.${status}`), figure.value]),
  }
}

function formatSheet({ programmes }: Overview, words: Words): SheetContent {
  const { t } = words
  return {
    name: t('overview:section.programmes'),
    header: [t('reports:column.level'), t('reports:column.format'), t('reports:column.programmes')],
    rows: programmes.cells.map(({ level, format, figure }) => [
      words.level(level),
      words.format(format),
      figure.value,
    ]),
  }
}

function trendSheet({ contingent }: Overview, words: Words): SheetContent {
  const { t } = words
  return {
    name: t('overview:section.contingent'),
    header: [
      t('overview:year'),
      words.level('bachelor'),
      words.level('master'),
      words.level('doctoral'),
      t('overview:total'),
    ],
    rows: contingent.trend.map(({ academicYear, byLevel, total }) => [
      words.year(academicYear),
      byLevel.bachelor.value,
      byLevel.master.value,
      byLevel.doctoral.value,
      total.value,
    ]),
  }
}

function countrySheet({ partners }: Overview, words: Words): SheetContent {
  return {
    name: words.t('overview:section.countries'),
    header: [words.t('reports:column.country'), words.t('reports:column.partners')],
    rows: partners.byCountry.map(({ country, figure }) => [words.country(country), figure.value]),
  }
}

function lapsingSheet({ agreements }: Overview, words: Words): SheetContent {
  const { t } = words
  return {
    name: t('overview:section.lapsing'),
    header: [
      t('reports:column.partners'),
      t('reports:column.agreement'),
      t('reports:column.status'),
      t('reports:column.endsOn'),
      t('reports:column.noticeBy'),
      t('reports:column.renewal'),
      t('reports:column.id'),
    ],
    rows: agreements.lapsing.map((row) => [
      row.partnerNames,
      [row.number, row.title].filter((part) => part !== '').join(', '),
      t(`agreements:status.${row.status}`),
      row.endsOn === null ? null : { day: row.endsOn },
      row.noticeBy === null ? null : { day: row.noticeBy },
      row.hasSuccessor ? t('overview:hasSuccessor') : null,
      row.record.id,
    ]),
  }
}

function deadlineSheet({ deadlines }: Overview, { t }: Words): SheetContent {
  return {
    name: t('overview:section.deadlines'),
    header: [
      t('reports:column.day'),
      t('reports:column.deadline'),
      t('reports:column.subject'),
      t('reports:column.agreement'),
    ],
    rows: deadlines.map((deadline) => [
      { day: deadline.on },
      t(`overview:deadline.${deadline.kind}`),
      deadline.title,
      deadline.detail,
    ]),
  }
}
