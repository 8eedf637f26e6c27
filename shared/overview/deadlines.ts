import { addMonths, daysBetween } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import type { Deadline } from '../ministry/ministry.ts'
import type { AgreementView } from './agreement-view.ts'
import { agreementLabel } from './check-register.ts'
import type { UpcomingDeadline } from './overview.ts'

/** How far ahead deadlines are listed, months, and how many. */
export const horizonMonths = 12
const shown = 40

/**
 * The days of the next twelve months by which something must be done, nearest first: ends of fixed terms, notice days
 * of terms that renew themselves, the ministry's dates (`duties`), and those of other kinds of record (`others`).
 */
export function takeDeadlines(
  views: readonly AgreementView[],
  duties: readonly Deadline[],
  on: Day,
  partnerNames: (view: AgreementView) => string,
  others: readonly UpcomingDeadline[] = [],
): UpcomingDeadline[] {
  const until = addMonths(on, horizonMonths)
  const isAhead = (day: Day | null): day is Day => day !== null && day >= on && day <= until
  const agreements = views.flatMap((view) => {
    const day = view.status === 'expiring' ? view.endsOn : view.status === 'renewing' ? view.noticeBy : null
    if (!isAhead(day)) return []
    const { id } = view.agreement
    return [
      {
        kind: view.status === 'expiring' ? ('agreement-end' as const) : ('agreement-notice' as const),
        on: day,
        daysLeft: daysBetween(on, day),
        record: { entity: 'agreement' as const, id },
        title: partnerNames(view),
        detail: agreementLabel(view.agreement),
      },
    ]
  })
  const ministry = duties
    .filter((duty) => isAhead(duty.on))
    .map((duty) => ({
      kind: 'ministry' as const,
      on: duty.on,
      daysLeft: daysBetween(on, duty.on),
      record: null,
      title: duty.title,
      detail: duty.source,
    }))
  return [...agreements, ...others, ...ministry]
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.title < b.title ? -1 : 1))
    .slice(0, shown)
}
