import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../kernel/record.ts'
import { LEVEL_SEMESTERS } from './credits.ts'
import {
  canonicalFormat,
  deriveFormat,
  formatSemesters,
  parseFormat,
  planFromFormat,
  printFormat,
  type ProgrammeFormat,
} from './format.ts'
import { levels, type StudyPlan } from './programme.ts'

const partnerIds = ['p1', 'p2', 'p3', 'p4']

const years = (...parts: number[]): ProgrammeFormat => ({
  unit: 'year',
  partners: parts.slice(0, -1).map((part) => part * 2),
  home: (parts.at(-1) ?? 0) * 2,
})

const semesters = (...parts: number[]): ProgrammeFormat => ({
  unit: 'semester',
  partners: parts.slice(0, -1),
  home: parts.at(-1) ?? 0,
})

/** Any format that can be written: whole years or semesters, one to four partners, with or without a home part. */
const anyFormat: fc.Arbitrary<ProgrammeFormat> = fc
  .record({
    unit: fc.constantFrom('year' as const, 'semester' as const),
    partners: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
    home: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ unit, partners, home }) =>
    unit === 'year' ? years(...partners, home) : semesters(...partners, home),
  )

describe('reading a format', () => {
  it.each([
    '2+2',
    ' 2 + 2 ',
    '2\u00A0+\u20092',
    '2＋2',
    '«2+2»',
    '2 жыл + 2 жыл',
    '2жыл+2жыл',
    '2 года + 2 года',
    '2г.+2г.',
    '2 years + 2 years',
    '2y+2y',
    '2 + 2 года',
    '2+2 (4 года)',
    '2 года у партнёра + 2 года в своём вузе',
    'серіктес университетте 2 жыл және елдің университетінде 2 жыл',
    '2 years and 2 years',
  ])('«%s» is two years and two years', (text) => {
    expect(parseFormat(text)).toEqual(years(2, 2))
  })

  it.each([
    '1s+3s',
    '1 семестр + 3 семестра',
    '1 сем.+3 сем.',
    '1с+3с',
    '1 семестр + 3 семестр',
    '1 semester + 3 semesters',
    '1+3 сем',
    'серіктес университетте 1 семестр және елдің университетінде 3 семестр',
    '3 семестра дома + 1 семестр у партнёра',
  ])('«%s» is one semester and three', (text) => {
    expect(parseFormat(text)).toEqual(semesters(1, 3))
  })

  it('takes the last part as the home one unless the words say otherwise', () => {
    expect(parseFormat('1+3')).toEqual(years(1, 3))
    expect(parseFormat('3 жыл өз университетінде + 1 жыл серіктесте')).toEqual(years(1, 3))
    expect(parseFormat('1 year at home + 1 year abroad + 2 years at home')).toEqual(years(1, 3))
  })

  it('knows several partners', () => {
    expect(parseFormat('1+1+2')).toEqual(years(1, 1, 2))
    expect(parseFormat('1s+2s+1s')).toEqual(semesters(1, 2, 1))
  })

  it('turns halves of years into semesters', () => {
    expect(parseFormat('1,5+2,5')).toEqual(semesters(3, 5))
    expect(parseFormat('0.5 года + 1.5 года')).toEqual(semesters(1, 3))
  })

  it('reads bare numbers as semesters where the level has no programmes of so many years', () => {
    expect(parseFormat('1+3', 'master')).toEqual(semesters(1, 3))
    expect(parseFormat('2+2', 'master')).toEqual(semesters(2, 2))
    expect(parseFormat('1+1', 'master')).toEqual(years(1, 1))
    expect(parseFormat('2+2', 'bachelor')).toEqual(years(2, 2))
    expect(parseFormat('2 года + 2 года', 'master')).toEqual(years(2, 2))
  })

  it.each(['', '2', '+', '2+', '2+x', 'два+два', '0+4', '2-2', '2+2 человек', '1,3+2', '2 2 + 1', 'C++'])(
    '«%s» is no format',
    (text) => {
      expect(parseFormat(text)).toBeNull()
    },
  )
})

