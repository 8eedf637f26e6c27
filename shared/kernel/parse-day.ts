import { addDays, addMonths, dayOf, lastDayOfMonths } from './calendar.ts'
import { type Day, isDay } from './day.ts'
import { daysInMonth } from './days-in-month.ts'
import { foldText, joinSpacedLetters } from './fold.ts'
import { monthFromWord } from './month-words.ts'

/** Stems of "without end" as registers write it, folded. */
const perpetualStems: readonly string[] = [
  'бессрочн',
  'б/с',
  'неограничен',
  'не ограничен',
  'срок не ограничен',
  'без срока',
  'без ограничения',
  'мәңгі',
  'мерзімсіз',
  'шектеусіз',
  'шексіз',
  'perpetual',
  'indefinite',
  'unlimited',
  'open-ended',
  'permanent',
  'no end',
  'no expiry',
  'without end',
].map(foldText)

/** Tells whether a text says that a term has no end: «бессрочно», «мәңгілік», "perpetual". */
export function isPerpetualText(text: string): boolean {
  const folded = foldText(text)
  return !/\d/u.test(folded) && perpetualStems.some((stem) => folded.startsWith(stem))
}

/** Years of two digits: 27 is 2027 and 98 is 1998. */
const CENTURY_PIVOT = 70

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length !== 2) return year
  return year < CENTURY_PIVOT ? 2000 + year : 1900 + year
}

function existingDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const text = dayOf(year, month, day)
  return isDay(text) ? text : null
}

const TIME = /[t\s]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:z|[+-]\d{2}:?\d{2})?$/u
const YEAR_FIRST = /^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})$/u
const DAY_FIRST = /^(\d{1,2})\s*([-./\s])\s*(\d{1,2})\s*[-./\s]\s*(\d{4}|\d{2})$/u

/** 31.12.2027, 31/12/27, 2027-12-31. A day and a month that could change places are read day first. */
function readFigures(text: string): Day | null {
  const iso = YEAR_FIRST.exec(text)
  if (iso !== null) return existingDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const match = DAY_FIRST.exec(text)
  if (match === null) return null
  const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] ?? '')]
  // Only slashes are written month first, and only where the other reading is impossible: 12/31/2027.
  if (match[2] === '/' && second > 12) return existingDay(year, first, second)
  return existingDay(year, second, first)
}

/** Words around a day that do not change it: the word for year, and prepositions of a term's ends. */
const FILLER =
  /^(?:г|год|года|году|ж|жыл|жылы|жылғы|жылдың|y|year|с|со|от|до|по|бастап|дейін|from|until|till|to|the|of|on)$/u
const DAY_TOKEN = /^(\d{1,2})(?:-?(?:st|nd|rd|th|го|е|ы|і|шы|ші|ына|іне))?$/u

/** «31 желтоқсан 2027 ж.», «2027 ж. 31 желтоқсан», «31 декабря 2027 г.», "December 31, 2027", "31 Dec 27". */
function readWords(text: string): Day | null {
  const tokens = joinSpacedLetters(text)
    .split(/[\s.,«»"()]+/u)
    .filter((token) => token !== '' && !FILLER.test(token))
  if (tokens.length !== 3) return null
  const months = tokens.map(monthFromWord)
  const month = months.find((found) => found !== null)
  const [first, second] = tokens.filter((_, index) => months[index] === null)
  if (month === undefined || month === null || first === undefined || second === undefined) return null
  const [dayText, yearText] = /^\d{4}$/u.test(first) ? [second, first] : [first, second]
  const day = DAY_TOKEN.exec(dayText)
  if (day === null || !/^(?:\d{4}|\d{2})$/u.test(yearText)) return null
  return existingDay(fullYear(yearText), month, Number(day[1]))
}

function withoutFiller(text: string): string {
  return text
    .split(/\s+/u)
    .filter((word) => !FILLER.test(word.replace(/\.$/u, '')))
    .join(' ')
    .replace(/(\d)\s*(?:г|ж)\.?$/u, '$1')
}

const RELATIVE = /^\+\s*(\d{1,3})\s*(\p{L}+)\.?$/u
const UNIT_WORDS: readonly (readonly [unit: 'day' | 'week' | 'month' | 'year', word: RegExp])[] = [
  ['year', /^(?:y|yr|years?|г|год|года|л|лет|ж|жыл)$/u],
  ['month', /^(?:m|mo|months?|м|мес|месяц|месяца|месяцев|ай)$/u],
  ['week', /^(?:w|weeks?|н|нед|неделя|недели|недель|апта)$/u],
  ['day', /^(?:d|days?|д|дн|день|дня|дней|к|күн)$/u],
]

export type ParseDayOptions = {
  /** The day from which «+5 лет», "+6m" counts; without it such texts are not understood. */
  base?: Day
  /** A count is the length of a term that begins on the base, and the answer its last day: 01.09.2026 +1y is 31.08.2027. */
  asLastDay?: boolean
}

function readRelative(text: string, { base, asLastDay = false }: ParseDayOptions): Day | null {
  const match = RELATIVE.exec(text)
  const unit = UNIT_WORDS.find(([, word]) => word.test(match?.[2] ?? ''))?.[0]
  if (match === null || unit === undefined || base === undefined) return null
  const count = Number(match[1])
  if (count === 0) return base
  const days = unit === 'week' ? count * 7 : count
  if (unit === 'day' || unit === 'week') return addDays(base, asLastDay ? days - 1 : days)
  const months = unit === 'year' ? count * 12 : count
  const day = asLastDay ? lastDayOfMonths(base, months) : addMonths(base, months)
  return isDay(day) ? day : null
}

/**
 * Reads a day as people type it or registers hold it, in any of the three languages: 31.12.2027, 31.12.27, 2027-12-31,
 * 31/12/2027, «31 желтоқсан 2027 ж.», «31 декабря 2027 г.», "December 31, 2027", and with a base "+5y", «+6 ай».
 * Null when the text is none of these or the day does not exist; for «бессрочно» ask `isPerpetualText`.
 */
export function parseDay(text: string, options: ParseDayOptions = {}): Day | null {
  const cleaned = text
    .normalize('NFKC')
    .replaceAll(/[\u00AD\u200B-\u200F\uFEFF]/gu, '')
    .replaceAll(/[–—−]/gu, '-')
    .trim()
    .toLowerCase()
  const figures = withoutFiller(cleaned).replace(TIME, '').trim()
  return readFigures(figures) ?? readWords(cleaned) ?? readRelative(cleaned, options)
}
