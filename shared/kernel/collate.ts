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
const SPACES = /\s+/gu
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

const alphabets: Record<Language, ReadonlyMap<string, number>> = {
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

/** What a character, or a run of digits or spaces, adds to each level. */
type Weight = { primary: string; secondary: string; tertiary: string }

const PLAIN = '\u0002'
const CAPITAL = '\u0003'

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

function letterWeight(letter: string, table: ReadonlyMap<string, number>): Weight {
  const lower = letter.toLowerCase()
  const isOwn = table.has(lower)
  const bases = isOwn ? lower : (undecomposed[lower] ?? lower.normalize('NFD'))
  let primary = ''
  for (const base of bases) {
    const weight = table.get(base)
    if (weight !== undefined) primary += String.fromCharCode(weight)
    else if (!/\p{M}/u.test(base)) primary += otherWeight(base)
  }
  return {
    primary,
    secondary: isOwn || bases === lower ? PLAIN : lower,
    tertiary: letter === lower ? PLAIN : CAPITAL,
  }
}

const NOTHING: Weight = { primary: '', secondary: '', tertiary: '' }

function characterWeight(character: string, table: ReadonlyMap<string, number>): Weight {
  const code = character.codePointAt(0) ?? 0
  if (SPACE.test(character)) return { ...NOTHING, primary: String.fromCharCode(SPACE_WEIGHT) }
  if (IGNORED.test(character)) return NOTHING
  if (PUNCTUATION.test(character) && code < 0x3000) {
    return { ...NOTHING, primary: String.fromCharCode(PUNCTUATION_BAND + (code % PUNCTUATION_BAND)) }
  }
  return letterWeight(character, table)
}

/** Weights of the characters met so far; texts of a register repeat a few hundred of them. */
const KEPT_CHARACTERS = 5000
const knownWeights: Record<Language, Map<string, Weight>> = { kk: new Map(), ru: new Map(), en: new Map() }

function weightOf(character: string, language: Language): Weight {
  const known = knownWeights[language]
  const found = known.get(character)
  if (found !== undefined) return found
  if (known.size >= KEPT_CHARACTERS) known.clear()
  const weight = characterWeight(character, alphabets[language])
  known.set(character, weight)
  return weight
}

/**
 * A text that sorts, compared as plain text, where the original belongs in the language's alphabet.
 * Kazakh and Russian put Cyrillic before Latin, English the other way; numbers sort by value; capitals after small letters.
 */
export function sortKey(text: string, language: Language): string {
  let primary = ''
  let secondary = ''
  let tertiary = ''
  let digits = ''
  for (const character of `${text.normalize('NFC').trim().replaceAll(SPACES, ' ')}\0`) {
    if (character >= '0' && character <= '9') {
      digits += character
      continue
    }
    if (digits !== '') {
      primary += numberWeight(digits)
      digits = ''
    }
    if (character === '\0') continue
    const weight = weightOf(character, language)
    primary += weight.primary
    secondary += weight.secondary
    tertiary += weight.tertiary
  }
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
