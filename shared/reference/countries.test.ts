import { describe, expect, it } from 'vitest'
import { languages } from '../kernel/record.ts'
import { countryCodes, countryName, findCountry } from './countries.ts'

describe('countries', () => {
  it('have a name in each language', () => {
    expect(countryName('KZ', 'kk')).toBe('Қазақстан')
    expect(countryName('GB', 'kk')).toBe('Ұлыбритания')
    expect(countryName('US', 'kk')).toBe('АҚШ')
    expect(countryName('KR', 'ru')).toBe('Южная Корея')
    expect(countryName('CZ', 'en')).toBe('Czechia')
    for (const code of countryCodes) {
      for (const language of languages)
        expect([code, countryName(code, language).length > 1]).toEqual([code, true])
    }
  })

  it('have Kazakh names without letters of another alphabet', () => {
    for (const code of countryCodes)
      expect(countryName(code, 'kk')).toMatch(/^[\p{Script=Cyrillic}\s’()—-]+$/u)
  })

  it('show an unknown code as it is', () => {
    expect(countryName('ZZ', 'kk')).toBe('ZZ')
    expect(countryName('', 'kk')).toBe('')
  })

  it('are found by every name that they are shown with', () => {
    for (const code of countryCodes) {
      for (const language of languages) {
        const name = countryName(code, language)
        expect([name, findCountry(name)]).toEqual([name, code])
      }
    }
  })

  it.each([
    [
      'US',
      [
        'США',
        'АҚШ',
        'USA',
        'U.S.A.',
        'us',
        'Соединенные Штаты Америки',
        'Америка Құрама Штаттары',
        'the United States',
      ],
    ],
    [
      'GB',
      [
        'Великобритания',
        'Ұлыбритания',
        'UK',
        'U.K.',
        'Англия',
        'Great Britain',
        'Scotland',
        'Соединённое Королевство',
      ],
    ],
    [
      'KR',
      ['Южная Корея', 'Оңтүстік Корея', 'Республика Корея', 'Корея', 'South Korea', 'Republic of Korea'],
    ],
    ['CZ', ['Чехия', 'Чешская Республика', 'Чех Республикасы', 'Czech Republic']],
    ['RU', ['РФ', 'Россия', 'Ресей', 'Российская Федерация', 'Ресей Федерациясы', 'Russia']],
    ['KG', ['Киргизия', 'Кыргызстан', 'Қырғызстан', 'Кыргызская Республика']],
    ['DE', ['Германия', 'ФРГ', 'Deutschland', 'ГЕРМАНИЯ ']],
    ['NL', ['Голландия', 'Нидерланды', 'The Netherlands']],
    ['CN', ['КНР', 'Китай', 'Қытай', 'ҚХР', 'PRC']],
    ['TR', ['Турция', 'Түркия', 'Turkey', 'Türkiye', 'Turkiye']],
    ['AZ', ['Әзірбайжан', 'Əзірбайжан', 'Азербайджан']],
    ['CI', ["Cote d'Ivoire", 'Côte d’Ivoire', 'Кот-д’Ивуар']],
    ['HU', ['Венгрия', 'Мажарстан', 'Hungary']],
  ])('such as %s are found by what offices write', (code, texts) => {
    for (const text of texts) expect([text, findCountry(text)]).toEqual([text, code])
  })

  it.each(['', 'Еуропа', 'Корейский университет', 'X', 'город'])('are not found in «%s»', (text) => {
    expect(findCountry(text)).toBeNull()
  })

  it('tell the two Congos and the two Koreas apart', () => {
    for (const language of languages) {
      expect(countryName('CD', language)).not.toBe(countryName('CG', language))
      expect(countryName('KP', language)).not.toBe(countryName('KR', language))
    }
  })
})
