import { academicYearOf, parseAcademicYear } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import { dayFromExcelSerial } from '../kernel/excel-day.ts'
import { parseDay } from '../kernel/parse-day.ts'
import { type Cell, cellText } from './sheet.ts'
import { read, type Reading, unreadable } from './cell-problem.ts'

/** What offices write where they have nothing to say. */
const nothingPattern = /^(?:[-–—_.*/]+|н\/?д|нет данных|нет|жоқ|мәлімет жоқ|n\/?a|none|no data)$/iu

/** Whether the text only says that there is no value. */
export const saysNothing = (text: string): boolean => nothingPattern.test(text.trim())

/** Serial numbers of days between 1950 and 2199; smaller numbers are rather counts or years. */
const serials = { from: 18_264, to: 109_574 }

const isYear = (number: number): boolean => Number.isInteger(number) && number >= 1900 && number < 2200

/** A calendar day: a date cell, a serial number, or text in any of the spellings that `parseDay` knows. */
export function readDay(cell: Cell): Reading<Day> {
  if (cell !== null && typeof cell === 'object') return read(cell.day)
  const text = cellText(cell)
  const number = Number(text)
  const isSerial = number >= serials.from && number <= serials.to
  const day = isSerial ? dayFromExcelSerial(number) : parseDay(text)
  if (day !== null) return read(day)
  return isYear(number)
    ? unreadable('import-year-only', { value: text })
    : unreadable('import-not-a-date', { value: text })
}

/** A whole number of people or things: digits may be spaced, a unit such as «чел.» may follow. */
export function readCount(cell: Cell): Reading<number> {
  const text = cellText(cell)
  const match = /^(\d{1,3}(?:[\s\u00A0\u202F]\d{3})+|\d+)(?:[.,]0+)?\s*(?:\p{L}[\p{L}\s]*\.?)?$/u.exec(text)
  const number = match === null ? Number.NaN : Number((match[1] ?? '').replaceAll(/\s/gu, ''))
  if (!Number.isInteger(number)) return unreadable('import-not-a-number', { value: text })
  return number > 100_000 ? unreadable('import-number-too-large', { value: text }) : read(number)
}

/** The academic year, by the year of its September: `2025/26`, «2025», a date cell. */
export function readAcademicYear(cell: Cell): Reading<number> {
  if (cell !== null && typeof cell === 'object') return read(academicYearOf(cell.day))
  const text = cellText(cell)
  const day = parseDay(text)
  const year = parseAcademicYear(text) ?? (day === null ? null : academicYearOf(day))
  return year !== null && year >= 1990 ? read(year) : unreadable('import-not-a-year', { value: text })
}

/** Text in one line of at most `limit` characters; line breaks become spaces. */
export function readLine(cell: Cell, limit: number): Reading<string> {
  const text = cellText(cell).replaceAll(/\s+/gu, ' ')
  return text.length > limit ? unreadable('import-text-too-long', { limit, length: text.length }) : read(text)
}

/** Text that keeps its line breaks. */
export function readText(cell: Cell, limit: number): Reading<string> {
  const text = cellText(cell)
  return text.length > limit ? unreadable('import-text-too-long', { limit, length: text.length }) : read(text)
}

/** What Excel writes into a cell whose formula failed, or whose date it cannot show. */
export const isCellError = (cell: Cell): boolean =>
  typeof cell === 'string' &&
  /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|#{4,})$|^#{5,}$/.test(cell.trim())

/** Takes back the apostrophe that an export puts before text that a spreadsheet would calculate (OWASP ASVS 5.0: 1.2.10). */
export function withoutGuard(cell: Cell): Cell {
  return typeof cell === 'string' && /^'[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell
}
