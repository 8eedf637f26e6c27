import type { Language, LocalizedText } from './record.ts'

/** Which language stands in for a missing one: the two languages of the office for each other, English last. */
const fallbackOrder: Record<Language, readonly Language[]> = {
  kk: ['kk', 'ru', 'en'],
  ru: ['ru', 'kk', 'en'],
  en: ['en', 'ru', 'kk'],
}

/** The text in the language, else in the nearest language that has it, else an empty string. */
export function nameIn(names: LocalizedText, language: Language): string {
  for (const candidate of fallbackOrder[language]) {
    if (names[candidate] !== '') return names[candidate]
  }
  return ''
}

/** The languages in which the text is missing, in the order kk, ru, en. */
export function missingLanguages(names: LocalizedText): Language[] {
  return fallbackOrder.kk.filter((language) => names[language].trim() === '')
}
