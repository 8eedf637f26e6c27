import type { Level } from './programme.ts'
import { LEVEL_SEMESTERS } from './credits.ts'

/** A format as it was read, in semesters; the partners' parts in the order in which they stand. */
export type FormatReading = { unit: 'year' | 'semester'; partners: number[]; home: number }

type Unit = FormatReading['unit']
type Place = 'partner' | 'home'
/** One part as written: the amount, and what its words say about unit and place. */
type Part = { amount: number; unit: Unit | null; place: Place | null }

const YEAR_WORD = /^(?:г|год|года|годов|лет|ж|жж|жыл|жылы|жылдық|y|yr|yrs|year|years)$/u
const SEMESTER_WORD = /^(?:с|сем|семестр\p{L}*|s|sem|sems|semester|semesters|term|terms)$/u
const PARTNER_WORD =
  /^(?:партнер\p{L}*|зарубеж\p{L}*|рубежом|серіктес\p{L}*|әріптес\p{L}*|шетел\p{L}*|partner|partners|abroad|foreign|host)$/u
const HOME_WORD =
  /^(?:дома|своем|казахстан\p{L}*|отечествен\p{L}*|рк|өз|елде|елдің|отандық|қазақстан\p{L}*|қр|home|domestic|kazakhstan|kz)$/u
/** Words that add nothing: what is studied at is a university, and studied it is. */
const FILLER_WORD =
  /^(?:у|в|на|за|при|at|the|a|in|of|an|обучени\p{L}*|учебы|вуз|вузе|университет\p{L}*|жоо|жооның|жоода|оқу|оқиды|university|study|studies)$/u

const SEPARATORS = /[+＋﹢➕⁺₊∔]|(?<!\p{L})(?:және|и|and|плюс|plus)(?!\p{L})/u
/** A number, alone or with a word glued to it: 2, 1.5, 1s, 3-семестр. */
const AMOUNT_TOKEN = /^(\d{1,2})(?:[.,]([05]))?(?:-?(\p{L}+))?$/u

function normalise(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replaceAll('ə', 'ә')
      // The total that some write after the format: «2+2 (4 года)».
      .replace(/\(\s*(?:всего\s*)?\d+(?:[.,]\d)?\s*\p{L}+\.?\s*\)\s*$/u, '')
      .replaceAll(/(\d)\s*,\s*(?=[05](?!\d))/gu, '$1.')
  )
}

function wordsOf(text: string): string[] {
  return text
    .replaceAll(/(?<!\d)[.,]|[.,](?!\d)/gu, ' ')
    .split(/[\s()«»"'`:;–—]+/u)
    .filter((word) => word !== '')
}

/** Takes one word into the part; false when it belongs to no format. */
function addWord(part: Part, word: string): boolean {
  if (YEAR_WORD.test(word)) part.unit ??= 'year'
  else if (SEMESTER_WORD.test(word)) part.unit ??= 'semester'
  else if (PARTNER_WORD.test(word)) part.place ??= 'partner'
  else if (HOME_WORD.test(word)) part.place ??= 'home'
  else return FILLER_WORD.test(word)
  return true
}

function readPart(text: string): Part | null {
  const words = wordsOf(text)
  const amounts = words.flatMap((word) => {
    const match = AMOUNT_TOKEN.exec(word)
    return match === null ? [] : [match]
  })
  const [amount, ...others] = amounts
  if (amount === undefined || others.length > 0) return null
  const part: Part = { amount: Number(amount[1]) + (amount[2] === '5' ? 0.5 : 0), unit: null, place: null }
  const rest = words.filter((word) => !AMOUNT_TOKEN.test(word))
  const glued = amount[3]
  return [...(glued === undefined ? [] : [glued]), ...rest].every((word) => addWord(part, word)) ? part : null
}

/** The unit of a part that states none: that of the nearest part after it, else before it, else unknown. */
function nearestUnit(parts: readonly Part[], index: number): Unit | null {
  return (
    parts.slice(index).find((part) => part.unit !== null)?.unit ??
    parts.slice(0, index).findLast((part) => part.unit !== null)?.unit ??
    null
  )
}

/**
 * Bare numbers are years. With a level whose programmes are never that long they are semesters: a master programme
 * "1+3" is one semester and three, not four years.
 */
function bareUnit(parts: readonly Part[], level: Level | undefined): Unit {
  if (level === undefined || parts.some((part) => part.unit !== null)) return 'year'
  const total = parts.reduce((sum, part) => sum + part.amount, 0)
  const longest = LEVEL_SEMESTERS[level].to
  return total * 2 > longest && total <= longest ? 'semester' : 'year'
}

/** Which parts are at home: those that say so, else those that do not name the partner, else the last one. */
function homeParts(parts: readonly Part[]): ReadonlySet<number> | null {
  const indexes = [...parts.keys()]
  if (parts.some((part) => part.place === 'home')) {
    return new Set(indexes.filter((index) => parts[index]?.place === 'home'))
  }
  if (parts.every((part) => part.place === null)) return new Set([parts.length - 1])
  const unnamed = indexes.filter((index) => parts[index]?.place === null)
  return unnamed.length === 0 ? null : new Set(unnamed)
}

function readWords(text: string): Part[] | null {
  const parts: Part[] = []
  for (const piece of normalise(text).split(SEPARATORS)) {
    const part = readPart(piece)
    if (part === null) return null
    parts.push(part)
  }
  return parts.length < 2 ? null : parts
}

/** Reads a format; null when the text is anything else. Amounts that are no whole number of semesters are none. */
export function readFormat(text: string, level?: Level): FormatReading | null {
  const parts = readWords(text)
  const atHome = parts === null ? null : homeParts(parts)
  if (parts === null || atHome === null) return null
  const fallback = bareUnit(parts, level)
  const reading: FormatReading = { unit: 'year', partners: [], home: 0 }
  for (const [index, part] of parts.entries()) {
    const unit = part.unit ?? nearestUnit(parts, index) ?? fallback
    const semesters = unit === 'year' ? part.amount * 2 : part.amount
    if (!Number.isInteger(semesters)) return null
    if (unit === 'semester' || semesters % 2 !== 0) reading.unit = 'semester'
    if (atHome.has(index)) reading.home += semesters
    else if (semesters === 0) return null
    else reading.partners.push(semesters)
  }
  return reading.partners.length === 0 ? null : reading
}
