import { statusDetails, inForceFrom, type TermFields } from '../../shared/agreements/terms.ts'
import { daysBetween } from '../../shared/kernel/calendar.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { formatDay, formatPercent } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { statusLooks } from './status-look.ts'
import classes from './term-line.module.css'

/** The term as a line from its first to its last day: how much has passed, and where notice is due. */
export function TermLine({ fields }: { readonly fields: TermFields }) {
  const t = useText()
  const language = useLanguage()
  const today = useToday()
  const from = inForceFrom(fields)
  const { endsOn, noticeBy, status } = statusDetails(fields, today)
  if (from === null || endsOn === null || endsOn <= from) return null
  const place = (day: Day) => Math.min(1, Math.max(0, daysBetween(from, day) / daysBetween(from, endsOn)))
  const passed = place(today)
  return (
    <div className={classes.term}>
      <div
        className={classes.line}
        data-tone={statusLooks[status].tone}
        role="img"
        aria-label={t('agreements:termLine', {
          from: formatDay(from, language),
          to: formatDay(endsOn, language),
          percent: formatPercent(passed, language, 0),
        })}
      >
        <span className={classes.passed} style={{ width: `${passed * 100}%` }} />
        {noticeBy === null || noticeBy < from ? null : (
          <span
            className={classes.notice}
            style={{ left: `${place(noticeBy) * 100}%` }}
            title={t('agreements:hint.notice', { day: formatDay(noticeBy, language) })}
          />
        )}
      </div>
      <div className={classes.days} aria-hidden>
        <span>{formatDay(from, language)}</span>
        <span>{formatDay(endsOn, language)}</span>
      </div>
    </div>
  )
}
