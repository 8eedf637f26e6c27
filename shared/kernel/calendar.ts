import type { Day } from './day.ts'

const MILLISECONDS_PER_DAY = 86_400_000

type DayParts = { year: number; month: number; day: number }

function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

function toEpochDays({ year, month, day }: DayParts): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY
}

/** Writes a day from its parts; the parts must exist in the calendar. Months count from 1. */
export function dayOf(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Number of days in a month of the Gregorian calendar. Months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day `count` days later; a negative count goes back. */
export function addDays(day: Day, count: number): Day {
  return new Date((toEpochDays(partsOf(day)) + count) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10)
}

/** The same day of the month `count` months later; a day that the month lacks becomes its last day. */
export function addMonths(day: Day, count: number): Day {
  const from = partsOf(day)
  const months = from.year * 12 + (from.month - 1) + count
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return dayOf(year, month, Math.min(from.day, daysInMonth(year, month)))
}

/** The same date `count` years later; 29 February becomes 28 February where the year is not a leap year. */
export function addYears(day: Day, count: number): Day {
  return addMonths(day, count * 12)
}

/**
 * The last day of a term of whole months that begins on a day: the day before its anniversary. Where the month of the
 * anniversary lacks the day, its last day is the last of the term, so that no term loses a day: one year from
 * 29.02.2024 lasts to 28.02.2025.
 */
export function lastDayOfMonths(startsOn: Day, months: number): Day {
  const anniversary = addMonths(startsOn, months)
  return anniversary.slice(8) === startsOn.slice(8) ? addDays(anniversary, -1) : anniversary
}

/** The last day of a term of whole years that begins on a day, as `lastDayOfMonths`. */
export function lastDayOfYears(startsOn: Day, years: number): Day {
  return lastDayOfMonths(startsOn, years * 12)
}

/** Days from the first to the second day; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toEpochDays(partsOf(to)) - toEpochDays(partsOf(from))
}

/** The later of two days. */
export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** The earlier of two days. */
export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b
}

/** The month in which an academic year begins in Kazakhstan: September. */
const FIRST_MONTH = 9

/** The academic year of a day, named by the year of its September: 2021-08-31 is 2020, 2021-09-01 is 2021. */
export function academicYearOf(day: Day): number {
  const { year, month } = partsOf(day)
  return month >= FIRST_MONTH ? year : year - 1
}

/** How an academic year is written: 2021 is `2021/22`. */
export function academicYearLabel(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

/** First day of an academic year, 1 September. */
export function academicYearStart(year: number): Day {
  return dayOf(year, FIRST_MONTH, 1)
}

/** Last day of an academic year, 31 August. */
export function academicYearEnd(year: number): Day {
  return dayOf(year + 1, FIRST_MONTH - 1, 31)
}

const ACADEMIC_YEAR = /^(\d{4})(?:\s*[/\\–—-]\s*(\d{4}|\d{2}))?\s*(.*)$/u
const ACADEMIC_YEAR_WORDS =
  /^(?:гг?\.?|жж?\.?|жылдары|(?:оқу|уч(?:ебный|ебного|\.)?|академический|academic|school)\s*(?:жыл(?:ы|ында)?|ж\.|год(?:а|у)?|г\.|year)?)?$/u

/**
 * Reads an academic year as people write it and gives the year of its September, or null.
 * Understands `2021/22`, `2021-2022`, «2021/2022 оқу жылы», «2021–2022 уч. год», "AY 2021/22" and a lone `2021`,
 * which means the year that begins in it.
 */
export function parseAcademicYear(text: string): number | null {
  const cleaned = text
    .trim()
    .toLowerCase()
    .replace(/^(?:ay|academic year)\s+/u, '')
  const match = ACADEMIC_YEAR.exec(cleaned)
  if (match === null || !ACADEMIC_YEAR_WORDS.test((match[3] ?? '').trim())) return null
  const year = Number(match[1])
  if (year < 1900 || year >= 2200) return null
  const second = match[2]
  if (second === undefined) return year
  const following = year + 1
  return Number(second) === (second.length === 4 ? following : following % 100) ? year : null
}
