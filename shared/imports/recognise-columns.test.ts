import { assert, property, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseColumns } from './recognise-columns.ts'
import type { Cell } from './sheet.ts'

const guess = (columns: readonly (readonly [title: string, ...values: Cell[]])[]) =>
  recogniseColumns(columns.map(([title, ...values], column) => ({ column, title, values })))

const fieldsOf = (columns: readonly (readonly [title: string, ...values: Cell[]])[]) =>
  guess(columns).map(({ target }) => target.field)

/** What a column of consecutive numbers means under this name. */
const numbersUnder = (title: string) =>
  fieldsOf([
    ['Вуз-партнёр', 'Ханбит', 'Монт-Верт'],
    [title, 64, 65],
  ])[1]

const register = [
  ['№', 1, 2, 3],
  ['Вуз', 'Пекинский университет', 'Университет Гранады', 'Цинхуа'],
  ['Страна', 'Китай', 'Испания', 'КНР'],
  ['Номер договора', '45', 'б/н', '7-К'],
  ['Дата подписания', '12.05.2021', { day: '2022-01-01' }, 44_328],
  ['Срок', '5 лет', 'бессрочно', 'до 31.12.2027'],
  ['Шифр', '6B06102', '7M06103', '6В07112'],
  ['Уровень', 'бакалавриат', 'магистратура', 'бакалавриат'],
  ['Контингент 2024/25', 10, 20, 30],
  ['Контингент 2025/26', 11, 21, 31],
] as const satisfies (readonly [string, ...Cell[]])[]

describe('the meaning of columns', () => {
  it('does not depend on their order', () => {
    const expected = new Map(register.map(([title], index) => [title, fieldsOf(register)[index]]))
    expect([...expected.values()].slice(1, 8)).not.toContain(null)
    assert(
      property(shuffledSubarray([...register], { minLength: register.length }), (shuffled) => {
        expect(fieldsOf(shuffled)).toEqual(shuffled.map(([title]) => expected.get(title)))
      }),
      { numRuns: 50 },
    )
  })

  it('gives every field once, and a count once for each year', () => {
    const guesses = guess([
      ...register,
      ['Контингент 2025/26', 1, 2, 3],
      ['Страна партнёра', 'Китай', 'Испания', 'КНР'],
    ])
    const keys = guesses
      .filter(({ target }) => target.field !== null)
      .map(({ target }) => `${target.field} ${target.academicYear}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(
      guesses
        .filter(({ target }) => target.field === 'cohort.contingent')
        .map(({ target }) => target.academicYear),
    ).toEqual([2024, 2025])
  })

  it('takes numbers that follow each other for those of agreements when the name says so', () => {
    expect(numbersUnder('Договор / №')).toBe('agreement.number')
    expect(numbersUnder('Шарт / нөмірі')).toBe('agreement.number')
    expect(numbersUnder('№')).toBeNull()
  })

  it('tells partner and programme apart by their values when both are only called a name', () => {
    expect(
      fieldsOf([
        ['Наименование', 'Пекинский университет', 'Университет Гранады'],
        ['Формат', '2+2', '1+3'],
      ])[0],
    ).toBe('partner.name')
    expect(
      fieldsOf([
        ['Наименование', 'Туризм', 'Финансы'],
        ['Вуз', 'Цинхуа', 'Университет Гранады'],
      ])[0],
    ).toBe('programme.name')
  })

  it('takes a column called only «№» for the number of the row or of the agreement by its values', () => {
    expect(
      fieldsOf([
        ['№', 1, 2, 3],
        ['Вуз', 'A', 'B', 'C'],
      ])[0],
    ).toBeNull()
    expect(
      fieldsOf([
        ['Номер', '12/2021', '45', 'KZ-7'],
        ['Вуз', 'A', 'B', 'C'],
      ])[0],
    ).toBe('agreement.number')
  })

  it('reads speaking values where the name says nothing, with less certainty', () => {
    const [code, country] = guess([
      ['Столбец1', '6B06102', '7M06103'],
      ['', 'Китай', 'Польша'],
    ])
    expect(code).toMatchObject({ target: { field: 'programme.code' }, basis: 'values', confidence: 0.65 })
    expect(country?.target.field).toBe('partner.country')
  })

  it('doubts a name that the values contradict', () => {
    const [column] = guess([['Дата подписания', 'Иванов', 'Петров', 'Сидоров']])
    expect(column?.confidence ?? 1).toBeLessThan(0.7)
  })
})
