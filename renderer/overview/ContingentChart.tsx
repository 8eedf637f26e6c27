import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import type { Overview } from '../../shared/overview/overview.ts'
import { levels } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'

/** Height of the drawing, px; the same as that of its placeholder. */
const height = 190

type ContingentChartProps = {
  readonly trend: Overview['contingent']['trend']
  /** What the columns show, for those who do not see them. */
  readonly inWords: string
}

/** Stacked columns of learners by academic year; what they show is also told in words. */
export function ContingentChart({ trend, inWords }: ContingentChartProps) {
  const t = useText()
  const language = useLanguage()
  const data = trend.map(({ academicYear, byLevel }) => ({
    year: academicYearLabel(academicYear),
    bachelor: byLevel.bachelor.value,
    master: byLevel.master.value,
    doctoral: byLevel.doctoral.value,
  }))
  return (
    <div role="img" aria-label={inWords}>
      <BarChart
        h={height}
        data={data}
        dataKey="year"
        type="stacked"
        series={levels.map((level) => ({
          name: level,
          label: t(`programmes:levels.${level}`),
          color: `var(--qos-level-${level})`,
        }))}
        withLegend
        legendProps={{ verticalAlign: 'top', height: 28, itemSorter: null }}
        withXAxis={false}
        withYAxis={false}
        gridAxis="none"
        maxBarWidth={56}
        valueFormatter={(value) => formatNumber(value, language)}
        barProps={{ isAnimationActive: false }}
        barChartProps={{ margin: { left: 0, right: 0, top: 0, bottom: 0 }, accessibilityLayer: false }}
      />
    </div>
  )
}
