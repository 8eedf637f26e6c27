import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../shared/kernel/format.ts'
import type { Figure } from '../../shared/reports/figure.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { linkTo } from './selection-link.ts'
import classes from './overview.module.css'

export type BarItem = {
  readonly key: string
  readonly label: string
  /** Heading under which the bar stands; the same for neighbours. */
  readonly group?: string
  readonly figure: Figure
  /** A CSS colour that holds in both themes. */
  readonly colour: string
}

/** Numbers as bars under each other; each bar opens the list of what it counts. */
export function BarList({ items }: { readonly items: readonly BarItem[] }) {
  const longest = Math.max(1, ...items.map((item) => item.figure.value))
  return (
    <ul className={classes.bars}>
      {items.map((item, index) => (
        <li key={item.key}>
          {item.group === undefined || item.group === items[index - 1]?.group ? null : (
            <span className={classes.barGroup}>{item.group}</span>
          )}
          <BarLink item={item} share={item.figure.value / longest} />
        </li>
      ))}
    </ul>
  )
}

function BarLink({ item, share }: { readonly item: BarItem; readonly share: number }) {
  const t = useText()
  const value = formatNumber(item.figure.value, useLanguage())
  const { to, search } = linkTo(item.figure.selection)
  const title = [item.group, item.label].filter((part) => part !== undefined).join(', ')
  return (
    <Link
      to={to}
      search={search}
      className={classes.bar}
      aria-label={t('overview:openFigure', { title, value })}
      data-figure={item.figure.value}
    >
      <span className={classes.barLabel} title={item.label}>
        {item.label}
      </span>
      <span className={classes.barTrack} aria-hidden>
        <span
          className={classes.barFill}
          style={{ '--share': `${(share * 100).toFixed(1)}%`, '--bar-colour': item.colour }}
        />
      </span>
      <span className={classes.barValue}>{value}</span>
    </Link>
  )
}
