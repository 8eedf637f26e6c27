import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from './calendar.ts'
import { isDay } from './day.ts'
import { dayFromExcelSerial } from './excel-day.ts'
import { formatDay, formatDayLong } from './format.ts'
import { monthFromWord } from './month-words.ts'
import { isPerpetualText, parseDay } from './parse-day.ts'
import { languages } from './record.ts'

const anyDay = fc.integer({ min: 0, max: 84_005 }).map((days) => addDays('1970-01-01', days))

describe('days as people write them', () => {
  it.each([
    '31.12.2027',
    '31.12.27',
    ' 31 . 12 . 2027 г.',
    '2027-12-31',
    '2027.12.31',
    '31/12/2027',
    '12/31/2027',
    '31-12-2027',
    '31 12 2027',
    '31.12.2027 00:00:00',
    '2027-12-31T00:00:00.000Z',
    '31 желтоқсан 2027 ж.',
    '2027 ж. 31 желтоқсан',
    '2027 жылғы 31 желтоқсан',
    '2027 жылғы 31 желтоқсанға дейін',
    '31 желтоксан 2027',
    '31 ж е л т о қ с а н 2027 ж.',
    '31 декабря 2027 г.',
    '31 дек. 2027',
    'до 31 декабря 2027 года',
    '«31» декабря 2027 г.',
    '31 Dec 2027',
    '31st of December 2027',
    'December 31, 2027',
    'until 31 Dec 27',
  ])('«%s» is 31 December 2027', (text) => {
    expect(parseDay(text)).toBe('2027-12-31')
  })

  it('reads an ambiguous day and month day first', () => {
    expect(parseDay('03/04/2026')).toBe('2026-04-03')
    expect(parseDay('03.04.26')).toBe('2026-04-03')
  })

  it('reads two figures of a year as 1970 to 2069', () => {
    expect(parseDay('01.09.69')).toBe('2069-09-01')
    expect(parseDay('01.09.98')).toBe('1998-09-01')
  })

  it.each([
    '31.02.2027',
    '31.04.2027',
    '29.02.2027',
    '12.31.2027',
    '00.12.2027',
    '2027',
    '5 лет',
    'желтоқсан 2027',
    '',
    '—',
    '31.12.1899',
    '1.2.3.4',
    '31 foo 2027',
  ])('«%s» is no day', (text) => {
    expect(parseDay(text)).toBeNull()
  })

  it('reads back every day as it is written in the three languages', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...languages), (day, language) => {
        expect(parseDay(formatDay(day, language))).toBe(day)
        expect(parseDay(formatDayLong(day, language))).toBe(day)
        expect(parseDay(day)).toBe(day)
      }),
      { numRuns: 2000 },
    )
  })

  it('never gives a day that does not exist', () => {
    const piece = fc.constantFrom(
      '31',
      '29',
      '02',
      '12',
      '2027',
      '24',
      '.',
      '/',
      '-',
      ' ',
      'мамыр',
      'feb',
      'г.',
    )
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 6 }), (text) => {
        const day = parseDay(text)
        expect(day === null || isDay(day)).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('days counted from another', () => {
  it('add years, months, weeks and days in three languages', () => {
    const base = '2026-08-31'
    expect(parseDay('+5y', { base })).toBe('2031-08-31')
    expect(parseDay('+5 лет', { base })).toBe('2031-08-31')
    expect(parseDay('+6 ай', { base })).toBe('2027-02-28')
    expect(parseDay('+2 нед.', { base })).toBe('2026-09-14')
    expect(parseDay('+30 күн', { base })).toBe('2026-09-30')
  })

  it('give the last day of a term that begins on the base', () => {
    expect(parseDay('+5y', { base: '2026-09-01', asLastDay: true })).toBe('2031-08-31')
    expect(parseDay('+1d', { base: '2026-09-01', asLastDay: true })).toBe('2026-09-01')
  })

  it('are not understood without a base or beyond the calendar', () => {
    expect(parseDay('+5y')).toBeNull()
    expect(parseDay('+999y', { base: '2026-09-01' })).toBeNull()
    expect(parseDay('+5 попугаев', { base: '2026-09-01' })).toBeNull()
  })
})

describe('months', () => {
  it('are known short and in every case', () => {
    expect(
      [
        'қаң',
        'ақпанның',
        'Наурыз',
        'сәу',
        'мая',
        'июнь',
        'июл.'.slice(0, 3),
        'тамыз',
        'sept',
        'октябре',
        'ноя',
        'желтоқсанда',
      ].map(monthFromWord),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it('do not mix up English May and Kazakh маусым', () => {
    expect(monthFromWord('may')).toBe(5)
    expect(monthFromWord('мау')).toBe(6)
    expect(monthFromWord('мам')).toBe(5)
    expect(monthFromWord('mar')).toBe(3)
    expect(monthFromWord('market')).toBeNull()
  })
})

describe('terms without end', () => {
  it.each([
    'бессрочно',
    'Бессрочный',
    'бессрочная',
    'б/с',
    'мәңгілік',
    'мəңгілік',
    'Мерзімсіз',
    'не ограничен',
    'perpetual',
    'Indefinite',
    'unlimited',
  ])('are said by «%s»', (text) => {
    expect(isPerpetualText(text)).toBe(true)
  })

  it.each(['', '5 лет', '31.12.2027', 'срок', 'бессрочно до 31.12.2027', 'мерзімі'])(
    'are not said by «%s»',
    (text) => {
      expect(isPerpetualText(text)).toBe(false)
    },
  )
})

describe('serial numbers of Excel', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [46_752, '2027-12-31'],
    [46_752.75, '2027-12-31'],
  ])('%d of the 1900 system is %s', (serial, day) => {
    expect(dayFromExcelSerial(serial)).toBe(day)
  })

  it('count 1,462 days later in the 1904 system', () => {
    expect(dayFromExcelSerial(0, 1904)).toBe('1904-01-01')
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 100_000 }), (serial) => {
        expect(dayFromExcelSerial(serial, 1904)).toBe(dayFromExcelSerial(serial + 1462))
      }),
    )
  })

  it.each([0, 60, 60.5, -1, 200_000, Number.NaN, Number.POSITIVE_INFINITY])('%d is no day', (serial) => {
    expect(dayFromExcelSerial(serial)).toBeNull()
  })

  it('go on by one a day', () => {
    expect(dayFromExcelSerial(46_753)).toBe(addDays(dayOf(2027, 12, 31), 1))
  })
})
