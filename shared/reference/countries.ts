import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import kazakh from 'i18n-iso-countries/langs/kk.json' with { type: 'json' }
import russian from 'i18n-iso-countries/langs/ru.json' with { type: 'json' }
import { foldText } from '../kernel/fold.ts'
import type { Language } from '../kernel/record.ts'
import { corrections, variants } from './country-names.ts'

type Names = Readonly<Record<string, string | readonly string[]>>

const sources: Record<Language, Names> = {
  kk: kazakh.countries,
  ru: russian.countries,
  en: english.countries,
}

function sourceNames(code: string, language: Language): readonly string[] {
  const names = sources[language][code]
  return names === undefined ? [] : typeof names === 'string' ? [names] : names
}

/** ISO 3166-1 alpha-2 codes of all countries, in upper case and alphabetic order. */
export const countryCodes: readonly string[] = Object.keys(english.countries).toSorted()

/** Name of a country in the language; the code itself when it is unknown, an empty string when it is empty. */
export function countryName(code: string, language: Language): string {
  return corrections[language][code] ?? sourceNames(code, language)[0] ?? code
}

function namesOf(code: string): string[] {
  const languages: readonly Language[] = ['kk', 'ru', 'en']
  return [
    ...languages.flatMap((language) => [countryName(code, language), ...sourceNames(code, language)]),
    ...(variants[code] ?? []),
  ]
}

function withoutArticles(folded: string): string {
  return folded.replaceAll(/^(?:the|тһе) /gu, '')
}

let byName: Map<string, string> | null = null

/** Folded name → code. Codes come first, then official names, then variants; the first meaning of a name wins. */
function nameIndex(): Map<string, string> {
  if (byName !== null) return byName
  byName = new Map(countryCodes.map((code) => [foldText(code), code]))
  for (const code of countryCodes) {
    for (const name of namesOf(code)) {
      const folded = withoutArticles(foldText(name))
      if (!byName.has(folded)) byName.set(folded, code)
    }
  }
  return byName
}

/** Code of the country that a text names in any of the three languages, by a common variant, abbreviation or its code; else null. */
export function findCountry(text: string): string | null {
  return nameIndex().get(withoutArticles(foldText(text))) ?? null
}
