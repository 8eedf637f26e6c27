import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareText, sortKey } from './collate.ts'
import { type Language, languages } from './record.ts'

const KAZAKH = 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ'

const sorted = (texts: string[], language: Language): string[] => texts.toSorted(compareText(language))

const letters = (alphabet: string, extra = ' 0123456789'): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet + extra)), maxLength: 12 })

/** Names as registers hold them: three scripts, quotes, accents, numbers. */
const anyName = fc.oneof(
  letters(KAZAKH + KAZAKH.toLowerCase()),
  letters('abcXYZéüłñß'),
  letters('«»"’-.,№()'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

describe('the Kazakh order', () => {
  it('is the order of the alphabet', () => {
    const alphabet = Array.from(KAZAKH)
    expect(sorted(alphabet.toReversed(), 'kk')).toEqual(alphabet)
  })

  it('sorts words by their Kazakh letters', () => {
    const words = [
      'Алматы',
      'Әдеп',
      'Баян',
      'Ғылым',
      'Дала',
      'Қазақ',
      'Қала',
      'Ұстаз',
      'Үкімет',
      'Фото',
      'Ілім',
    ]
    expect(sorted(words.toReversed(), 'kk')).toEqual(words)
  })

  it('puts Latin after Cyrillic', () => {
    expect(sorted(['Astana IT', 'Яссауи университеті', 'ҚазҰУ'], 'kk')).toEqual([
      'ҚазҰУ',
      'Яссауи университеті',
      'Astana IT',
    ])
  })
})

describe('every order', () => {
  it('puts numbers in the order of their values', () => {
    for (const language of languages) {
      expect(sorted(['№ 10', '№ 9', '№ 100', '№ 09'], language)).toEqual(['№ 09', '№ 9', '№ 10', '№ 100'])
    }
  })

  it('does not let quotation marks move a name', () => {
    expect(sorted(['Болашақ', '«Арман»', 'Жас'], 'kk')).toEqual(['«Арман»', 'Болашақ', 'Жас'])
  })

  it('puts words before longer ones that begin with them, and small letters before capitals', () => {
    expect(sorted(['шартнама', 'Шарт', 'шарт', 'шарт жоба'], 'kk')).toEqual([
      'шарт',
      'Шарт',
      'шарт жоба',
      'шартнама',
    ])
  })

  it('is a total order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), anyName, anyName, anyName, (language, a, b, c) => {
        const compare = compareText(language)
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0)
        expect(compare(a, b) === 0).toBe(a === b)
        const isChain = compare(a, b) <= 0 && compare(b, c) <= 0
        expect(!isChain || compare(a, c) <= 0).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('is that of its sort keys, also when a database compares their bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), anyName, anyName, (language, a, b) => {
        const [keyA, keyB] = [sortKey(a, language), sortKey(b, language)]
        const byText = keyA < keyB ? -1 : keyA > keyB ? 1 : 0
        expect(Math.sign(compareText(language)(a, b))).toBe(byText)
        expect(Math.sign(compareBytes(keyA, keyB))).toBe(byText)
      }),
      { numRuns: 3000 },
    )
  })
})

/** Compares as a database does that keeps texts as UTF-8. */
function compareBytes(textA: string, textB: string): number {
  const [a, b] = [new TextEncoder().encode(textA), new TextEncoder().encode(textB)]
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

describe('the Russian and English orders', () => {
  it.each([
    ['ru', letters('абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВЁЯ')],
    ['en', letters('abcdefghijklmnopqrstuvwxyzABCXYZ')],
  ] as const)('of %s agree with the Unicode collation', (language, words) => {
    const unicode = new Intl.Collator(language, { numeric: true })
    fc.assert(
      fc.property(words, words, (a, b) => {
        // Spaces at the ends and leading zeros are ours to order: the Unicode collation calls such numbers equal.
        fc.pre([a, b].every((text) => !/^\s|\s$|\s\s|(?<!\d)0\d/u.test(text)))
        const expected = Math.sign(unicode.compare(a, b))
        expect([0, Math.sign(compareText(language)(a, b))]).toContain(expected)
      }),
      { numRuns: 3000 },
    )
  })

  it('put Ё with Е in Russian', () => {
    expect(sorted(['ёж', 'еда', 'ель', 'жук'], 'ru')).toEqual(['еда', 'ёж', 'ель', 'жук'])
  })

  it('put Cyrillic first in Russian and Latin first in English', () => {
    expect(sorted(['МГУ', 'Oxford'], 'ru')).toEqual(['МГУ', 'Oxford'])
    expect(sorted(['МГУ', 'Oxford'], 'en')).toEqual(['Oxford', 'МГУ'])
  })
})
