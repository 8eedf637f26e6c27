import { lazy, Suspense } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import type { Overview } from '../../shared/overview/overview.ts'
import type { Source } from '../../shared/reports/figure.ts'
import { levels } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { PictureTools, usePictureView } from '../components/picture/PictureTools.tsx'
import { drawContingent } from './contingent-picture.ts'
import { FigureLink } from './FigureLink.tsx'
import { Section } from './Section.tsx'
import { useSourceInWords } from './source-words.ts'
import classes from './overview.module.css'

const ContingentChart = lazy(async () => ({
  default: (await import('./ContingentChart.tsx')).ContingentChart,
}))

type Trend = Overview['contingent']['trend']
type ContingentTrendProps = { readonly trend: Trend; readonly sources: readonly Source[] }

/** Learners by academic year and level, as a chart or as a table. */
export function ContingentTrend({ trend, sources }: ContingentTrendProps) {
  const t = useText()
  const language = useLanguage()
  const [view, setView] = usePictureView('contingent')
  const title = t('overview:section.contingent')
  const inWords = useTrendInWords(trend)
  const note = useSourceInWords({ sources, entity: 'cohort' })
  const draw = () =>
    drawContingent(trend, {
      title,
      description: inWords,
      note: note ?? '',
      level: (level) => t(`programmes:levels.${level}`),
      number: (value) => formatNumber(value, language),
    })
  return (
    <Section
      title={title}
      source={{ sources, entity: 'cohort' }}
      nothing={trend.length === 0 ? t('overview:noCounts') : undefined}
      aside={<PictureTools title={title} view={view} onView={setView} draw={draw} />}
    >
      {view === 'table' ? (
        <TrendTable trend={trend} />
      ) : (
        <div className={classes.chart}>
          <Suspense fallback={<div className={classes.chartSpace} />}>
            <ContingentChart trend={trend} inWords={inWords} />
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

function useTrendInWords(trend: Trend): string {
  const t = useText()
  const years = trend.map(({ academicYear, total, byLevel }) =>
    t('overview:alt.contingentYear', {
      year: academicYearLabel(academicYear),
      total: total.value,
      bachelor: byLevel.bachelor.value,
      master: byLevel.master.value,
      doctoral: byLevel.doctoral.value,
    }),
  )
  return t('overview:alt.contingent', { text: years.join('; ') })
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
