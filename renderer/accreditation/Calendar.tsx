import type { CalendarEntry } from '../../shared/accreditation/accreditation.contract.ts'
import { daysBetween, dayOf } from '../../shared/kernel/calendar.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { formatDay } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { RecordLink } from '../components/RecordLink.tsx'
import classes from './accreditation.module.css'
import { stateLooks } from './StateBadge.tsx'

type CalendarProps = { readonly entries: readonly CalendarEntry[]; readonly today: Day }

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** Years ahead of today that the calendar shows at least. */
const yearsAhead = 3

/** Accreditations on a line of years: how long each holds, and from when the next procedure should run. */
export function Calendar({ entries, today }: CalendarProps) {
  const t = useText()
  const language = useLanguage()
  const first = yearOf(today) - 1
  const last = Math.max(yearOf(today) + yearsAhead, ...entries.map(({ endsOn }) => yearOf(endsOn)))
  const from = dayOf(first, 1, 1)
  const length = daysBetween(from, dayOf(last, 12, 31))
  const place = (day: Day): number => Math.min(100, Math.max(0, (daysBetween(from, day) / length) * 100))
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return (
    <div className={classes.calendar}>
      <div className={classes.calendarHead} aria-hidden>
        <span />
        <div className={classes.years}>
          {years.map((year) => (
            <span key={year} style={{ left: `${place(dayOf(year, 1, 1))}%` }}>
              {year}
            </span>
          ))}
        </div>
      </div>
      <ul className={classes.entries} aria-label={t('accreditation:plan.calendar')}>
        {entries.map((entry) => (
          <li key={entry.id} className={classes.entry}>
            <span className={classes.entryName}>
              <RecordLink record={{ entity: 'accreditation', id: entry.id }}>{entry.objectName}</RecordLink>
              <span className={classes.quiet}>
                {t('accreditation:plan.line', {
                  agency: entry.agencyName,
                  endsOn: formatDay(entry.endsOn, language),
                  procedureFrom: formatDay(entry.procedureFrom, language),
                })}
              </span>
            </span>
            <Line entry={entry} place={place} today={today} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type LineProps = {
  readonly entry: CalendarEntry
  readonly place: (day: Day) => number
  readonly today: Day
}

/** The text beside the line says the same; the line itself is a picture of it. */
function Line({ entry, place, today }: LineProps) {
  const start = entry.validFrom === null ? 0 : place(entry.validFrom)
  const end = place(entry.endsOn)
  const lead = Math.max(start, place(entry.procedureFrom))
  return (
    <div className={classes.track} aria-hidden>
      <span
        className={classes.span}
        data-tone={stateLooks[entry.state].tone}
        style={{ left: `${start}%`, width: `${Math.max(0.5, end - start)}%` }}
      />
      <span className={classes.leadSpan} style={{ left: `${lead}%`, width: `${Math.max(0, end - lead)}%` }} />
      <span className={classes.todayMark} style={{ left: `${place(today)}%` }} />
    </div>
  )
}
