import { describe, expect, it } from 'vitest'
import { findPersonalTraces, type PersonalTrace } from './personal-words.ts'

describe('what may tell who a person is', () => {
  it.each<[string, PersonalTrace[]]>([
    ['Маған aigul.s@example.kz поштасына жазыңыз', ['email']],
    ['Позвоните +7 701 123 45 67', ['phone']],
    ['Телефон: 8 (777) 123-45-67', ['phone']],
    ['ЖСН 990101300123', ['number']],
    ['Пишите @aigul_s', ['account']],
    ['Ахметов А. Б. сабақты жақсы өткізеді', ['name']],
    ['Спасибо Ивану Петровичу', ['name']],
    ['Спасибо, Ольга Петровна', ['name']],
    ['Гүлнар апай өте мейірімді', ['name']],
    ['преподаватель Смагулова объясняет хорошо', ['name']],
    ['the lecturer Brown is kind', ['name']],
    ['Нұрлан Серікұлы көмектесті', ['name']],
  ])('is found in «%s»', (text, traces) => {
    expect(findPersonalTraces(text)).toEqual(traces)
  })

  it.each([
    'Зертханада жабдық жетіспейді.',
    'В общежитии холодно. Нужен ремонт.',
    'More practice in the second year, please.',
    'Оқу 2024 жылдан бері жақсарды, 100 баллдан 85.',
  ])('is not found in «%s»', (text) => {
    expect(findPersonalTraces(text)).toEqual([])
  })
})
