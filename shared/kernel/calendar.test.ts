import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  academicYearEnd,
  academicYearLabel,
  academicYearOf,
  academicYearStart,
  addDays,
  addMonths,
  addYears,
  daysBetween,
  lastDayOfMonths,
  lastDayOfYears,
  parseAcademicYear,
} from './calendar.ts'
import { isDay } from './day.ts'
import { daysInMonth } from './days-in-month.ts'

/** Any day of 1950 to 2149, with room to move within the calendar that records know. */
const anyDay = fc.integer({ min: -7305, max: 65_742 }).map((days) => addDays('1970-01-01', days))

const monthsOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

describe('day arithmetic', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s plus %i days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-10-31', 13, '2027-11-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s plus %i months is %s, clamped to the end of the month', (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected)
  })

  it('puts 29 February on 28 February of a year that is not a leap year', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
  })

  it('goes through every day of the calendar as the clock of the computer does', () => {
    let day = '1900-01-01'
    for (let instant = Date.UTC(1900, 0, 1); instant < Date.UTC(2200, 0, 1); instant += 86_400_000) {
      if (day !== new Date(instant).toISOString().slice(0, 10)) break
      day = addDays(day, 1)
    }
    expect(day).toBe('2200-01-01')
    expect(daysBetween('1900-01-01', day)).toBe(109_573)
  })

  it('counts the days that adding has added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -10_000, max: 10_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  it('keeps days comparable as text', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0)
      }),
    )
  })

  it('lands on an existing day of the right month, however many months are added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, count) => {
        const moved = addMonths(day, count)
        expect(isDay(moved)).toBe(true)
        expect(monthsOf(moved)).toBe(monthsOf(day) + count)
        const length = daysInMonth(Number(moved.slice(0, 4)), Number(moved.slice(5, 7)))
        expect(Number(moved.slice(8))).toBe(Math.min(Number(day.slice(8)), length))
      }),
    )
  })
})

describe('the last day of a term', () => {
  it.each([
    ['2022-09-01', 5, '2027-08-31'],
    ['2022-01-01', 1, '2022-12-31'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-28'],
    ['2023-03-01', 1, '2024-02-29'],
  ])('of years from %s for %i is %s', (startsOn, years, expected) => {
    expect(lastDayOfYears(startsOn, years)).toBe(expected)
  })

  it('of one month from 31 January is the last day of February', () => {
    expect(lastDayOfMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(lastDayOfMonths('2026-01-31', 2)).toBe('2026-03-30')
  })

  it('leaves no day between two terms and none in both', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 600 }), (startsOn, months) => {
        const end = lastDayOfMonths(startsOn, months)
        const next = addDays(end, 1)
        expect(next >= addMonths(startsOn, months)).toBe(true)
        expect(daysBetween(addMonths(startsOn, months), next)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('academic years', () => {
  it('begin on 1 September', () => {
    expect(academicYearOf('2021-08-31')).toBe(2020)
    expect(academicYearOf('2021-09-01')).toBe(2021)
    expect(academicYearStart(2021)).toBe('2021-09-01')
    expect(academicYearEnd(2021)).toBe('2022-08-31')
  })

  it('hold each of their days and no other', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const year = academicYearOf(day)
        expect(academicYearStart(year) <= day && day <= academicYearEnd(year)).toBe(true)
        expect(addDays(academicYearEnd(year), 1)).toBe(academicYearStart(year + 1))
      }),
    )
  })

  it('are written with two figures of the second year', () => {
    expect(academicYearLabel(2021)).toBe('2021/22')
    expect(academicYearLabel(1999)).toBe('1999/00')
    expect(academicYearLabel(2008)).toBe('2008/09')
  })

  it('are read back from their label', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        expect(parseAcademicYear(academicYearLabel(year))).toBe(year)
      }),
    )
  })

  it.each([
    ['2021/22', 2021],
    ['2021-2022', 2021],
    [' 2021 / 2022 ', 2021],
    ['2021/2022 оқу жылы', 2021],
    ['2021–2022 уч. год', 2021],
    ['2021-2022 учебный год', 2021],
    ['2021-2022 гг.', 2021],
    ['AY 2021/22', 2021],
    ['2021/22 academic year', 2021],
    ['1999/2000', 1999],
    ['2021', 2021],
    ['2021 г.', 2021],
  ])('are read from «%s»', (text, expected) => {
    expect(parseAcademicYear(text)).toBe(expected)
  })

  it.each(['2021/23', '2022/2021', '21/22', 'оқу жылы', '2021/22 семестр', '1120', '', '31.12.2021'])(
    'are not read from «%s»',
    (text) => {
      expect(parseAcademicYear(text)).toBeNull()
    },
  )
})
