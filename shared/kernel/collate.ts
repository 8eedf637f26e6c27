import type { Language } from './record.ts'

/**
 * Sorting of text in the three languages, by a key that compares correctly as plain text. The database sorts by the
 * key and the page by `compareText`, so one way of building it must serve both; `Intl.Collator` gives no key, and
 * Electron has none for Kazakh.
 *
 * A key has four levels, as in the Unicode collation algorithm: letters and the value of numbers; accents; case; and
 * at last the text itself, so that only equal texts are equal.
 */

/** The Kazakh alphabet, 42 letters; Ё stands for itself. */
const KAZAKH_ALPHABET = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'
/** The Russian alphabet with the Kazakh letters beside their nearest; Ё sorts with Е. */
const RUSSIAN_ALPHABET = 'аәбвгғдежзиійкқлмнңоөпрстуүұфхһцчшщъыьэюя'
const LATIN_ALPHABET = 'abcdefghijklmnopqrstuvwxyz'

/** Weights stand in bands of one plane, so that code units and UTF-8 bytes order them alike. */
const LEVEL_END = '\u0001'
const SPACE_WEIGHT = 0x10
const PUNCTUATION_BAND = 0x100
const DIGIT_BAND = 0x400
const FIRST_SCRIPT_BAND = 0x500
const SECOND_SCRIPT_BAND = 0x600
const OTHER_LETTERS = '\u0700'
const OTHER_PLANES = '\u0701'

/** Quotation marks, apostrophes and soft hyphens do not move a name in the list. */
const IGNORED = /["'`´‘’‚‛“”„‟«»‹›ʼʻ\u00AD\u200B-\u200D\uFEFF]/u
const SPACE = /\s/u
const PUNCTUATION = /[\p{P}\p{S}]/u

function alphabetWeights(language: Language): ReadonlyMap<string, number> {
  const cyrillic = Array.from(language === 'kk' ? KAZAKH_ALPHABET : RUSSIAN_ALPHABET)
  const latin = Array.from(LATIN_ALPHABET)
  const [first, second] = language === 'en' ? [latin, cyrillic] : [cyrillic, latin]
  return new Map([
    ...first.map((letter, index): [string, number] => [letter, FIRST_SCRIPT_BAND + index]),
    ...second.map((letter, index): [string, number] => [letter, SECOND_SCRIPT_BAND + index]),
  ])
}

const weights: Record<Language, ReadonlyMap<string, number>> = {
  kk: alphabetWeights('kk'),
  ru: alphabetWeights('ru'),
  en: alphabetWeights('en'),
}

/** Latin letters that decomposition does not split into a base letter and a mark. */
const undecomposed: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'ә',
}

type Levels = { primary: string; secondary: string; tertiary: string }

/** A run of digits weighs as its value: first how many digits it has, then the digits. */
function numberWeight(run: string): string {
  const significant = run.replace(/^0+(?=\d)/u, '')
  const length = Math.min(significant.length, 0xff)
  return String.fromCharCode(DIGIT_BAND + length) + significant
}

/** Other scripts follow in the order of their code points. The prefix keeps code units and UTF-8 bytes in one order. */
function otherWeight(character: string): string {
  return (character.length > 1 ? OTHER_PLANES : OTHER_LETTERS) + character
}

function addLetter(levels: Levels, letter: string, table: ReadonlyMap<string, number>): void {
  const lower = letter.toLowerCase()
  const own = table.get(lower)
  const bases = own === undefined ? (undecomposed[lower] ?? lower.normalize('NFD')) : lower
  const mark = own === undefined && bases !== lower ? lower : '\u0002'
  for (const base of bases) {
    const weight = table.get(base)
    if (weight !== undefined) levels.primary += String.fromCharCode(weight)
    else if (!/\p{M}/u.test(base)) levels.primary += otherWeight(base)
  }
  levels.secondary += mark
  levels.tertiary += letter === lower ? '\u0002' : '\u0003'
}

function levelsOf(text: string, language: Language): Levels {
  const levels: Levels = { primary: '', secondary: '', tertiary: '' }
  const table = weights[language]
  for (const [piece] of text
    .normalize('NFC')
    .trim()
    .matchAll(/\d+|\s+|./gsu)) {
    if (/^\d/u.test(piece)) levels.primary += numberWeight(piece)
    else if (SPACE.test(piece)) levels.primary += String.fromCharCode(SPACE_WEIGHT)
    else if (IGNORED.test(piece)) continue
    else if (PUNCTUATION.test(piece) && (piece.codePointAt(0) ?? 0) < 0x3000) {
      levels.primary += String.fromCharCode(
        PUNCTUATION_BAND + ((piece.codePointAt(0) ?? 0) % PUNCTUATION_BAND),
      )
    } else addLetter(levels, piece, table)
  }
  return levels
}

/**
 * A text that sorts, compared as plain text, where the original belongs in the language's alphabet.
 * Kazakh and Russian put Cyrillic before Latin, English the other way; numbers sort by value; capitals after small letters.
 */
export function sortKey(text: string, language: Language): string {
  const { primary, secondary, tertiary } = levelsOf(text, language)
  return [primary, secondary, tertiary, text].join(LEVEL_END)
}

/** Keys of the texts compared lately; a sort asks for each of them many times. */
const KEPT_KEYS = 20_000
const keyCaches: Record<Language, Map<string, string>> = { kk: new Map(), ru: new Map(), en: new Map() }

function cachedKey(text: string, language: Language): string {
  const cache = keyCaches[language]
  const known = cache.get(text)
  if (known !== undefined) return known
  if (cache.size >= KEPT_KEYS) cache.clear()
  const key = sortKey(text, language)
  cache.set(text, key)
  return key
}

function compareIn(language: Language): (a: string, b: string) => number {
  return (a, b) => {
    if (a === b) return 0
    return cachedKey(a, language) < cachedKey(b, language) ? -1 : 1
  }
}

const comparers = { kk: compareIn('kk'), ru: compareIn('ru'), en: compareIn('en') }

/** The order of two texts in the language: a total order, the same as that of `sortKey`. */
export function compareText(language: Language): (a: string, b: string) => number {
  return comparers[language]
}