describe('printing a format', () => {
  it('puts the partners first', () => {
    expect(printFormat(years(1, 3))).toBe('1+3')
    expect(printFormat(semesters(1, 3))).toBe('1s+3s')
    expect(printFormat(years(1, 1, 2))).toBe('1+1+2')
  })

  it('writes it in words of each language', () => {
    expect(printFormat(years(1, 3), 'kk')).toBe('1 жыл серіктес университетте + 3 жыл өз университетінде')
    expect(printFormat(semesters(1, 3), 'ru')).toBe('1 семестр у партнёра + 3 семестра в своём вузе')
    expect(printFormat(semesters(2, 5), 'ru')).toBe('2 семестра у партнёра + 5 семестров в своём вузе')
    expect(printFormat(years(1, 3), 'en')).toBe('1 year at the partner + 3 years at home')
  })

  it('is undone by reading, in every language', () => {
    fc.assert(
      fc.property(anyFormat, (format) => {
        expect(parseFormat(printFormat(format))).toEqual(format)
        for (const language of languages) expect(parseFormat(printFormat(format, language))).toEqual(format)
      }),
      { numRuns: 1000 },
    )
  })

  it('is undone by reading with a level whose programmes are as long', () => {
    fc.assert(
      fc.property(anyFormat, fc.constantFrom(...levels), (format, level) => {
        fc.pre(formatSemesters(format) <= LEVEL_SEMESTERS[level].to)
        const canonical = canonicalFormat(format)
        expect(parseFormat(printFormat(canonical), level)).toEqual(canonical)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a plan made from a format', () => {
  it('gives the format back', () => {
    fc.assert(
      fc.property(anyFormat, fc.constantFrom(...levels), (format, level) => {
        const plan = planFromFormat(format, level, partnerIds)
        expect(plan).toHaveLength(formatSemesters(format))
        expect(deriveFormat(plan)).toEqual(canonicalFormat(format))
      }),
      { numRuns: 1000 },
    )
  })

  it('has four semesters here and four there for 2+2', () => {
    const plan = planFromFormat(years(2, 2), 'bachelor', ['p1'])
    expect(plan.map((period) => period.partnerId)).toEqual([null, null, null, null, 'p1', 'p1', 'p1', 'p1'])
    expect(plan.every((period) => period.credits === 30)).toBe(true)
  })

  it('ends at home for a master programme', () => {
    const plan = planFromFormat(semesters(1, 3), 'master', ['p1'])
    expect(plan.map((period) => period.partnerId)).toEqual([null, null, 'p1', null])
  })

  it('is not made without a partner for each part', () => {
    expect(() => planFromFormat(years(1, 1, 2), 'bachelor', ['p1'])).toThrow(RangeError)
  })
})

const hosted = (hosts: (string | null)[]): StudyPlan =>
  hosts.map((partnerId) => ({ partnerId, credits: null, startsOn: null, endsOn: null }))

describe('the format of a plan', () => {
  it('does not depend on the order in which home and partner alternate', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([null, null, null, null, null, null, 'p1', 'p1'], { minLength: 8 }),
        (hosts) => {
          const format = deriveFormat(hosted(hosts))
          expect(format === null ? '' : printFormat(format)).toBe('1+3')
        },
      ),
    )
  })

  it('follows a change of one semester', () => {
    const format = deriveFormat(hosted([null, null, null, 'p1', 'p1', 'p1', 'p1', 'p1']))
    expect(format === null ? '' : printFormat(format)).toBe('5s+3s')
  })

  it('is written in years from four years on', () => {
    expect(deriveFormat(hosted([null, null, 'p1', 'p1']))?.unit).toBe('semester')
    expect(deriveFormat(hosted([null, null, 'p1', 'p1', 'p2', 'p2', null, null]))).toEqual(years(1, 1, 2))
  })

  it('is none without a semester at a partner', () => {
    expect(deriveFormat([])).toBeNull()
    expect(deriveFormat(hosted([null, null]))).toBeNull()
  })
})
