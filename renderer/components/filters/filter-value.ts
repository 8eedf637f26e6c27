import { addMonths } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { formatDay } from '../../../shared/kernel/format.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { Translate } from '../../../shared/locales/i18n.ts'
import type { FilterSpec } from './filter-spec.ts'

/** Spans from today on that offices ask for most. */
export const monthSpans = [3, 6, 12] as const

type Words = { readonly t: Translate; readonly language: Language; readonly today: Day }

/** What a filter is set to, in words; null: it leaves everything in. */
export function filterValue<Filter>(spec: FilterSpec<Filter>, filter: Filter, words: Words): string | null {
  switch (spec.kind) {
    case 'set':
      return setValue(spec.selected(filter).map(spec.titleOf))
    case 'days': {
      const { from, to } = spec.selected(filter)
      return from === null && to === null ? null : spanInWords(from, to, words)
    }
    case 'text':
      return spec.selected(filter)
    case 'flag': {
      const value = spec.selected(filter)
      return value === null ? null : value ? spec.yes : spec.no
    }
    case 'choice': {
      const value = spec.selected(filter)
      return value === null ? null : spec.titleOf(value)
    }
    default:
      return spec.selected(filter)
  }
}

function setValue(titles: string[]): string | null {
  if (titles.length === 0) return null
  return titles.length <= 2 ? titles.join(', ') : `${titles.slice(0, 2).join(', ')} +${titles.length - 2}`
}

/** A span of days as people say it: "in the next 6 months", "until 31.12.2026". */
export function spanInWords(from: Day | null, to: Day | null, { t, language, today }: Words): string {
  const months = monthSpans.find((count) => from === today && to === addMonths(today, count))
  if (months !== undefined) return t('common:filter.nextMonths', { count: months })
  if (from !== null && to !== null) {
    return t('common:filter.between', { from: formatDay(from, language), to: formatDay(to, language) })
  }
  if (from !== null) return t('common:filter.since', { day: formatDay(from, language) })
  return to === null ? '' : t('common:filter.until', { day: formatDay(to, language) })
}

/** The change that sets a filter back to leaving everything in. */
export function cleared<Filter>(spec: FilterSpec<Filter>): Partial<Filter> {
  switch (spec.kind) {
    case 'set':
      return spec.change([])
    case 'days':
      return spec.change(null, null)
    case 'flag':
    case 'text':
    case 'choice':
      return spec.change(null)
    default:
      return spec.remove()
  }
}
