import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatDay,
  formatDayLong,
  formatInstant,
  formatNumber,
  formatPercent,
  formatSignedPercent,
} from './format.ts'

/** Shows which space stands where: `_` breaks no line, `'` is the thin one. */
const shown = (text: string): string => text.replaceAll('\u00A0', '_').replaceAll('\u202F', "'")

describe('days', () => {
  it('are written in figures in Kazakh and Russian and with a short month in English', () => {
    expect(formatDay('2026-12-31', 'kk')).toBe('31.12.2026')
    expect(formatDay('2026-12-31', 'ru')).toBe('31.12.2026')
    expect(shown(formatDay('2026-12-31', 'en'))).toBe('31_Dec_2026')
  })

  it('are written in words in the order of each language', () => {
    expect(shown(formatDayLong('2026-12-31', 'kk'))).toBe('2026_ж. 31_желтоқсан')
    expect(shown(formatDayLong('2026-12-31', 'ru'))).toBe('31_декабря 2026_г.')
    expect(shown(formatDayLong('2026-12-31', 'en'))).toBe('31_December 2026')
    expect(shown(formatDayLong('2026-05-01', 'kk'))).toBe('2026_ж. 1_мамыр')
  })

  it('read in Kazakh as in the Unicode locale data, which Node has and Electron has not', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf('kk')).toEqual(['kk'])
    const unicode = new Intl.DateTimeFormat('kk', { dateStyle: 'long', timeZone: 'UTC' })
    for (let month = 1; month <= 12; month += 1) {
      const day = `2026-${String(month).padStart(2, '0')}-09`
      expect(formatDayLong(day, 'kk').replaceAll('\u00A0', ' ')).toBe(
        unicode.format(new Date(day)).replaceAll('\u00A0', ' '),
      )
    }
  })

  it('take the reader’s clock for instants', () => {
    expect(formatInstant('2026-12-31T20:30:00.000Z', 'kk', 300)).toBe('01.01.2027, 01:30')
    expect(shown(formatInstant('2026-12-31T20:30:00.000Z', 'en', 0))).toBe('31_Dec_2026, 20:30')
  })
})

describe('numbers', () => {
  it('have thin spaces and a comma in Kazakh and Russian, commas and a point in English', () => {
    expect(shown(formatNumber(1_234_567.5, 'kk'))).toBe("1'234'567,5")
    expect(shown(formatNumber(1_234_567.5, 'ru'))).toBe("1'234'567,5")
    expect(formatNumber(1_234_567.5, 'en')).toBe('1,234,567.5')
    expect(shown(formatNumber(1120, 'kk'))).toBe("1'120")
    expect(formatNumber(999, 'kk')).toBe('999')
  })

  it('round on the figures that people see', () => {
    expect(formatNumber(1.005, 'en', { maximumFractionDigits: 2 })).toBe('1.01')
    expect(formatNumber(0.999, 'en', { maximumFractionDigits: 2 })).toBe('1')
    expect(formatNumber(2.5, 'en', { maximumFractionDigits: 0 })).toBe('3')
    expect(formatNumber(1e21, 'en')).toBe('1,000,000,000,000,000,000,000')
    expect(formatNumber(1e-7, 'en', { maximumFractionDigits: 8 })).toBe('0.0000001')
  })

  it('have a minus sign, and none on a zero', () => {
    expect(formatNumber(-12.5, 'ru')).toBe('−12,5')
    expect(formatNumber(-0.0001, 'ru')).toBe('0')
    expect(formatNumber(-0, 'en')).toBe('0')
    expect(formatNumber(Number.NaN, 'en')).toBe('—')
  })

  it('agree with the Unicode locale data of English for every number', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, digits) => {
          const unicode = new Intl.NumberFormat('en', {
            maximumFractionDigits: digits,
            signDisplay: 'negative',
          })
          expect(formatNumber(value, 'en', { maximumFractionDigits: digits }).replace('−', '-')).toBe(
            unicode.format(value),
          )
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('agree with the Unicode locale data of Kazakh and Russian but for the width of the space', () => {
    for (const language of ['kk', 'ru'] as const) {
      const unicode = new Intl.NumberFormat(language, { maximumFractionDigits: 2, signDisplay: 'negative' })
      for (const value of [0, 7, 1417, -1189.25, 123_456_789.126]) {
        expect(formatNumber(value, language, { maximumFractionDigits: 2 }).replace('−', '-')).toBe(
          unicode.format(value).replaceAll('\u00A0', '\u202F'),
        )
      }
    }
  })
})

describe('percent', () => {
  it('writes the changes of the published contingents', () => {
    expect(shown(formatSignedPercent(1189 / 1120 - 1, 'kk'))).toBe('+6,2_%')
    expect(formatSignedPercent(1281 / 1189 - 1, 'en')).toBe('+7.7%')
    expect(shown(formatSignedPercent(557 / 674 - 1, 'ru'))).toBe('−17,4_%')
  })

  it('keeps its decimals and gives no sign to nothing', () => {
    expect(formatPercent(0.06, 'en')).toBe('6.0%')
    expect(formatPercent(0.06, 'en', 0)).toBe('6%')
    expect(formatSignedPercent(0, 'en')).toBe('0.0%')
    expect(formatSignedPercent(-0.0001, 'en')).toBe('0.0%')
    expect(formatSignedPercent(1 / 0, 'en')).toBe('—')
  })
})

describe('sizes of files', () => {
  it('are given in the unit that people read', () => {
    expect(shown(formatBytes(0, 'en'))).toBe('0_bytes')
    expect(shown(formatBytes(1536, 'ru'))).toBe('1,5_КБ')
    expect(shown(formatBytes(20 * 1024 * 1024, 'kk'))).toBe('20_МБ')
    expect(shown(formatBytes(1023, 'kk'))).toBe("1'023_байт")
  })
})
