import { describe, expect, it } from 'vitest'
import { readDayEntry } from './day-entry.ts'

const today = '2026-11-22'

describe('a day as it is typed', () => {
  it.each([
    ['31.12.27', '2027-12-31'],
    ['31 желтоқсан 2027 ж.', '2027-12-31'],
    ['311227', '2027-12-31'],
    ['31122027', '2027-12-31'],
    ['31.12', '2026-12-31'],
    ['бүгін', '2026-11-22'],
    ['Сегодня', '2026-11-22'],
    ['+1y', '2027-11-22'],
    ['+6 ай', '2027-05-22'],
  ])('«%s» is %s', (text, day) => {
    expect(readDayEntry(text, today)).toBe(day)
  })

  it.each(['', '32.12', '3112', '31.02', 'ертең', '+1'])('«%s» is no day', (text) => {
    expect(readDayEntry(text, today)).toBeNull()
  })

  it('counts steps from another day', () => {
    expect(readDayEntry('+5 лет', today, { base: '2022-09-01' })).toBe('2027-09-01')
  })

  it('gives the last day of a term that begins there', () => {
    expect(readDayEntry('+5 лет', today, { base: '2022-09-01', asLastDay: true })).toBe('2027-08-31')
    expect(readDayEntry('31.08.2027', today, { base: '2022-09-01', asLastDay: true })).toBe('2027-08-31')
  })
})
