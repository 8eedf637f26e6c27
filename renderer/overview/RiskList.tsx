import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconFlame } from '@tabler/icons-react'
import type { Risk } from '../../shared/overview/overview.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge } from '../components/StatusBadge.tsx'
import { linkTo } from './selection-link.ts'
import classes from './overview.module.css'

/** What endangers the work, the gravest first; each line opens its records. */
export function RiskList({ risks }: { readonly risks: readonly Risk[] }) {
  const t = useText()
  return (
    <ul className={classes.rows}>
      {risks.map((risk) => {
        const { to, search } = linkTo(risk.figure.selection)
        const isHigh = risk.level === 'high'
        return (
          <li key={risk.kind} className={classes.risk}>
            <StatusBadge
              tone={isHigh ? 'bad' : 'warn'}
              icon={isHigh ? IconFlame : IconAlertTriangle}
              label={t(`overview:riskLevel.${risk.level}`)}
            />
            <span>
              <Link to={to} search={search} className={classes.rowLink} data-figure={risk.figure.value}>
                {t(`overview:risk.${risk.kind}`, { count: risk.figure.value, ...risk.params })}
              </Link>
              {risk.examples.length === 0 ? null : (
                <span className={classes.quiet}>
                  {': '}
                  {risk.examples.join('; ')}
                  {risk.figure.unit === 'records' && risk.figure.value > risk.examples.length ? '…' : ''}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
