import { lastDayOfMonths, lastDayOfYears } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import { foldText } from '../kernel/fold.ts'
import { isPerpetualText, parseDay } from '../kernel/parse-day.ts'
import type { Term } from './agreement.ts'

/** What a register's text says about a term, before the start of the agreement is known. */
export type TermReading =
  | { kind: 'perpetual' }
  | { kind: 'until'; endsOn: Day }
  | { kind: 'length'; months: number }
  /** `until` is the end of the period in which it was written, when one is given. */
  | { kind: 'auto_renewed'; months: number | null; until: Day | null; noticeMonths: number }

const NUMBER_WORDS: readonly (readonly string[])[] = [
  ['один', 'одного', 'бір', 'one'],
  ['два', 'две', 'двух', 'екі', 'two'],
  ['три', 'трех', 'үш', 'three'],
  ['четыре', 'четырех', 'төрт', 'four'],
  ['пять', 'пяти', 'бес', 'five'],
  ['шесть', 'шести', 'алты', 'six'],
  ['семь', 'семи', 'жеті', 'seven'],
  ['восемь', 'восьми', 'сегіз', 'eight'],
  ['девять', 'девяти', 'тоғыз', 'nine'],
  ['десять', 'десяти', 'он', 'ten'],
]

const numberOfWord = new Map(
  NUMBER_WORDS.flatMap((words, index) => words.map((word): [string, number] => [foldText(word), index + 1])),
)

const fold = (words: readonly string[]): string => words.map(foldText).join('|')

const YEARS = fold([
  'г',
  'год',
  'года',
  'годов',
  'годам',
  'лет',
  'летний',
  'ж',
  'жыл',
  'y',
  'year',
  'years',
  'yr',
])
const MONTHS = fold(['мес', 'месяц', 'месяца', 'месяцев', 'ай', 'month', 'months'])
const DAYS = fold(['дн', 'день', 'дня', 'дней', 'күн', 'day', 'days'])
/** Kazakh puts the case on the word: 5 жылға, 5 жылдан, 6 айлық. */
const ENDINGS = '(?:ға|ге|да|дан|дық|лық|дың|дын|нан|га|ды)?'

const LENGTH = new RegExp(
  `(\\d{1,3})(?: \\d{1,2})? (?:(${YEARS})|(${MONTHS})|(${DAYS}))${ENDINGS}(?![\\p{L}\\p{N}])`,
  'gu',
)

/** Words of automatic renewal: автоматическая пролонгация, автоматты түрде ұзартылады, renewed automatically. */
const RENEWAL = new RegExp(
  fold(['автомат', 'пролонг', 'продлева', 'ұзартыл', 'auto', 'renew', 'rollover']),
  'u',
)
const NO_RENEWAL = new RegExp(
  fold(['без пролонг', 'без автомат', 'без продлен', 'ұзартылмай', 'not renew', 'no renew']),
  'u',
)
const NOTICE = new RegExp(
  fold(['уведом', 'предупре', 'извещ', 'ескерт', 'хабарла', 'notice', 'до окончания', 'бұрын']),
  'u',
)

type Length = { months: number; isNotice: boolean }

const DAYS_PER_MONTH = 30

/** Lengths named in the folded text; one that stands beside a word of notice is the notice time. */
function lengthsIn(folded: string): Length[] {
  return [...folded.matchAll(LENGTH)].map((match) => {
    const count = Number(match[1])
    const months = match[2] ? count * 12 : match[3] ? count : Math.ceil(count / DAYS_PER_MONTH)
    const before = folded.slice(0, match.index).split(' ').slice(-4).join(' ')
    const after = folded
      .slice(match.index + match[0].length)
      .split(' ')
      .slice(0, 3)
      .join(' ')
    return { months, isNotice: !match[2] && (NOTICE.test(after) || NOTICE.test(before)) }
  })
}

/** Writes number words as figures and drops a figure's repetition in words: «5 (пять) лет» becomes «5 лет». */
function withFigures(text: string): string {
  const words = foldText(text.replaceAll(/(\d)(?=\p{L})/gu, '$1 ')).split(' ')
  const figures = words.map((word) => numberOfWord.get(word)?.toString() ?? word)
  return figures.filter((word, index) => !(words[index] !== word && figures[index - 1] === word)).join(' ')
}

const DAY_TEXT =
  /\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{4}\s*(?:ж\.?|жылғы|жыл|жылы)\s*\d{1,2}\s*\p{L}{3,}|\d{1,2}\s+\p{L}{3,}\s+\d{4}|\p{L}{3,}\s+\d{1,2},\s*\d{4}/gu

/** The last day that the text names: «с 01.09.2022 по 31.08.2027» ends on the second. */
function lastDayIn(text: string): Day | null {
  const days = [...text.normalize('NFKC').matchAll(DAY_TEXT)].flatMap(([found]) => parseDay(found) ?? [])
  return days.at(-1) ?? null
}

/**
 * Reads what a register writes in its column of terms: «5 лет», «5 жылға», "5 years", «на 3 года с автоматической
 * пролонгацией», «әр 5 жыл сайын автоматты түрде ұзартылады», «бессрочно», «до 31.12.2027». Null when the text says
 * nothing of the kind, or two different lengths, which no single kind of term holds.
 */
export function readTerm(text: string): TermReading | null {
  if (isPerpetualText(text)) return { kind: 'perpetual' }
  const until = lastDayIn(text)
  const figures = withFigures(text.normalize('NFKC').replaceAll(DAY_TEXT, ' '))
  const lengths = lengthsIn(figures)
  const [length, ...others] = new Set(lengths.filter((item) => !item.isNotice).map((item) => item.months))
  if (others.length > 0) return null
  if (RENEWAL.test(figures) && !NO_RENEWAL.test(figures)) {
    const noticeMonths = lengths.find((item) => item.isNotice)?.months ?? 0
    return { kind: 'auto_renewed', months: length ?? null, until, noticeMonths }
  }
  if (until !== null) return { kind: 'until', endsOn: until }
  return length === undefined ? null : { kind: 'length', months: length }
}

/** Whole years from the start to the end of a period; null when it is no whole number of years. */
function yearsBetween(startsOn: Day, endsOn: Day): number | null {
  const years = Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4))
  return [years, years + 1].find((count) => count > 0 && lastDayOfYears(startsOn, count) === endsOn) ?? null
}

function renewedTerm(
  reading: Extract<TermReading, { kind: 'auto_renewed' }>,
  startsOn: Day | null,
): Term | null {
  const { months, until, noticeMonths } = reading
  const stated = months === null ? null : months / 12
  const everyYears = stated ?? (until === null || startsOn === null ? null : yearsBetween(startsOn, until))
  if (everyYears === null || !Number.isInteger(everyYears) || everyYears < 1 || everyYears > 50) return null
  return { kind: 'auto_renewed', everyYears, noticeMonths: Math.min(noticeMonths, 36) }
}

/**
 * Reads a term from a register's text; a length counts from `startsOn`. Null when the text is not understood, the
 * start that it needs is unknown, or an auto-renewed term has no period of whole years.
 */
export function parseTerm(text: string, startsOn: Day | null): Term | null {
  const reading = readTerm(text)
  if (reading === null) return null
  if (reading.kind === 'perpetual') return { kind: 'perpetual' }
  if (reading.kind === 'until') return { kind: 'fixed', endsOn: reading.endsOn }
  if (reading.kind === 'auto_renewed') return renewedTerm(reading, startsOn)
  return startsOn === null || reading.months < 1
    ? null
    : { kind: 'fixed', endsOn: lastDayOfMonths(startsOn, reading.months) }
}
