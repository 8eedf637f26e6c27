import { checkDay, isRunning } from '../../../shared/actions/action-rules.ts'
import { addMonths, daysBetween } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { UpcomingDeadline } from '../../../shared/overview/overview.ts'
import type { RecordCache } from '../registers/record-cache.ts'

/**
 * The due days of running actions and the days from which finished ones are looked at again, as deadlines of the
 * overview.
 */
export function actionDeadlines(cache: RecordCache, on: Day, months: number): UpcomingDeadline[] {
  const until = addMonths(on, months)
  return [...cache.action.values()].flatMap((action): UpcomingDeadline[] => {
    const isDue = isRunning(action)
    const day = isDue ? action.dueOn : checkDay(action)
    if (day === null || day < on || day > until) return []
    const owner = action.ownerId === null ? undefined : cache.person.get(action.ownerId)
    return [
      {
        kind: isDue ? 'action-due' : 'action-check',
        on: day,
        daysLeft: daysBetween(on, day),
        record: { entity: 'action', id: action.id },
        title: action.title,
        detail: owner?.name ?? '',
      },
    ]
  })
}
