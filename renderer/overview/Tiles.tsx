import { Text } from '@mantine/core'
import { formatSignedPercent } from '../../shared/kernel/format.ts'
import type { Overview } from '../../shared/overview/overview.ts'
import type { Figure } from '../../shared/reports/figure.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { FigureLink } from './FigureLink.tsx'
import classes from './overview.module.css'

/** The main numbers at the head of the overview. */
export function Tiles({ overview }: { readonly overview: Overview }) {
  const t = useText()
  const language = useLanguage()
  const { agreements, programmes, contingent, partners } = overview
  const { changePercent } = contingent.current
  return (
    <div className={classes.tiles}>
      <Tile
        title={t('overview:tile.inForce')}
        figure={agreements.inForce}
        detail={t('overview:tile.ofTotal', { total: agreements.total.value })}
      />
      <Tile
        title={t('overview:tile.doubleDegree')}
        figure={programmes.doubleDegree}
        detail={t('overview:tile.running', { total: programmes.running.value })}
      />
      <Tile
        title={t('overview:tile.learners')}
        figure={contingent.current.figure}
        detail={
          changePercent === null
            ? t('overview:tile.noLastYear')
            : t('overview:tile.change', { change: formatSignedPercent(changePercent / 100, language) })
        }
      />
      <Tile
        title={t('overview:tile.partners')}
        figure={partners.total}
        detail={t('overview:tile.countries', { total: partners.countries.value })}
      />
    </div>
  )
}

type TileProps = { readonly title: string; readonly figure: Figure; readonly detail: string }

function Tile({ title, figure, detail }: TileProps) {
  return (
    <div className={classes.tile}>
      <Text c="dimmed">{title}</Text>
      <FigureLink figure={figure} title={title} className={classes.tileNumber} />
      <Text size="xs" c="dimmed">
        {detail}
      </Text>
    </div>
  )
}
