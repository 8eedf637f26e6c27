import type { Language } from '../kernel/record.ts'

type Unit = 'year' | 'semester'

const plurals = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }

const russianUnits: Record<Unit, { one: string; few: string; many: string }> = {
  year: { one: 'год', few: 'года', many: 'лет' },
  semester: { one: 'семестр', few: 'семестра', many: 'семестров' },
}

function amountInWords(amount: number, unit: Unit, language: Language): string {
  if (language === 'kk') return `${amount} ${unit === 'year' ? 'жыл' : 'семестр'}`
  if (language === 'en') return `${amount} ${unit}${plurals.en.select(amount) === 'one' ? '' : 's'}`
  const form = plurals.ru.select(amount)
  const words = russianUnits[unit]
  return `${amount} ${form === 'one' ? words.one : form === 'few' ? words.few : words.many}`
}

const places: Record<Language, { partner: string; home: string }> = {
  kk: { partner: 'серіктес университетте', home: 'өз университетінде' },
  ru: { partner: 'у партнёра', home: 'в своём вузе' },
  en: { partner: 'at the partner', home: 'at home' },
}

/** Shares of a programme in words, the partners' first: «2 жыл серіктес университетте + 2 жыл өз университетінде», "2 years at the partner + 2 years at home". */
export function printLongFormat(
  partners: readonly number[],
  home: number,
  unit: Unit,
  language: Language,
): string {
  const words = places[language]
  const parts = partners.map((amount) => `${amountInWords(amount, unit, language)} ${words.partner}`)
  return [...parts, `${amountInWords(home, unit, language)} ${words.home}`].join(' + ')
}
