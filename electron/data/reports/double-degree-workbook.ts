import type { SheetCell, SheetContent } from '../../../shared/exchange/workbook.ts'
import { levels } from '../../../shared/programmes/programme.ts'
import type { DoubleDegreeReport } from '../../../shared/reports/double-degree.ts'
import type { Comparison, Source } from '../../../shared/reports/figure.ts'
import type { Words } from './words.ts'

/** The double-degree report as sheets: totals, levels, formats, countries, programmes, sources. Numbers are numbers. */
export function doubleDegreeSheets(report: DoubleDegreeReport, words: Words): SheetContent[] {
  const { t } = words
  const now = words.year(report.academicYear)
  const years = [now, words.year(report.academicYear - 1), t('reports:column.changePercent')]
  return [
    {
      name: t('reports:section.totals'),
      header: [t('reports:column.indicator'), ...years],
      rows: [
        [t('reports:column.programmes'), ...compared(report.programmes)],
        ...levels.map((level) => [
          `${t('reports:column.programmes')}: ${words.level(level)}`,
          ...compared(report.programmesByLevel[level]),
        ]),
        [t('reports:column.partners'), ...compared(report.partners)],
        [t('reports:column.countries'), ...compared(report.countries)],
        [t('reports:column.learners'), ...compared(report.contingent)],
        ...levels.map((level) => [
          `${t('reports:column.learners')}: ${words.level(level)}`,
          ...compared(report.contingentByLevel[level]),
        ]),
      ],
    },
    {
      name: t('reports:section.formats'),
      header: [t('reports:column.level'), t('reports:column.format'), ...years],
      rows: report.formats.map(({ level, format, programmes }) => [
        words.level(level),
        words.format(format),
        ...compared(programmes),
      ]),
    },
    {
      name: t('reports:section.countries'),
      header: [t('reports:column.country'), t('reports:column.partners'), t('reports:column.programmes')],
      rows: report.byCountry.map(({ country, partners, programmes }) => [
        words.country(country),
        partners.value,
        programmes.value,
      ]),
    },
    programmeSheet(report, words),
    sourceSheet(report, words),
  ]
}

function compared({ figure, previous, changePercent }: Comparison): SheetCell[] {
  return [figure.value, previous, changePercent]
}

function programmeSheet(report: DoubleDegreeReport, words: Words): SheetContent {
  const { t } = words
  const learners = (academicYear: number): string =>
    `${t('reports:column.learners')}, ${words.year(academicYear)}`
  return {
    name: t('reports:section.programmes'),
    header: [
      t('reports:column.code'),
      t('reports:column.programme'),
      t('reports:column.level'),
      t('reports:column.format'),
      t('reports:column.partners'),
      t('reports:column.countries'),
      learners(report.academicYear),
      learners(report.academicYear - 1),
      t('reports:column.id'),
    ],
    rows: report.rows.map((row) => [
      row.code,
      words.name(row.names),
      words.level(row.level),
      words.format(row.format),
      row.partners.map((partner) => words.name(partner.names)).join('; '),
      [...new Set(row.partners.map((partner) => words.country(partner.country)))].join('; '),
      row.contingent,
      row.previousContingent,
      row.id,
    ]),
  }
}

type Described = Pick<DoubleDegreeReport, 'on' | 'changedAt' | 'sources' | 'isSample' | 'institution'>

/** Where the numbers of a workbook come from, and the day and state of the data they hold for. */
export function sourceSheet(report: Described, words: Words): SheetContent {
  const { t } = words
  const facts: SheetCell[][] = [
    [words.name(report.institution), null, null, null],
    [t('overview:asOf', { on: report.on }), null, null, null],
    [t('reports:pdf.state', { at: words.instant(report.changedAt) }), null, null, null],
    ...(report.isSample ? [[t('reports:pdf.sampleNote'), null, null, null]] : []),
  ]
  const methods = [
    t('reports:method.agreements'),
    t('reports:method.programmes'),
    t('reports:method.learners'),
    t('reports:method.doubleDegree'),
    t('reports:method.duty'),
  ]
  return {
    name: t('reports:section.sources'),
    header: [
      t('reports:column.source'),
      t('reports:column.records'),
      t('reports:column.changed'),
      t('reports:column.statements'),
    ],
    rows: [
      ...report.sources.map((source) => sourceRow(source, words)),
      ...facts,
      ...methods.map((method) => [method, null, null, null]),
    ],
  }
}

function sourceRow(source: Source, words: Words): SheetCell[] {
  return [
    words.t(`reports:source.${source.entity}`),
    source.records,
    source.lastChangedAt === null ? null : words.instant(source.lastChangedAt),
    source.statements.join('; '),
  ]
}
