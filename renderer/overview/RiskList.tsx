import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconFlame } from '@tabler/icons-react'
import type { Risk } from '../../shared/overview/overview.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge } from '../components/StatusBadge.tsx'
import { linkTo } from './selection-link.ts'
import classes from './overview.module.css'

type RiskListProps = {
  readonly risks: readonly Risk[]
  /** False: the lists would show another day than the risks. */
  readonly isLinked?: boolean
}

/** What endangers the work, the gravest first; each line opens its records. */
export function RiskList({ risks, isLinked = true }: RiskListProps) {
  const t = useText()
  return (
    <ul className={classes.rows}>
      {risks.map((risk) => {
        const isHigh = risk.level === 'high'
        return (
          <li key={risk.kind} className={classes.risk}>
            <StatusBadge
              tone={isHigh ? 'bad' : 'warn'}
              icon={isHigh ? IconFlame : IconAlertTriangle}
              label={t(`overview:riskLevel.${risk.level}`)}
            />
            <div>
              <RiskSentence risk={risk} isLinked={isLinked} />
              {risk.examples.length === 0 ? null : (
                <div className={classes.quiet}>
                  {risk.examples.join('; ')}
                  {risk.figure.unit === 'records' && risk.figure.value > risk.examples.length ? '…' : ''}
                </div>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function RiskSentence({ risk, isLinked }: { readonly risk: Risk; readonly isLinked: boolean }) {
  const t = useText()
  const sentence = t(`overview:risk.${risk.kind}`, { count: risk.figure.value, ...risk.params })
  if (!isLinked) return <span>{sentence}</span>
  const { to, search } = linkTo(risk.figure.selection)
  return (
    <Link to={to} search={search} className={classes.rowLink} data-figure={risk.figure.value}>
      {sentence}
    </Link>
  )
}
