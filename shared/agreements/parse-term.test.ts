import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, formatDayLong } from '../kernel/format.ts'
import { languages } from '../kernel/record.ts'
import { parseTerm, readTerm } from './parse-term.ts'

const START = '2022-09-01'

describe('terms in registers', () => {
  it.each([
    '5 лет',
    '5 жыл',
    '5 жылға',
    '5 ж.',
    '5 г.',
    '5 years',
    '5-year',
    'на 5 (пять) лет',
    'пять лет',
    'бес жылға',
    'five years',
    '60 месяцев',
    '60 ай',
    'Срок действия – 5 лет, без пролонгации',
    '5 жыл, ұзартылмайды',
  ])('«%s» is five years from the start', (text) => {
    expect(parseTerm(text, START)).toEqual({ kind: 'fixed', endsOn: '2027-08-31' })
  })

  it.each([
    'до 31.12.2027',
    'until 31.12.2027',
    '31.12.2027 ж. дейін',
    '2027 жылғы 31 желтоқсанға дейін',
    'с 01.09.2022 по 31.12.2027',
    'с 1 сентября 2022 г. по 31 декабря 2027 г.',
    'valid until December 31, 2027',
    '2027-12-31',
  ])('«%s» lasts to the day named', (text) => {
    expect(parseTerm(text, START)).toEqual({ kind: 'fixed', endsOn: '2027-12-31' })
  })

  it.each([
    ['на 3 года с автоматической пролонгацией', 3, 0],
    ['3 года, автоматически продлевается', 3, 0],
    ['әр 5 жыл сайын автоматты түрде ұзартылады', 5, 0],
    ['автоматты түрде әр 5 жыл сайын ұзартылатын', 5, 0],
    ['5 years, renewed automatically', 5, 0],
    ['renewed every 5 years, 6 months’ notice', 5, 6],
    ['на 5 лет с пролонгацией, уведомление за 6 месяцев до окончания срока', 5, 6],
    ['5 жыл, автоматты түрде ұзартылады, 3 ай бұрын ескертіледі', 5, 3],
    ['1 год с пролонгацией на тот же срок, уведомление за 30 дней', 1, 1],
    ['до 31.08.2027 с автоматической пролонгацией', 5, 0],
  ])('«%s» renews itself every %i years with %i months of notice', (text, everyYears, noticeMonths) => {
    expect(parseTerm(text, START)).toEqual({ kind: 'auto_renewed', everyYears, noticeMonths })
  })

  it.each(['бессрочно', 'мәңгілік', 'мəңгілік', 'мерзімсіз', 'Perpetual', 'indefinite'])(
    '«%s» has no end',
    (text) => {
      expect(parseTerm(text, null)).toEqual({ kind: 'perpetual' })
    },
  )

  it.each(['', '—', 'по согласованию', '5', '2022-2027', 'с момента подписания'])(
    '«%s» says no term',
    (text) => {
      expect(readTerm(text)).toBeNull()
    },
  )

  it('does not choose between two lengths', () => {
    expect(parseTerm('на 3 года с пролонгацией на 1 год', START)).toBeNull()
  })

  it('does not invent an end when the start is unknown', () => {
    expect(parseTerm('5 лет', null)).toBeNull()
    expect(parseTerm('до 31.08.2027 с автоматической пролонгацией', null)).toBeNull()
    expect(parseTerm('до 15.03.2027 с автоматической пролонгацией', START)).toBeNull()
    expect(parseTerm('5 жыл сайын ұзартылады', null)).toEqual({
      kind: 'auto_renewed',
      everyYears: 5,
      noticeMonths: 0,
    })
  })

  it('reads every end written in the three languages', () => {
    const day = fc.date({ min: new Date('1995-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom(...languages), (date, language) => {
        const endsOn = date.toISOString().slice(0, 10)
        const prefix = { kk: '', ru: 'до ', en: 'until ' }[language]
        expect(parseTerm(prefix + formatDay(endsOn, 'ru'), null)).toEqual({ kind: 'fixed', endsOn })
        expect(parseTerm(prefix + formatDayLong(endsOn, language), null)).toEqual({ kind: 'fixed', endsOn })
      }),
    )
  })
})
