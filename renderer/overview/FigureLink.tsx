import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber } from '../../shared/kernel/format.ts'
import type { Figure } from '../../shared/reports/figure.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { linkTo } from './selection-link.ts'
import classes from './overview.module.css'

type FigureLinkProps = {
  readonly figure: Figure
  /** What is counted, for those who hear the link without its surroundings. */
  readonly title: string
  readonly className?: string | undefined
  /** Shown instead of the number alone. */
  readonly children?: ReactNode
}

/** A number that opens the list of what it counts. */
export function FigureLink({ figure, title, className, children }: FigureLinkProps) {
  const t = useText()
  const value = formatNumber(figure.value, useLanguage())
  const { to, search } = linkTo(figure.selection)
  return (
    <Link
      to={to}
      search={search}
      className={className ?? classes.number}
      aria-label={t('overview:openFigure', { title, value })}
      data-figure={figure.value}
    >
      {children ?? value}
    </Link>
  )
}
