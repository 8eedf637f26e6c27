import { describe, expect, it } from 'vitest'
import { named, planSheet } from '../../tests/support/import-plans.ts'
import { readPeriod, readReference } from './read-agreement-cells.ts'
import type { Cell } from './sheet.ts'

describe('number and day of an agreement in one cell', () => {
  it.each([
    ['№ 45 от 12.05.2021', { number: '45', signedOn: '2021-05-12' }],
    ['45-Д от 12 мая 2021 г.', { number: '45-Д', signedOn: '2021-05-12' }],
    ['12.05.2021 ж. № 45', { number: '45', signedOn: '2021-05-12' }],
    ['No. 7/2021 dated 12 May 2021', { number: '7/2021', signedOn: '2021-05-12' }],
    ['Договор № 45', { number: '45' }],
    ['№45', { number: '45' }],
    ['KZ-CN 7', { number: 'KZ-CN 7' }],
    ['б/н', {}],
    ['б/н от 12.05.2021', { signedOn: '2021-05-12' }],
    ['нөмірсіз', {}],
  ])('%j', (text, expected) => {
    expect(readReference(text)).toEqual(expected)
  })
})

describe('a period in one cell', () => {
  it.each([
    ['01.09.2022 – 31.08.2027', ['2022-09-01', '2027-08-31']],
    ['с 1 сентября 2022 г. по 31 августа 2027 г.', ['2022-09-01', '2027-08-31']],
    ['2022-09-01 - 2027-08-31', ['2022-09-01', '2027-08-31']],
    ['до 31.08.2027', null],
    ['31.08.2027 – 01.09.2022', null],
  ])('%j: %j', (text, expected) => {
    expect(readPeriod(text)).toEqual(expected)
  })
})

/** The term of one agreement, or the places of its problems. */
const termOf = (cells: Record<string, Cell>): unknown => {
  const titles = ['Вуз-партнёр', 'Страна', '№ договора', ...Object.keys(cells)]
  const { plan, rows } = planSheet([titles, ['Университет Гранады', 'Испания', '1', ...Object.values(cells)]])
  const change = plan.changes().find(({ entity }) => entity === 'agreement')
  if (change?.entity !== 'agreement') return rows.flatMap(({ problems }) => problems.map(named))
  return change.draft.fields.term
}

describe('the term of a row', () => {
  it.each([
    [
      { 'Дата подписания': '01.09.2022', 'Срок действия': '5 лет' },
      { kind: 'fixed', endsOn: '2027-08-31' },
    ],
    [{ 'Дата подписания': '01.09.2022', 'Срок действия': 'бессрочно' }, { kind: 'perpetual' }],
    [{ 'Дата подписания': '01.09.2022', 'Дата окончания': 'мәңгілік' }, { kind: 'perpetual' }],
    [
      { 'Дата подписания': '01.09.2022', 'Дата окончания': { day: '2027-12-31' } },
      { kind: 'fixed', endsOn: '2027-12-31' },
    ],
    [
      { 'Дата подписания': '01.09.2022', 'Срок действия': '01.10.2022 – 30.09.2027' },
      { kind: 'fixed', endsOn: '2027-09-30' },
    ],
    [
      {
        'Дата подписания': '01.09.2022',
        'Срок действия': '5 лет с автоматической пролонгацией',
        'Срок уведомления': '6 мес.',
      },
      { kind: 'auto_renewed', everyYears: 5, noticeMonths: 6 },
    ],
    [
      {
        'Дата подписания': '01.09.2022',
        'Срок действия': 'с автоматической пролонгацией',
        'Дата окончания': '31.08.2025',
      },
      { kind: 'auto_renewed', everyYears: 3, noticeMonths: 0 },
    ],
    [{ 'Дата подписания': '01.09.2022', 'Срок действия': 'пока не надоест' }, ['4:import-not-a-term']],
    [{ 'Дата подписания': '01.09.2022', 'Срок действия': '2027' }, ['4:import-year-only']],
    [{ 'Срок действия': '5 лет' }, ['3:import-term-start-missing']],
    [{ 'Дата подписания': '31.02.2022', 'Срок действия': '5 лет' }, ['3:import-not-a-date']],
    [
      { 'Дата подписания': '01.09.2022', 'Срок действия': 'автоматическая пролонгация' },
      ['4:import-renewal-period-missing'],
    ],
    [
      { 'Дата подписания': '01.09.2022', 'Срок действия': 'бессрочно', 'Дата окончания': '31.08.2025' },
      ['4:perpetual-with-end'],
    ],
  ])('%j', (cells, expected) => {
    expect(termOf(cells)).toEqual(expected)
  })
})
