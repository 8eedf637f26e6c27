/** One part of a format as it was read; amounts in semesters. */
export type FormatPart = { semesters: number; unit: 'year' | 'semester' }

const PLUS_SIGNS = /[+＋﹢➕⁺₊∔]/gu
const YEAR_WORD = /^(?:г|год|года|годов|лет|ж|жж|жыл|жылы|жылдан|жылдық|жылдық|y|yr|yrs|year|years)$/u
const SEMESTER_WORD =
  /^(?:с|сем|семестр|семестра|семестров|семестрлік|s|sem|sems|semester|semesters|term|terms)$/u
/** Words that say where a part is studied; the order of the parts says it already. */
const PLACE_WORDS =
  /^(?:у|в|на|при|и|the|at|in|abroad|home|domestic|partner|partners|university|партнер|партнера|партнеров|партнере|своем|вуз|вузе|дома|казахстане|зарубежом|рубежом|за|серіктес|серіктесте|серіктеске|әріптес|әріптесте|университет|университете|университетте|университетінде|университеті|елде|елдің|үйде|өз|отандық|қазақстанда|шетелде|оқу|жоо|жооның|жоода|1-|обучения|study)$/u

const AMOUNT = /^(\d{1,2})(?:[.,]([05]))?(.*)$/su

type RawPart = { amount: number; unit: FormatPart['unit'] | null }

function unitOf(words: readonly string[]): RawPart['unit'] | 'unknown' {
  let unit: RawPart['unit'] = null
  for (const word of words) {
    if (YEAR_WORD.test(word)) unit ??= 'year'
    else if (SEMESTER_WORD.test(word)) unit ??= 'semester'
    else if (!PLACE_WORDS.test(word)) return 'unknown'
  }
  return unit
}

function readPart(text: string): RawPart | null {
  const match = AMOUNT.exec(text.trim())
  if (match === null) return null
  const amount = Number(match[1]) + (match[2] === '5' ? 0.5 : 0)
  const unit = unitOf((match[3] ?? '').split(/[\s.,()]+/u).filter((word) => word !== ''))
  return unit === 'unknown' ? null : { amount, unit }
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(PLUS_SIGNS, '+')
    .replaceAll('ё', 'е')
    .replace(/^\s*[«"'(]+/u, '')
    .replace(/[»"')]+\s*$/u, '')
}

/**
 * Reads the parts of a format in the order in which they stand; null when the text is anything else.
 * A part without a unit takes the unit of the nearest part that has one, first those after it; without any it is in years.
 */
export function readParts(text: string): FormatPart[] | null {
  const raw = normalise(text).split('+').map(readPart)
  if (raw.length < 2) return null
  const parts: FormatPart[] = []
  for (const [index, part] of raw.entries()) {
    if (part === null) return null
    const stated =
      part.unit ??
      raw.slice(index + 1).find((other) => other?.unit)?.unit ??
      raw.slice(0, index).findLast((other) => other?.unit)?.unit ??
      'year'
    const semesters = stated === 'year' ? part.amount * 2 : part.amount
    if (!Number.isInteger(semesters)) return null
    parts.push({ semesters, unit: stated })
  }
  return parts
}
