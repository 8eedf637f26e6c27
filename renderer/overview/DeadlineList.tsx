import { Link } from '@tanstack/react-router'
import { formatDay } from '../../shared/kernel/format.ts'
import type { UpcomingDeadline } from '../../shared/overview/overview.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { RecordLink } from '../components/RecordLink.tsx'
import classes from './overview.module.css'

/** As many as fit beside the other blocks; the calendar of all is the agreements' own list. */
const shown = 10

/** What must be done by when, nearest first. */
export function DeadlineList({ deadlines }: { readonly deadlines: readonly UpcomingDeadline[] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className={classes.rows}>
      {deadlines.slice(0, shown).map((deadline) => (
        <li key={`${deadline.on} ${deadline.title} ${deadline.detail}`} className={classes.deadline}>
          <span className={classes.day}>
            <span className="qos-figures">{formatDay(deadline.on, language)}</span>
            <span className={classes.quiet}>
              {deadline.daysLeft === 0
                ? t('overview:today')
                : t('overview:daysLeft', { count: deadline.daysLeft })}
            </span>
          </span>
          <span>
            {deadline.record === null ? (
              <Link to="/ministry" className={classes.rowLink}>
                {deadline.title}
              </Link>
            ) : (
              <RecordLink record={deadline.record}>{deadline.title}</RecordLink>
            )}
            <span className={classes.quiet}>
              {t(`overview:deadline.${deadline.kind}`)}
              {deadline.detail === '' ? '' : ` · ${deadline.detail}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
