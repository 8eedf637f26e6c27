import type { Day } from './day.ts'
import { daysInMonth } from './days-in-month.ts'

type DayParts = { year: number; month: number; day: number }

function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/**
 * Days since 1970-01-01 by arithmetic alone: registers compute thousands of terms at once, and `Date` is ten times
 * slower. Years are counted from 1 March, so that the leap day is the last of its year.
 */
function toEpochDays({ year, month, day }: DayParts): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_OFFSET
}

function fromEpochDays(days: number): Day {
  const shifted = days + EPOCH_OFFSET
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month > 2 ? 0 : 1)
  return dayOf(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)
}

/** The Gregorian calendar repeats every 400 years; 1970-01-01 is so many days after 0000-03-01. */
const DAYS_PER_ERA = 146_097
const EPOCH_OFFSET = 719_468

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** Writes a day from its parts; the parts must exist in the calendar. Months count from 1. */
export function dayOf(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

/** The day `count` days later; a negative count goes back. */
export function addDays(day: Day, count: number): Day {
  return fromEpochDays(toEpochDays(partsOf(day)) + count)
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
