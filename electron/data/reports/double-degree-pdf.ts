import type { Content } from 'pdfmake/interfaces.js'
import { levels } from '../../../shared/programmes/programme.ts'
import type { DoubleDegreeReport } from '../../../shared/reports/double-degree.ts'
import type { Comparison } from '../../../shared/reports/figure.ts'
import { footerOf } from './pdf-footer.ts'
import { grid, heading, note, tiles, titleBlock } from './pdf-parts.ts'
import { renderPdf } from './pdf.ts'
import { sourceTable } from './source-table.ts'
import type { Words } from './words.ts'

/** The double-degree report of an academic year as a PDF: totals beside last year, formats, countries, every programme, sources. */
export async function renderDoubleDegree(
  report: DoubleDegreeReport,
  words: Words,
  options: { readonly isUncompressed?: boolean } = {},
): Promise<Uint8Array> {
  const { t } = words
  const title = t('reports:kind.double-degree')
  const institution = words.name(report.institution)
  const content: Content[] = [
    titleBlock({
      institution,
      title,
      subtitle: `${t('overview:academicYear', { year: words.year(report.academicYear) })} · ${t('overview:asOf', { on: report.on })}`,
      mark: report.isSample ? t('overview:sample') : null,
    }),
    note(t('reports:method.duty'), 0),
    { margin: [0, 8, 0, 0], stack: [totalTiles(report, words)] },
    heading(t('reports:section.levels')),
    yearTable(report, words),
    ...missingCounts(report, words),
    ...(report.formats.length === 0
      ? []
      : [heading(t('reports:section.formats')), formatTable(report, words)]),
    ...(report.byCountry.length === 0
      ? []
      : [heading(t('reports:section.countries')), countryTable(report, words)]),
    ...(report.rows.length === 0
      ? []
      : [heading(t('reports:section.programmes')), programmeTable(report, words)]),
    {
      unbreakable: true,
      stack: [
        heading(t('reports:section.sources')),
        sourceTable(report.sources, words),
        note(t('reports:method.doubleDegree'), 4),
        note(t('reports:method.programmes')),
        note(t('reports:method.learners')),
      ],
    },
  ]
  const { bytes } = await renderPdf(
    {
      title: `${title}. ${words.year(report.academicYear)}. ${institution}`,
      subject: t('reports:about.double-degree'),
      author: institution,
      language: words.language,
      changedAt: report.changedAt,
      footer: footerOf(report, words),
      ...options,
    },
    content,
  )
  return bytes
}

function totalTiles(report: DoubleDegreeReport, words: Words): Content {
  const { t } = words
  const tile = (label: string, comparison: Comparison) => ({
    label,
    value: words.number(comparison.figure.value),
    detail:
      comparison.previous === null
        ? t('overview:tile.noLastYear')
        : `${words.year(report.academicYear - 1)}: ${words.previous(comparison)} (${words.change(comparison)})`,
  })
  return tiles([
    tile(t('reports:column.programmes'), report.programmes),
    tile(t('reports:column.partners'), report.partners),
    tile(t('reports:column.countries'), report.countries),
    tile(t('reports:column.learners'), report.contingent),
  ])
}

const bold = (cell: string): Content => ({ text: cell, fontSize: 8, bold: true, alignment: 'right' })

/** Programmes and learners by level beside last year. */
export function yearTable(report: DoubleDegreeReport, words: Words): Content {
  const { t } = words
  const [now, before] = [words.year(report.academicYear), words.year(report.academicYear - 1)]
  const cells = (comparison: Comparison): string[] => [
    words.number(comparison.figure.value),
    words.previous(comparison),
    words.change(comparison),
  ]
  const total = [...cells(report.programmes), ...cells(report.contingent)].map(bold)
  const titlesOf = (what: string): string[] => [
    `${what}, ${now}`,
    `${what}, ${before}`,
    t('reports:column.changeOf', { what }),
  ]
  const titles = [...titlesOf(t('reports:column.programmes')), ...titlesOf(t('reports:column.learners'))]
  return grid(
    [
      { title: t('reports:column.level'), width: 76 },
      ...titles.map((title) => ({ title, width: '*' as const, isNumber: true })),
    ],
    [
      ...levels.map((level) => [
        words.level(level),
        ...cells(report.programmesByLevel[level]),
        ...cells(report.contingentByLevel[level]),
      ]),
      [{ text: t('overview:total'), fontSize: 8, bold: true }, ...total],
    ],
  )
}

function missingCounts(report: DoubleDegreeReport, { t }: Words): Content[] {
  const { value } = report.withoutCohort
  return value === 0 ? [] : [note(t('reports:withoutCohort', { count: value }), 3)]
}

function formatTable(report: DoubleDegreeReport, words: Words): Content {
  const { t } = words
  return grid(
    [
      { title: t('reports:column.level'), width: 120 },
      { title: t('reports:column.format'), width: '*' },
      { title: words.year(report.academicYear), width: 70, isNumber: true },
      { title: words.year(report.academicYear - 1), width: 70, isNumber: true },
      { title: t('reports:column.change'), width: 70, isNumber: true },
    ],
    report.formats.map(({ level, format, programmes }) => [
      words.level(level),
      words.format(format),
      words.number(programmes.figure.value),
      words.previous(programmes),
      words.change(programmes),
    ]),
  )
}

function countryTable(report: DoubleDegreeReport, words: Words): Content {
  const { t } = words
  return grid(
    [
      { title: t('reports:column.country'), width: '*' },
      { title: t('reports:column.partners'), width: 90, isNumber: true },
      { title: t('reports:column.programmes'), width: 90, isNumber: true },
    ],
    report.byCountry.map(({ country, partners, programmes }) => [
      words.country(country),
      words.number(partners.value),
      words.number(programmes.value),
    ]),
  )
}

function programmeTable(report: DoubleDegreeReport, words: Words): Content {
  const { t } = words
  const learners = (count: number | null): string => (count === null ? '—' : words.number(count))
  return grid(
    [
      { title: t('reports:column.code'), width: 52 },
      { title: t('reports:column.programme'), width: 150 },
      { title: t('reports:column.format'), width: 58 },
      { title: t('reports:column.partners'), width: '*' },
      { title: words.year(report.academicYear), width: 38, isNumber: true },
      { title: words.year(report.academicYear - 1), width: 38, isNumber: true },
    ],
    report.rows.map((row) => [
      row.code,
      `${words.name(row.names)} (${words.level(row.level)})`,
      words.format(row.format),
      row.partners
        .map((partner) => `${words.name(partner.names)}, ${words.country(partner.country)}`)
        .join('; '),
      learners(row.contingent),
      learners(row.previousContingent),
    ]),
  )
}
