import { nameIn } from '../../../shared/kernel/localized.ts'
import { type Language, languages, type LocalizedText } from '../../../shared/kernel/record.ts'
import { foldForSearch } from '../../../shared/kernel/synonyms.ts'
import { countryName } from '../../../shared/reference/countries.ts'
import type { Partner } from '../../../shared/partners/partner.ts'
import type { RecordCache } from './record-cache.ts'

/**
 * The searchable text of a record: the fold of its title on the first line, then that of everything else.
 * What its partners add comes folded from `partnerWords`.
 */
export function searchableText(title: readonly string[], rest: readonly string[], folded = ''): string {
  return `${foldAll(title)}\n${foldAll(rest)} ${folded}`
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

/** A partner's words are in the texts of all its agreements and programmes: they are folded once per partner. */
const foldedPartners = new WeakMap<Partner, string>()

/** The folded names and country names of partners in every language. */
export function partnerWords(partners: readonly Partner[]): string {
  return partners
    .map((partner) => {
      const known = foldedPartners.get(partner)
      if (known !== undefined) return known
      const folded = foldAll([...inAllLanguages(partner.names), ...countryWords(partner.country)])
      foldedPartners.set(partner, folded)
      return folded
    })
    .join(' ')
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
