import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatNumber, formatSignedPercent } from '../../shared/kernel/format.ts'
import { levels } from '../../shared/programmes/programme.ts'
import type { Figure } from '../../shared/reports/figure.ts'
import type { RectorSummary } from '../../shared/reports/report.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { FigureLink } from '../overview/FigureLink.tsx'
import { RiskList } from '../overview/RiskList.tsx'
import { SourceLine } from '../overview/SourceLine.tsx'
import { NumberTable, useComparisonCells } from './NumberTable.tsx'
import classes from './reports.module.css'

type SummaryPreviewProps = {
  readonly summary: RectorSummary
  /** The lists show today: numbers of another day have no list to open. */
  readonly isToday: boolean
}

/** The numbers of the rector's summary, risks first. */
export function SummaryPreview({ summary, isToday }: SummaryPreviewProps) {
  const t = useText()
  const { overview } = summary
  return (
    <>
      <section className={classes.block}>
        <Title order={2} size="md">
          {t('reports:pdf.risks')}
        </Title>
        {overview.risks.length === 0 ? (
          <Text c="dimmed">{t('overview:noRisks')}</Text>
        ) : (
          <RiskList risks={overview.risks} isLinked={isToday} />
        )}
      </section>
      <Facts summary={summary} isToday={isToday} />
      <YearTable summary={summary} />
      <Statuses summary={summary} isToday={isToday} />
      {overview.sources.map(({ entity }) => (
        <SourceLine key={entity} sources={overview.sources} entity={entity} />
      ))}
    </>
  )
}

/** A number as a link while its list would show the same day, else as it is. */
function useNumber(isToday: boolean): (title: string, figure: Figure) => ReactNode {
  const language = useLanguage()
  return (title, figure) =>
    isToday ? <FigureLink figure={figure} title={title} /> : formatNumber(figure.value, language)
}

function Facts({ summary, isToday }: SummaryPreviewProps) {
  const t = useText()
  const language = useLanguage()
  const number = useNumber(isToday)
  const { agreements, programmes, contingent, partners } = summary.overview
  const { changePercent } = contingent.current
  const facts = [
    { title: t('overview:tile.inForce'), figure: agreements.inForce, note: '' },
    { title: t('overview:tile.doubleDegree'), figure: programmes.doubleDegree, note: '' },
    {
      title: t('overview:tile.learners'),
      figure: contingent.current.figure,
      note: changePercent === null ? '' : formatSignedPercent(changePercent / 100, language),
    },
    { title: t('overview:tile.partners'), figure: partners.total, note: '' },
    { title: t('reports:column.countries'), figure: partners.countries, note: '' },
  ]
  return (
    <NumberTable
      title={t('reports:pdf.facts')}
      header={[t('reports:column.indicator'), t('reports:column.value'), t('reports:column.change')]}
      rows={facts.map(({ title, figure, note }) => ({
        key: title,
        cells: [title, number(title, figure), note],
      }))}
    />
  )
}

function YearTable({ summary: { doubleDegree } }: Pick<SummaryPreviewProps, 'summary'>) {
  const t = useText()
  const cells = useComparisonCells()
  const year = academicYearLabel(doubleDegree.academicYear)
  const titlesOf = (what: string): string[] => [
    `${what}, ${year}`,
    `${what}, ${academicYearLabel(doubleDegree.academicYear - 1)}`,
    t('reports:column.changeOf', { what }),
  ]
  const rows = levels.map((level) => {
    const name = t(`programmes:levels.${level}`)
    return {
      key: level,
      cells: [
        name,
        ...cells(name, doubleDegree.programmesByLevel[level]),
        ...cells(name, doubleDegree.contingentByLevel[level]),
      ],
    }
  })
  const total = t('overview:total')
  return (
    <NumberTable
      title={t('reports:pdf.year', { year })}
      header={[
        t('reports:column.level'),
        ...titlesOf(t('reports:column.programmes')),
        ...titlesOf(t('reports:column.learners')),
      ]}
      rows={[
        ...rows,
        {
          key: 'total',
          cells: [total, ...cells(total, doubleDegree.programmes), ...cells(total, doubleDegree.contingent)],
          isTotal: true,
        },
      ]}
    />
  )
}

function Statuses({ summary, isToday }: SummaryPreviewProps) {
  const t = useText()
  const number = useNumber(isToday)
  const { byStatus, declarative } = summary.overview.agreements
  return (
    <NumberTable
      title={t('overview:section.agreements')}
      header={[t('reports:column.status'), t('reports:column.value')]}
      rows={[
        ...byStatus.map(({ status, figure }) => {
          const title = t(`agreements:status.${status}`)
          return { key: status, cells: [title, number(title, figure)] }
        }),
        {
          key: 'declarative',
          cells: [t('overview:declarative'), number(t('overview:declarative'), declarative)],
        },
      ]}
    />
  )
}
