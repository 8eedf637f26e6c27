import type { Translate } from '../../shared/locales/i18n.ts'
import type { LapsingAgreement } from '../../shared/overview/overview.ts'
import { AgreementStatusBadge } from '../agreements/AgreementStatusBadge.tsx'
import { useText } from '../app/i18n.ts'
import { RecordLink } from '../components/RecordLink.tsx'
import classes from './overview.module.css'

/** The agreements that somebody must act on next, each with the days that explain it. */
export function LapsingList({ lapsing }: { readonly lapsing: readonly LapsingAgreement[] }) {
  const t = useText()
  return (
    <ul className={classes.rows}>
      {lapsing.map((row) => {
        const facts = factsOf(t, row)
        return (
          <li key={row.record.id} className={classes.lapsing}>
            <span className={classes.lapsingName}>
              <RecordLink record={row.record}>{row.partnerNames}</RecordLink>
              <span className={classes.quiet}>
                {[row.number, row.title].filter((part) => part !== '').join(', ')}
              </span>
            </span>
            <span className={classes.lapsingFacts}>
              <AgreementStatusBadge status={row.status} />
              <span className={classes.quiet}>{facts.join(' · ')}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** The days that explain the status: a term that renews itself is decided by its notice day, a fixed one by its end. */
function factsOf(t: Translate, row: LapsingAgreement): string[] {
  const { status, endsOn, noticeBy, daysLeft, hasSuccessor } = row
  const facts: string[] = []
  if (noticeBy !== null) facts.push(t('overview:noticeBy', { on: noticeBy }))
  if (endsOn !== null)
    facts.push(t(status === 'renewing' ? 'overview:renewsAfter' : 'overview:endsOn', { on: endsOn }))
  if (status !== 'renewing' && daysLeft !== null) facts.push(t('overview:daysLeft', { count: daysLeft }))
  if (hasSuccessor) facts.push(t('overview:hasSuccessor'))
  return facts
}
