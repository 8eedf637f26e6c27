import { SegmentedControl } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { z } from 'zod'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import type { Overview } from '../../shared/overview/overview.ts'
import type { Source } from '../../shared/reports/figure.ts'
import { levels } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { useRemembered } from '../app/preferences.tsx'
import { FigureLink } from './FigureLink.tsx'
import { Section } from './Section.tsx'
import classes from './overview.module.css'

const ContingentChart = lazy(async () => ({
  default: (await import('./ContingentChart.tsx')).ContingentChart,
}))

type Trend = Overview['contingent']['trend']
type ContingentTrendProps = { readonly trend: Trend; readonly sources: readonly Source[] }

const viewSchema = z.enum(['chart', 'table'])

/** Learners by academic year and level, as a chart or as a table. */
export function ContingentTrend({ trend, sources }: ContingentTrendProps) {
  const t = useText()
  const [view, setView] = useRemembered('contingent-view', viewSchema, 'chart')
  return (
    <Section
      title={t('overview:section.contingent')}
      source={{ sources, entity: 'cohort' }}
      nothing={trend.length === 0 ? t('overview:noCounts') : undefined}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('overview:view.label')}
          value={view}
          onChange={(value) => setView(viewSchema.parse(value))}
          data={[
            { value: 'chart', label: t('overview:view.chart') },
            { value: 'table', label: t('overview:view.table') },
          ]}
        />
      }
    >
      {view === 'table' ? (
        <TrendTable trend={trend} />
      ) : (
        <div className={classes.chart}>
          <Suspense fallback={<div className={classes.chartSpace} />}>
            <ContingentChart trend={trend} />
          </Suspense>
          <div className={classes.chartYears} style={{ '--years': trend.length }}>
            {trend.map(({ academicYear, total }) => (
              <span key={academicYear}>
                <span className={classes.quiet}>{academicYearLabel(academicYear)}</span>
                <FigureLink figure={total} title={academicYearLabel(academicYear)} />
              </span>
            ))}
          </div>
        </div>
      )}
    </Section>
  )
}

function TrendTable({ trend }: { readonly trend: Trend }) {
  const t = useText()
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('overview:year')}</th>
          {levels.map((level) => (
            <th key={level} scope="col">
              {t(`programmes:levels.${level}`)}
            </th>
          ))}
          <th scope="col">{t('overview:total')}</th>
        </tr>
      </thead>
      <tbody>
        {trend.map(({ academicYear, byLevel, total }) => {
          const year = academicYearLabel(academicYear)
          return (
            <tr key={academicYear}>
              <th scope="row">{year}</th>
              {levels.map((level) => (
                <td key={level}>
                  <FigureLink figure={byLevel[level]} title={`${year}, ${t(`programmes:levels.${level}`)}`} />
                </td>
              ))}
              <td>
                <FigureLink figure={total} title={year} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
