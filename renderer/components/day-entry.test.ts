import { describe, expect, it } from 'vitest'
import { readDayEntry } from './day-entry.ts'

const today = '2026-11-22'
const read = (text: string, base = today) => readDayEntry(text, today, { base })

describe('a day as it is typed', () => {
  it.each([
    ['31.12.2027', '2027-12-31'],
    ['31.12.27', '2027-12-31'],
    ['311227', '2027-12-31'],
    ['31122027', '2027-12-31'],
    ['31.12', '2026-12-31'],
    ['2027 ж. 31 желтоқсан', '2027-12-31'],
    ['31 декабря 2027', '2027-12-31'],
    ['31 Dec 2027', '2027-12-31'],
  ])('%s is %s', (text, day) => {
    expect(read(text)).toBe(day)
  })

  it('may be today in each language', () => {
    expect(['бүгін', 'Сегодня', 'today'].map((word) => read(word))).toEqual([today, today, today])
  })

  it('is null when there is no such day', () => {
    expect(['31.02.2027', '29.02.27', 'soon', '', '32'].map((text) => read(text))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})
