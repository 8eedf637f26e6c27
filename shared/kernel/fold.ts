/**
 * Text as it is compared in search, matching and deduplication. What the person typed is stored as typed; only its
 * fold is compared. Real registers mix Latin letters into Cyrillic words (ə for ә, i for і, H for Н), spell words with
 * spaces between the letters, and know several abbreviations of one term.
 */

/** Latin letters that look like a Cyrillic one in both cases; the fold knows only the Cyrillic one, also in Latin words. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  h: 'һ',
  ə: 'ә',
  ǝ: 'ә',
  ё: 'е',
}

/** Capitals that look alike only as capitals: folded in words that have Cyrillic letters of their own. */
const capitalLookAlikes: Readonly<Record<string, string>> = { B: 'В', H: 'Н' }

/** Latin letters without a decomposition. */
const latinLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/** One abbreviation for each term that has several; the keys are folded. */
const abbreviations: Readonly<Record<string, string>> = {
  жжокббұ: 'жжокбұ',
  қбд: 'қдб',
  ддп: 'қдб',
}

const CYRILLIC = /\p{Script=Cyrillic}/u

function foldCapitals(word: string): string {
  return CYRILLIC.test(word)
    ? word.replaceAll(/[BH]/gu, (letter) => capitalLookAlikes[letter] ?? letter)
    : word
}

/** Removes accents from Latin letters; Й and Ё are letters of their own and stay. */
function withoutAccents(text: string): string {
  return text
    .replaceAll(/[\u00C0-\u024F\u1E00-\u1EFF]/gu, (letter) => letter.normalize('NFD'))
    .replaceAll(/[ıłøđðßæœþ]/gu, (letter) => latinLetters[letter] ?? letter)
    .replaceAll(/\p{M}/gu, '')
}

/** Three or more single letters with one space between each are one word, written letter by letter. */
export function joinSpacedLetters(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}])\p{L}(?: \p{L}){2,}(?![\p{L}\p{N}])/gu, (run) =>
    run.replaceAll(' ', ''),
  )
}

/**
 * Folds a text for comparing: lower case, one script for look-alike letters, no accents, quotes or hyphens, words
 * separated by one space, spaced letters joined, abbreviations of one term made one. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  const letters = withoutAccents(
    text
      .normalize('NFKC')
      .replaceAll(/\u00AD/gu, '')
      .replaceAll(/(\p{L})-\s*\n\s*(?=\p{Ll})/gu, '$1')
      .replaceAll(/[\p{L}\p{M}\p{N}]+/gu, foldCapitals)
      .toLowerCase(),
  ).replaceAll(/[aceikmoptxyhəǝё]/gu, (letter) => lookAlikes[letter] ?? letter)
  const words = letters
    .replaceAll(/['`´‘’ʼʻ]/gu, '')
    .replaceAll(/(?<=(?<![\p{L}\p{N}])\p{L})\.(?=\s*\p{L}(?![\p{L}\p{N}]))/gu, '')
    .replaceAll(/[^\p{L}\p{N}+\s]/gu, ' ')
    .replaceAll(/[^\S ]/gu, ' ')
  const joined = joinSpacedLetters(joinSpacedLetters(words).replaceAll(/ +/gu, ' ').trim())
  return joined
    .split(' ')
    .map((word) => abbreviations[word] ?? word)
    .join(' ')
}

/** The folded words of a text. */
export function foldWords(text: string): string[] {
  const folded = foldText(text)
  return folded === '' ? [] : folded.split(' ')
}

/** Tells whether every (folded) word occurs in the folded text, in any order, also inside longer words. */
export function matchesAllWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word))
}
