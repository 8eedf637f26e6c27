import { describe, expect, it } from 'vitest'
import {
  isCellError,
  readAcademicYear,
  readCount,
  readDay,
  readLine,
  saysNothing,
  withoutGuard,
} from './read-values.ts'
import type { Cell } from './sheet.ts'
import { cellText, columnLetter } from './sheet.ts'

/** The value, or the rule that refuses the cell. */
const given = (reading: ReturnType<typeof readDay | typeof readCount>): unknown =>
  'value' in reading ? reading.value : reading.error.rule

describe('a day in a cell', () => {
  it.each([
    [{ day: '2027-12-31' }, '2027-12-31'],
    [46_752, '2027-12-31'],
    ['46752', '2027-12-31'],
    [46_752.75, '2027-12-31'],
    ['31.12.2027', '2027-12-31'],
    ['31.12.27', '2027-12-31'],
    ['2027-12-31', '2027-12-31'],
    ['2027-12-31 00:00:00', '2027-12-31'],
    ['31 желтоқсан 2027 ж.', '2027-12-31'],
    ['31 декабря 2027 г.', '2027-12-31'],
    ['December 31, 2027', '2027-12-31'],
    ['до 31.12.2027', '2027-12-31'],
    [2027, 'import-year-only'],
    ['2027', 'import-year-only'],
    ['31.02.2027', 'import-not-a-date'],
    ['скоро', 'import-not-a-date'],
    [12, 'import-not-a-date'],
    [true, 'import-not-a-date'],
  ] as [Cell, string][])('%j: %s', (cell, expected) => {
    expect(given(readDay(cell))).toBe(expected)
  })
})

describe('a count in a cell', () => {
  it.each([
    [45, 45],
    ['45', 45],
    ['1 234', 1234],
    ['1\u00A0234', 1234],
    ['45 чел.', 45],
    ['45 адам', 45],
    ['45,0', 45],
    ['0', 0],
    [12.5, 'import-not-a-number'],
    ['-3', 'import-not-a-number'],
    ['много', 'import-not-a-number'],
    ['12/5', 'import-not-a-number'],
    [2_000_000, 'import-number-too-large'],
  ] as [Cell, unknown][])('%j: %s', (cell, expected) => {
    expect(given(readCount(cell))).toBe(expected)
  })
})

describe('an academic year in a cell', () => {
  it.each([
    ['2025/26', 2025],
    ['2025-2026 оқу жылы', 2025],
    [2025, 2025],
    [{ day: '2025-09-01' }, 2025],
    [{ day: '2025-08-31' }, 2024],
    ['2025/27', 'import-not-a-year'],
    ['когда-то', 'import-not-a-year'],
  ] as [Cell, unknown][])('%j: %s', (cell, expected) => {
    expect(given(readAcademicYear(cell))).toBe(expected)
  })
})

describe('a cell', () => {
  it('of one line loses its breaks, and is refused beyond its limit', () => {
    expect(readLine(' а\n б ', 10)).toEqual({ value: 'а б' })
    expect(readLine('абв', 2)).toMatchObject({ error: { rule: 'import-text-too-long' } })
  })

  it.each(['-', '—', 'н/д', 'нет', 'жоқ', 'N/A', '...'])('that says %j says nothing', (text) => {
    expect(saysNothing(text)).toBe(true)
  })

  it('of a failed formula is told from text', () => {
    expect(['#REF!', '#N/A', '#####'].map(isCellError)).toEqual([true, true, true])
    expect(['# 5', 'REF', 5].map(isCellError)).toEqual([false, false, false])
  })

  it('gets back the text that an export guarded with an apostrophe', () => {
    expect(withoutGuard("'=1+1")).toBe('=1+1')
    expect(withoutGuard("'+7 701")).toBe('+7 701')
    expect(withoutGuard("'кавычка'")).toBe("'кавычка'")
    expect(withoutGuard('=1+1')).toBe('=1+1')
  })

  it('is shown as people write it', () => {
    expect([{ day: '2027-12-31' }, 12.5, true, null, ' а '].map(cellText)).toEqual([
      '31.12.2027',
      '12.5',
      'TRUE',
      '',
      'а',
    ])
    expect([0, 25, 26, 255].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'IV'])
  })
})
