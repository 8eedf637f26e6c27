import { Text } from '@mantine/core'
import { IconReportAnalytics } from '@tabler/icons-react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { levels } from '../../shared/programmes/programme.ts'
import { countryName } from '../../shared/reference/countries.ts'
import type { DoubleDegreeReport } from '../../shared/reports/double-degree.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { RecordLink } from '../components/RecordLink.tsx'
import { FigureLink } from '../overview/FigureLink.tsx'
import { SourceLine } from '../overview/SourceLine.tsx'
import { NumberTable, useComparisonCells } from './NumberTable.tsx'
import classes from './reports.module.css'

type PreviewProps = { readonly report: DoubleDegreeReport }

/** The numbers of the double-degree report; each opens the records behind it. */
export function DoubleDegreePreview({ report }: PreviewProps) {
  const t = useText()
  if (report.rows.length === 0) {
    return (
      <EmptyState
        icon={IconReportAnalytics}
        title={t('reports:empty.title')}
        text={t('reports:empty.text')}
      />
    )
  }
  const { value } = report.withoutCohort
  return (
    <>
      <Totals report={report} />
      {value === 0 ? null : (
        <Text mb="md">
          <FigureLink figure={report.withoutCohort} title={t('reports:withoutCohort', { count: value })}>
            {t('reports:withoutCohort', { count: value })}
          </FigureLink>
        </Text>
      )}
      <Formats report={report} />
      <Countries report={report} />
      <Programmes report={report} />
      {report.sources.map(({ entity }) => (
        <SourceLine key={entity} sources={report.sources} entity={entity} />
      ))}
    </>
  )
}

function useYears({ academicYear }: DoubleDegreeReport): string[] {
  const t = useText()
  return [academicYearLabel(academicYear), academicYearLabel(academicYear - 1), t('reports:column.change')]
}

function Totals({ report }: PreviewProps) {
  const t = useText()
  const cells = useComparisonCells()
  const years = useYears(report)
  const learners = t('reports:column.learners')
  const programmes = t('reports:column.programmes')
  const main = [
    { key: 'programmes', title: programmes, comparison: report.programmes },
    ...levels.map((level) => ({
      key: `programmes-${level}`,
      title: `${programmes}: ${t(`programmes:levels.${level}`)}`,
      comparison: report.programmesByLevel[level],
    })),
    { key: 'partners', title: t('reports:column.partners'), comparison: report.partners },
    { key: 'countries', title: t('reports:column.countries'), comparison: report.countries },
    { key: 'learners', title: learners, comparison: report.contingent },
    ...levels.map((level) => ({
      key: `learners-${level}`,
      title: `${learners}: ${t(`programmes:levels.${level}`)}`,
      comparison: report.contingentByLevel[level],
    })),
  ]
  return (
    <NumberTable
      title={t('reports:section.totals')}
      header={[t('reports:column.indicator'), ...years]}
      rows={main.map(({ key, title, comparison }) => ({
        key,
        cells: [title, ...cells(title, comparison)],
        isTotal: !key.includes('-'),
      }))}
    />
  )
}

function Formats({ report }: PreviewProps) {
  const t = useText()
  const cells = useComparisonCells()
  const years = useYears(report)
  return (
    <NumberTable
      title={t('reports:section.formats')}
      header={[t('reports:column.level'), t('reports:column.format'), ...years]}
      textColumns={2}
      rows={report.formats.map(({ level, format, programmes }) => {
        const name = format === '' ? t('overview:withoutFormat') : format
        const title = `${t(`programmes:levels.${level}`)}, ${name}`
        return {
          key: `${level} ${format}`,
          cells: [t(`programmes:levels.${level}`), name, ...cells(title, programmes)],
        }
      })}
    />
  )
}

function Countries({ report }: PreviewProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <NumberTable
      title={t('reports:section.countries')}
      header={[t('reports:column.country'), t('reports:column.partners'), t('reports:column.programmes')]}
      rows={report.byCountry.map(({ country, partners, programmes }) => {
        const name = country === '' ? t('overview:unknownCountry') : countryName(country, language)
        return {
          key: country,
          cells: [
            name,
            <FigureLink
              key="partners"
              figure={partners}
              title={`${name}, ${t('reports:column.partners')}`}
            />,
            <FigureLink
              key="programmes"
              figure={programmes}
              title={`${name}, ${t('reports:column.programmes')}`}
            />,
          ],
        }
      })}
    />
  )
}

/** More than this many programmes are read in the file; the table is a preview. */
const programmesShown = 50

function Programmes({ report }: PreviewProps) {
  const t = useText()
  const language = useLanguage()
  const [now, before] = useYears(report)
  const learners = (count: number | null): string => (count === null ? '—' : formatNumber(count, language))
  const rest = report.rows.length - programmesShown
  return (
    <>
      <NumberTable
        title={t('reports:section.programmes')}
        header={[
          t('reports:column.code'),
          t('reports:column.programme'),
          t('reports:column.format'),
          t('reports:column.partners'),
          now ?? '',
          before ?? '',
        ]}
        textColumns={4}
        rows={report.rows.slice(0, programmesShown).map((row) => ({
          key: row.id,
          cells: [
            row.code,
            <RecordLink key="name" record={{ entity: 'programme', id: row.id }}>
              {nameIn(row.names, language)}
            </RecordLink>,
            row.format === '' ? t('overview:withoutFormat') : row.format,
            row.partners.map((partner) => nameIn(partner.names, language)).join('; '),
            learners(row.contingent),
            learners(row.previousContingent),
          ],
        }))}
      />
      {rest <= 0 ? null : (
        <Text c="dimmed" className={classes.rest}>
          {t('reports:moreProgrammes', { count: rest })}
        </Text>
      )}
    </>
  )
}
