import { foldText } from './fold.ts'
import { ENGLISH_MONTHS, KAZAKH_MONTHS } from './months.ts'

/** Stems of the Russian months in every case; the two of May have no common one. */
const RUSSIAN_STEMS: readonly (readonly string[])[] = [
  ['январ'],
  ['феврал'],
  ['март'],
  ['апрел'],
  ['май', 'мая', 'мае'],
  ['июн'],
  ['июл'],
  ['август'],
  ['сентябр'],
  ['октябр'],
  ['ноябр'],
  ['декабр'],
]

const RUSSIAN_SHORT = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
const KAZAKH_SHORT = ['қаң', 'ақп', 'нау', 'сәу', 'мам', 'мау', 'шіл', 'там', 'қыр', 'қаз', 'қар', 'жел']

/** Kazakh letters as they are typed on a Russian keyboard: «желтоксан» for «желтоқсан». */
const russianKeys: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
}

function loosely(word: string): string {
  return foldText(word).replaceAll(/[әғқңөұүһі]/gu, (letter) => russianKeys[letter] ?? letter)
}

type MonthWords = { stems: readonly string[]; short: readonly string[] }

const cyrillicMonths: readonly MonthWords[] = KAZAKH_MONTHS.map((kazakh, index) => ({
  stems: [kazakh, ...(RUSSIAN_STEMS[index] ?? [])].map(loosely),
  short: [KAZAKH_SHORT[index] ?? kazakh, RUSSIAN_SHORT[index] ?? '', index === 8 ? 'сент' : '']
    .filter((word) => word !== '')
    .map(loosely),
}))

const englishMonths = ENGLISH_MONTHS.map((name) => name.toLowerCase())

function englishMonth(word: string): number {
  if (word === 'sept') return 8
  return englishMonths.findIndex((name) => name === word || name.slice(0, 3) === word)
}

function cyrillicMonth(word: string): number {
  const loose = loosely(word)
  return cyrillicMonths.findIndex(
    ({ stems, short }) => short.includes(loose) || stems.some((stem) => loose.startsWith(stem)),
  )
}

/**
 * The month (1 to 12) that a word names, full or short, in Kazakh, Russian or English and in any case; null for others.
 * Purely Latin words are read as English, so that "may" is not taken for «мау».
 */
export function monthFromWord(word: string): number | null {
  const lower = word.toLowerCase()
  const index = /^[a-z]+$/u.test(lower) ? englishMonth(lower) : /\d/u.test(lower) ? -1 : cyrillicMonth(lower)
  return index < 0 ? null : index + 1
}
