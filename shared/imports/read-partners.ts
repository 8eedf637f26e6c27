import { foldText } from '../kernel/fold.ts'
import type { Language, LocalizedText } from '../kernel/record.ts'
import { findCountry } from '../reference/countries.ts'

/** One university as a cell names it, with what stands beside the name in brackets or after a comma. */
export type NamedPartner = { names: LocalizedText; country: string | null; city: string }

/** Beginnings, folded, of the words that make a name that of a university. */
const headWords = [
  'университет',
  'институт',
  'академи',
  'консерватори',
  'колледж',
  'школ',
  'вуз',
  'мектеп',
  'жоғары',
  'university',
  'universi',
  'institut',
  'academ',
  'college',
  'school',
  'polytech',
  'politec',
  'ecole',
  'hochschule',
  'uczelnia',
].map(foldText)

/** Whether the text names a university by its kind. */
export function namesUniversity(text: string): boolean {
  return foldText(text)
    .split(' ')
    .some((word) => headWords.some((head) => word.startsWith(head)))
}

const kazakhLetters = /[әғқңөұүһіӘҒҚҢӨҰҮҺІ]/u
const cyrillic = /\p{Script=Cyrillic}/u
const latin = /[A-Za-z]/u

/** The language that a name is written in, by its letters; Latin ə and i inside Cyrillic words count as Kazakh letters. */
export function languageOf(text: string): Language {
  if (!cyrillic.test(text)) return 'en'
  if (kazakhLetters.test(text) || /ə/u.test(text)) return 'kk'
  return /\p{Script=Cyrillic}[ih]|[ih]\p{Script=Cyrillic}/u.test(text) ? 'kk' : 'ru'
}

/** A text as a name in its own language. */
export function named(text: string): LocalizedText {
  return { kk: '', ru: '', en: '', [languageOf(text)]: text }
}

/**
 * Reads the universities that a cell names: one, or several divided by semicolons, line breaks or numbers, or by «и»,
 * «және», "and" between two names of universities. A name in another alphabet after a slash, in brackets or on the
 * next line is the same university's. `isKnown` tells names that are stored whole.
 */
export function readPartners(text: string, isKnown: (folded: string) => boolean): NamedPartner[] {
  const whole = tidy(text)
  if (whole === '') return []
  if (isKnown(foldText(whole))) return [{ names: named(whole), country: null, city: '' }]
  const partners: NamedPartner[] = []
  for (const piece of split(text, isKnown)) {
    const partner = readOne(piece, isKnown)
    const last = partners.at(-1)
    if (last !== undefined && piece.isNextLine && isTranslation(last, partner)) mergeInto(last, partner)
    else partners.push(partner)
  }
  return partners
}

const tidy = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^[\s,;.•·–—-]+/u, '')
    .replace(/[\s,;•·]+$/u, '')

type Piece = { text: string; isNextLine: boolean }

function split(text: string, isKnown: (folded: string) => boolean): Piece[] {
  const pieces: Piece[] = []
  for (const group of text.split(';')) {
    const isNumbered = /(?:^|[\s,])1\s*[.)]\s*\D/u.test(group) && /[\s,]2\s*[.)]\s*\D/u.test(group)
    const lines = isNumbered ? group.split(/(?:^|[\s,])\d{1,2}\s*[.)]\s*(?=\D)/u) : group.split(/\r?\n/u)
    for (const [index, line] of lines.entries()) {
      for (const part of splitByAnd(line.replace(/^\s*\d{1,2}\s*[.)]\s*(?=\p{L})/u, ''), isKnown)) {
        if (tidy(part) !== '') pieces.push({ text: tidy(part), isNextLine: !isNumbered && index > 0 })
      }
    }
  }
  return pieces
}

function splitByAnd(text: string, isKnown: (folded: string) => boolean): string[] {
  if (isKnown(foldText(text))) return [text]
  const parts = text.split(/\s(?:и|және|and|&)\s/iu)
  return parts.length > 1 && parts.every(namesUniversity) ? parts : [text]
}

function readOne({ text }: Piece, isKnown: (folded: string) => boolean): NamedPartner {
  const partner: NamedPartner = { names: { kk: '', ru: '', en: '' }, country: null, city: '' }
  if (isKnown(foldText(text))) return { ...partner, names: named(text) }
  let rest = text
  for (const [whole, inner = ''] of text.matchAll(/\(([^()]*)\)/gu)) {
    if (takeAside(partner, inner.trim())) rest = rest.replace(whole, ' ')
  }
  const parts = rest.split(/\s+\/\s+/u).map(tidy)
  const isBilingual = parts.length > 1 && new Set(parts.map(languageOf)).size === parts.length
  for (const name of isBilingual ? parts : [rest]) {
    const main = takeTail(partner, tidy(name))
    if (main !== '') partner.names[languageOf(main)] = main
  }
  return partner
}

/** Takes what stands in brackets when it is a country, a place or the name in another alphabet. */
function takeAside(partner: NamedPartner, aside: string): boolean {
  const country = aside.length > 2 || /^[A-ZА-ЯӘІҢҒҮҰҚӨҺ]{2,}$/u.test(aside) ? findCountry(aside) : null
  if (country !== null) {
    partner.country = country
    return true
  }
  const pieces = aside.split(',').map((piece) => piece.trim())
  const last = pieces.at(-1) ?? ''
  if (pieces.length === 2 && last.length > 2 && findCountry(last) !== null) {
    partner.country = findCountry(last)
    partner.city = withoutCityMark(pieces[0] ?? '')
    return true
  }
  if (!namesUniversity(aside)) return false
  partner.names[languageOf(aside)] = aside
  return true
}

/** Takes ", г. Пекин, Китай" off the end of a name. */
function takeTail(partner: NamedPartner, name: string): string {
  const pieces = name.split(',').map((piece) => piece.trim())
  const last = pieces.at(-1) ?? ''
  if (pieces.length < 2 || last.length <= 2) return name
  const country = findCountry(last)
  if (country !== null) {
    partner.country ??= country
    pieces.pop()
  }
  if (pieces.length > 1 && isCity(pieces.at(-1) ?? '')) partner.city = withoutCityMark(pieces.pop() ?? '')
  else if (pieces.length > 1 && country !== null && !namesUniversity(pieces.at(-1) ?? ''))
    partner.city = pieces.pop() ?? ''
  return pieces.join(', ')
}

const isCity = (text: string): boolean => /^(?:г\.|гор\.|город\s|қ\.)|(?:\sқ\.|\sқаласы)$/iu.test(text)
const withoutCityMark = (text: string): string =>
  text
    .replace(/^(?:г\.|гор\.|город\s|қ\.)\s*/iu, '')
    .replace(/(?:\sқ\.|\sқаласы)$/iu, '')
    .trim()

/** A second line is the same university in another language when their languages differ and neither has the other's. */
function isTranslation(first: NamedPartner, second: NamedPartner): boolean {
  const languages: Language[] = ['kk', 'ru', 'en']
  const alphabets = (partner: NamedPartner): boolean[] => [
    languages.some((language) => language !== 'en' && partner.names[language] !== ''),
    latin.test(partner.names.en),
  ]
  const [a, b] = [alphabets(first), alphabets(second)]
  return !a.some((has, index) => has && b[index] === true)
}

function mergeInto(target: NamedPartner, other: NamedPartner): void {
  for (const language of ['kk', 'ru', 'en'] as const) {
    if (target.names[language] === '') target.names[language] = other.names[language]
  }
  target.country ??= other.country
  if (target.city === '') target.city = other.city
}
