import { addMonths } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'

type Filter = Readonly<Record<string, unknown>>

/** The longest span from today on that counts as relative, months. */
const longestSpan = 24

/**
 * The filter with spans of days that people mean relative to today as words: "in the next 3 months", "already past",
 * "this year". A view that was saved with such a span goes on meaning it. Spans are pairs of `…From` and `…To`.
 */
export function withRelativeDays(filter: Filter, today: Day): Record<string, unknown> {
  const result: Record<string, unknown> = { ...filter }
  for (const key of Object.keys(filter)) {
    if (!key.endsWith('To')) continue
    const start = `${key.slice(0, -2)}From`
    const words = spanInWords(filter[start] ?? null, filter[key], today)
    if (words === null) continue
    result[key] = words.to
    if (words.from !== null) result[start] = words.from
  }
  return result
}

function spanInWords(from: unknown, to: unknown, today: Day): { from: string | null; to: string } | null {
  if (from === null && to === today) return { from: null, to: 'today' }
  const year = today.slice(0, 4)
  if (from === `${year}-01-01` && to === `${year}-12-31`) return { from: 'year-start', to: 'year-end' }
  if (from !== today) return null
  for (let months = 1; months <= longestSpan; months += 1) {
    if (to === addMonths(today, months)) return { from: 'today', to: `today+${months}m` }
  }
  return null
}

/** The filter with the words for days replaced by what they mean today. */
export function withDays(filter: Filter, today: Day): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).map(([key, value]) =>
      /(From|To)$/.test(key) && typeof value === 'string' ? [key, dayOf(value, today)] : [key, value],
    ),
  )
}

function dayOf(word: string, today: Day): string {
  const year = today.slice(0, 4)
  if (word === 'today') return today
  if (word === 'year-start') return `${year}-01-01`
  if (word === 'year-end') return `${year}-12-31`
  const months = /^today\+(\d{1,2})m$/.exec(word)?.[1]
  return months === undefined ? word : addMonths(today, Number(months))
}
