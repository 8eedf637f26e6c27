import type { Day } from './day.ts'
import { ENGLISH_MONTHS, KAZAKH_MONTHS, RUSSIAN_MONTHS } from './months.ts'
import type { Language } from './record.ts'

/** Spaces that do not break a line: an ordinary one, and the thin one that groups digits. */
const NO_BREAK = '\u00A0'
const THIN = '\u202F'
const MINUS = '\u2212'

const monthNames: Record<Language, readonly string[]> = {
  kk: KAZAKH_MONTHS,
  ru: RUSSIAN_MONTHS,
  en: ENGLISH_MONTHS,
}

function splitDay(day: Day): { year: string; month: string; day: string } {
  return { year: day.slice(0, 4), month: day.slice(5, 7), day: day.slice(8, 10) }
}

function monthName(month: string, language: Language): string {
  return monthNames[language][Number(month) - 1] ?? month
}

/** A day in figures: 31.12.2026 in Kazakh and Russian, 31 Dec 2026 in English. */
export function formatDay(day: Day, language: Language): string {
  const parts = splitDay(day)
  if (language !== 'en') return `${parts.day}.${parts.month}.${parts.year}`
  const month = monthName(parts.month, 'en').slice(0, 3)
  return [String(Number(parts.day)), month, parts.year].join(NO_BREAK)
}

/** A day in words: «2026 ж. 31 желтоқсан», «31 декабря 2026 г.», "31 December 2026". */
export function formatDayLong(day: Day, language: Language): string {
  const parts = splitDay(day)
  const month = monthName(parts.month, language)
  const number = String(Number(parts.day))
  if (language === 'kk') return `${parts.year}${NO_BREAK}ж. ${number}${NO_BREAK}${month}`
  if (language === 'ru') return `${number}${NO_BREAK}${month} ${parts.year}${NO_BREAK}г.`
  return `${number}${NO_BREAK}${month} ${parts.year}`
}

/**
 * An instant as day and time of the reader's clock: 31.12.2026, 14:05.
 * `offsetMinutes` is the clock's distance from UTC, east positive; without it the machine's own zone counts.
 */
export function formatInstant(iso: string, language: Language, offsetMinutes?: number): string {
  const instant = new Date(iso)
  const offset = offsetMinutes ?? -instant.getTimezoneOffset()
  const local = new Date(instant.getTime() + offset * 60_000).toISOString()
  return `${formatDay(local.slice(0, 10), language)}, ${local.slice(11, 16)}`
}

/** The shortest decimal notation of a non-negative number, without an exponent. */
function plainDecimal(value: number): { integer: string; fraction: string } {
  const [mantissa = '0', exponentText] = String(value).split('e')
  const [integer = '0', fraction = ''] = mantissa.split('.')
  const exponent = Number(exponentText ?? 0)
  if (exponent >= 0) {
    const digits = fraction.padEnd(exponent, '0')
    return { integer: integer + digits.slice(0, exponent), fraction: digits.slice(exponent) }
  }
  const digits = integer.padStart(1 - exponent, '0')
  return { integer: digits.slice(0, exponent), fraction: digits.slice(exponent) + fraction }
}

/** Rounds half away from zero on the decimal digits that people see, so that 1.005 becomes 1.01. */
function roundDecimal(value: number, digits: number): { integer: string; fraction: string } {
  const { integer, fraction } = plainDecimal(value)
  const kept = fraction.slice(0, digits).padEnd(digits, '0')
  if (Number(fraction[digits] ?? '0') < 5) return { integer, fraction: kept }
  const rounded = (BigInt(integer + kept) + 1n).toString().padStart(digits + 1, '0')
  return {
    integer: rounded.slice(0, rounded.length - digits),
    fraction: rounded.slice(rounded.length - digits),
  }
}

type Digits = { minimum: number; maximum: number }

/** Number without its sign, with the language's groups and decimal mark. */
function formatMagnitude(value: number, language: Language, digits: Digits): string {
  const { integer, fraction } = roundDecimal(Math.abs(value), digits.maximum)
  const grouped = integer
    .replace(/^0+(?=\d)/u, '')
    .replaceAll(/\B(?=(?:\d{3})+$)/gu, language === 'en' ? ',' : THIN)
  let shown = fraction
  while (shown.length > digits.minimum && shown.endsWith('0')) shown = shown.slice(0, -1)
  return shown === '' ? grouped : grouped + (language === 'en' ? '.' : ',') + shown
}

function isZeroAsShown(magnitude: string): boolean {
  return !/[1-9]/u.test(magnitude)
}

function formatSigned(value: number, language: Language, digits: Digits, plus: string): string {
  if (!Number.isFinite(value)) return '—'
  const magnitude = formatMagnitude(value, language, digits)
  if (isZeroAsShown(magnitude)) return magnitude
  return (value < 0 ? MINUS : plus) + magnitude
}

/** A number for reading: 1 234 567,5 (thin spaces) in Kazakh and Russian, 1,234,567.5 in English. At most 3 decimals unless told. */
export function formatNumber(
  value: number,
  language: Language,
  options: { maximumFractionDigits?: number } = {},
): string {
  return formatSigned(value, language, { minimum: 0, maximum: options.maximumFractionDigits ?? 3 }, '')
}

const percentSign = (language: Language): string => (language === 'en' ? '%' : `${NO_BREAK}%`)

/** A ratio as percent with a fixed number of decimals: 0.0616 is «6,2 %», "6.2%". */
export function formatPercent(ratio: number, language: Language, digits = 1): string {
  if (!Number.isFinite(ratio)) return '—'
  return formatSigned(ratio * 100, language, { minimum: digits, maximum: digits }, '') + percentSign(language)
}

/** A change as percent with its sign: «+6,2 %», "−17.4%". */
export function formatSignedPercent(ratio: number, language: Language, digits = 1): string {
  if (!Number.isFinite(ratio)) return '—'
  return (
    formatSigned(ratio * 100, language, { minimum: digits, maximum: digits }, '+') + percentSign(language)
  )
}

const byteUnits: Record<Language, readonly string[]> = {
  kk: ['байт', 'КБ', 'МБ', 'ГБ', 'ТБ'],
  ru: ['байт', 'КБ', 'МБ', 'ГБ', 'ТБ'],
  en: ['bytes', 'KB', 'MB', 'GB', 'TB'],
}

/** Size of a file: 1 KB is 1024 bytes, as the file managers of Windows and Linux count. */
export function formatBytes(bytes: number, language: Language): string {
  const units = byteUnits[language]
  let amount = bytes
  let unit = 0
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024
    unit += 1
  }
  const digits = unit === 0 || amount >= 100 ? 0 : 1
  return `${formatNumber(amount, language, { maximumFractionDigits: digits })}${NO_BREAK}${units[unit] ?? ''}`
}
