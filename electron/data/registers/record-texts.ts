import { nameIn } from '../../../shared/kernel/localized.ts'
import { type Language, languages, type LocalizedText } from '../../../shared/kernel/record.ts'
import { foldForSearch } from '../../../shared/kernel/synonyms.ts'
import { countryName } from '../../../shared/reference/countries.ts'
import type { Partner } from '../../../shared/partners/partner.ts'
import type { RecordCache } from './record-cache.ts'

/** The searchable text of a record: the fold of its title on the first line, then that of everything else. */
export function searchableText(title: readonly string[], rest: readonly string[]): string {
  return `${foldAll(title)}\n${foldAll(rest)}`
}

/** The folded title inside a searchable text. */
export const titleOf = (text: string): string => text.slice(0, text.indexOf('\n'))

/** Each text is folded by itself, so that letters at the seam of two fields are not taken for one spaced word. */
const foldAll = (texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .map(foldForSearch)
    .join(' ')

/** A text in every language that has it. */
export const inAllLanguages = (text: LocalizedText): string[] => languages.map((language) => text[language])

/** The live partners with these ids, in their order, each once. */
export function partnersOf(cache: RecordCache, ids: Iterable<string>): Partner[] {
  return [...new Set(ids)].flatMap((id) => cache.partner.get(id) ?? [])
}

/** Names and country names of partners in every language, for searching. */
export function partnerWords(partners: readonly Partner[]): string[] {
  return partners.flatMap(({ names, country }) => [...inAllLanguages(names), ...countryWords(country)])
}

/** A country's name in every language. */
export const countryWords = (country: string): string[] =>
  country === '' ? [] : languages.map((language) => countryName(country, language))

/** What a register shows of a record's partners. */
export function describePartners(partners: readonly Partner[], language: Language) {
  const countries = [...new Set(partners.map(({ country }) => country))].filter((country) => country !== '')
  return {
    partnerNames: partners.map(({ names }) => nameIn(names, language)).join(', '),
    countries,
    countryNames: countries.map((country) => countryName(country, language)).join(', '),
  }
}
