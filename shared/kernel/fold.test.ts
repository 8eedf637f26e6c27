import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWords, matchesAllWords } from './fold.ts'
import { foldForSearch, foldQuery } from './synonyms.ts'

describe('folding', () => {
  it.each([
    ['Latin ə in a Kazakh word', 'əл-Фараби', 'әл-Фараби'],
    ['Latin i and h', 'білім қаһарман', 'бiлiм қаhарман'],
    ['Latin capitals in a Cyrillic word', 'ЖОО HАЗАРБАЕВ BУЗ', 'ЖOO НАЗАРБАЕВ ВУЗ'],
    ['Cyrillic letters in a Latin word', 'InCites STEAM', 'InСites STEАM'],
    ['case', 'ҚАЗАҚСТАН', 'қазақстан'],
    ['Ё', 'партнёр', 'партнер'],
    ['accents', 'Université de Kraków Łódź', 'Universite de Krakow Lodz'],
    ['apostrophes', 'Côte d’Ivoire', "Cote d'Ivoire"],
    ['quotation marks', '«Болашақ» “университеті”', 'Болашақ университеті'],
    ['hyphens and dashes', 'университет-партнёр', 'университет – партнер'],
    ['letters with spaces between them', 'Ш е т е л д і к университет', 'Шетелдік университет'],
    ['two spaced words', 'қ о с  д и п л о м д ы', 'қос дипломды'],
    ['a word broken at the end of a line', 'қос диплом-\nдық', 'қос дипломдық'],
    ['soft hyphens', 'универ\u00ADситет', 'университет'],
    ['spaces that look alike', 'қос\u00A0дипломды\u2003білім', 'қос дипломды білім'],
    ['decomposed letters', 'Ёлка й'.normalize('NFD'), 'Елка й'],
    ['dots of an abbreviation', 'U.S.A.', 'USA'],
    ['the spellings of ЖЖОКБҰ', 'ЖЖОКББҰ', 'ЖЖОКБҰ'],
    ['the abbreviations of a double-degree programme', 'ҚБД, ДДП', 'ҚДБ ҚДБ'],
  ])('makes %s the same', (_, a, b) => {
    expect(foldText(a)).toBe(foldText(b))
  })

  it.each([
    ['Й and И', 'май', 'маи'],
    ['Қ and К', 'қала', 'кала'],
    ['Ө and О', 'өт', 'от'],
    ['words and parts of words', 'қос диплом', 'қосдиплом'],
    ['formats', '2+2', '22'],
  ])('keeps %s apart', (_, a, b) => {
    expect(foldText(a)).not.toBe(foldText(b))
  })

  it('changes nothing the second time', () => {
    const pieces = fc.constantFrom(
      'ә',
      'ə',
      'И',
      'i',
      'H',
      'Н',
      'B',
      ' ',
      '  ',
      '\n',
      '-',
      '.',
      "'",
      '«',
      'ё',
      'é',
      'ß',
      '1',
      '+',
    )
    const text = fc.oneof(
      fc.string({ unit: pieces, maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('ҚБД мен ЖЖОКББҰ', 'А. Б. В. Иванов', 'а б  в г  д е'),
    )
    fc.assert(
      fc.property(text, (value) => {
        const folded = foldText(value)
        expect(foldText(folded)).toBe(folded)
        expect(folded).toBe(folded.trim())
      }),
      { numRuns: 5000 },
    )
  })

  it('does not depend on what stands around a word, so that the beginning of a word is found', () => {
    for (const word of ['Cambridge', 'Columbia', 'Қарағанды', 'Назарбаев']) {
      for (let length = 1; length <= word.length; length += 1) {
        expect(foldText(word)).toContain(foldText(word.slice(0, length)))
      }
    }
  })
})

describe('matching of words', () => {
  it('finds every word in any order', () => {
    const folded = foldText('Евразия ұлттық университеті – Sorbonne Université, 2+2')
    expect(matchesAllWords(folded, foldWords('sorbonne ұлттық'))).toBe(true)
    expect(matchesAllWords(folded, foldWords('2+2'))).toBe(true)
    expect(matchesAllWords(folded, foldWords('sorbonne ұлттылық'))).toBe(false)
    expect(foldWords('  —  ')).toEqual([])
  })
})

const finds = (query: string, text: string): boolean => matchesAllWords(foldForSearch(text), foldQuery(query))

describe('search with synonyms', () => {
  it('finds an agreement by any of its words', () => {
    for (const query of ['шарт', 'келісімшарттар', 'келісім', 'келіс']) {
      expect(finds(query, 'Ынтымақтастық туралы келісім № 5')).toBe(true)
    }
    expect(finds('келісім', 'Ынтымақтастық шарты № 5')).toBe(true)
    expect(finds('контракт 5', 'Соглашение № 5')).toBe(true)
  })

  it('finds partners and mobility by both words', () => {
    expect(finds('әріптес', 'серіктес университет')).toBe(true)
    expect(finds('мобильділік', 'академиялық ұтқырлық')).toBe(true)
  })

  it('finds nothing by words of another meaning', () => {
    expect(finds('серіктес', 'Ынтымақтастық шарты')).toBe(false)
    expect(finds('шартты белгі', 'келісім')).toBe(false)
  })
})
