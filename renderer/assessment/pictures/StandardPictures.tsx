import { Group, SegmentedControl, Title } from '@mantine/core'
import { z } from 'zod'
import { formatDay, formatNumber, formatPercent, formatSignedPercent } from '../../../shared/kernel/format.ts'
import { useText } from '../../app/i18n.ts'
import { useLanguage, useRemembered } from '../../app/preferences.tsx'
import { useToday } from '../../app/today.ts'
import { PictureDrawing } from '../../components/picture/PictureDrawing.tsx'
import { PictureTools, usePictureView } from '../../components/picture/PictureTools.tsx'
import {
  differenceOf,
  drawHeatMap,
  drawRadar,
  scoreIn,
  type StandardSeries,
  standardsIn,
} from './standards-picture.ts'
import classes from '../assessment.module.css'

const kindSchema = z.enum(['radar', 'heat'])

type StandardPicturesProps = {
  /** The chosen picture is remembered under this name. */
  readonly name: string
  /** In the order in which they follow each other; the difference is the last against the first. */
  readonly series: readonly StandardSeries[]
}

/** Scores of standards as radar, heat map or table, for one assessment or several beside each other. */
export function StandardPictures({ name, series }: StandardPicturesProps) {
  const t = useText()
  const on = useToday()
  const language = useLanguage()
  const [kind, setKind] = useRemembered(`${name}-kind`, kindSchema, 'radar')
  const [view, setView] = usePictureView(name)
  const title = t('assessment:picture.title')
  const words = {
    title,
    note: t('assessment:picture.note', { on: formatDay(on, language) }),
    percent: (ratio: number) => formatPercent(ratio, language, 0),
    none: '—',
  }
  const draw = () => (kind === 'radar' ? drawRadar(series, words) : drawHeatMap(series, words))
  return (
    <section className={classes.box} aria-label={title}>
      <Group justify="space-between">
        <Title order={2} size="md">
          {title}
        </Title>
        <Group gap="sm">
          {view === 'table' ? null : (
            <SegmentedControl
              size="xs"
              aria-label={t('assessment:picture.kind')}
              value={kind}
              onChange={(value) => setKind(kindSchema.parse(value))}
              data={kindSchema.options.map((value) => ({ value, label: t(`assessment:picture.${value}`) }))}
            />
          )}
          <PictureTools title={title} view={view} onView={setView} draw={draw} />
        </Group>
      </Group>
      {view === 'table' ? (
        <ScoreTable series={series} title={title} />
      ) : (
        <PictureDrawing picture={draw()} className={classes.drawing} />
      )}
    </section>
  )
}

function ScoreTable({
  series,
  title,
}: {
  readonly series: readonly StandardSeries[]
  readonly title: string
}) {
  const t = useText()
  const language = useLanguage()
  const percent = (score: number | null | undefined) =>
    score === null || score === undefined ? '—' : formatPercent(score, language, 0)
  const isCompared = series.length > 1
  return (
    <table className={classes.scores} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{t('self-evaluation:column.standard')}</th>
          {series.map(({ key, title: of }) => (
            <th key={key} scope="col">
              {of}
            </th>
          ))}
          {isCompared ? (
            <th scope="col">{t('assessment:picture.difference')}</th>
          ) : (
            <th scope="col">{t('self-evaluation:column.assessed')}</th>
          )}
        </tr>
      </thead>
      <tbody>
        {standardsIn(series).map((standard) => {
          const difference = differenceOf(series, standard)
          const own = series[0]?.standards.find((each) => each.standard === standard)
          return (
            <tr key={standard}>
              <th scope="row">{standard}</th>
              {series.map((each) => (
                <td key={each.key}>{percent(scoreIn(each, standard))}</td>
              ))}
              {isCompared ? (
                <td>{difference === null ? '—' : formatSignedPercent(difference, language, 0)}</td>
              ) : (
                <td>
                  {t('assessment:progress.of', {
                    assessed: formatNumber(own?.assessed ?? 0, language),
                    applicable: formatNumber(own?.applicable ?? 0, language),
                  })}
                </td>
              )}
            </tr>
          )
        })}
        <tr>
          <th scope="row">{t('self-evaluation:total')}</th>
          {series.map(({ key, total }) => (
            <td key={key}>{percent(total.score)}</td>
          ))}
          <td />
        </tr>
      </tbody>
    </table>
  )
}
