import { describe, expect, it } from 'vitest'
import { aMerge, aSheet } from '../../tests/support/sheets.ts'
import { findHeader, headerTitles, titleYear } from './find-header.ts'
import { gridOf } from './sheet-grid.ts'

const names = ['№ п/п', 'Вуз-партнёр', 'Страна', 'Номер договора', 'Дата подписания', 'Срок действия']
const values = [1, 'Пекинский университет', 'Китай', '45', '12.05.2021', 'бессрочно']

describe('the header of a register', () => {
  it('is found below titles and dates of the document', () => {
    const grid = gridOf(
      aSheet([
        ['Реестр договоров'],
        ['УТВЕРЖДАЮ', null, null, null, 'Проректор'],
        [],
        ['на 1 октября 2026 г.'],
        names,
        values,
        values,
      ]),
    )
    expect(findHeader(grid)?.rows).toEqual({ firstRow: 5, lastRow: 5 })
  })

  it('takes the merged group and its parts together', () => {
    const sheet = aSheet(
      [
        ['№', 'Вуз-партнёр', null, 'Договор', null, null],
        [null, 'наименование', 'страна', '№', 'дата', 'срок действия'],
        values,
      ],
      ['A1:A2', 'B1:C1', 'D1:F1'].map(aMerge),
    )
    const grid = gridOf(sheet)
    expect(findHeader(grid)?.rows).toEqual({ firstRow: 1, lastRow: 2 })
    expect(headerTitles(grid, { firstRow: 1, lastRow: 2 })).toEqual([
      '№',
      'Вуз-партнёр / наименование',
      'Вуз-партнёр / страна',
      'Договор / №',
      'Договор / дата',
      'Договор / срок действия',
    ])
  })

  it('takes groups without merges, as text tables have them', () => {
    const grid = gridOf(
      aSheet([
        ['№ п/п', 'Вуз-партнёр', 'Страна', 'Договор', null, 'Примечание'],
        [null, null, null, '№', 'дата', null],
        values,
      ]),
    )
    expect(findHeader(grid)?.rows).toEqual({ firstRow: 1, lastRow: 2 })
    expect(headerTitles(grid, { firstRow: 1, lastRow: 2 })).toEqual([
      '№ п/п',
      'Вуз-партнёр',
      'Страна',
      'Договор / №',
      'Договор / дата',
      'Примечание',
    ])
  })

  it('does not take the first row of values for a part of the names', () => {
    expect(findHeader(gridOf(aSheet([names, values, values])))?.rows).toEqual({ firstRow: 1, lastRow: 1 })
  })

  it('understands three rows: group, part and academic year', () => {
    const grid = gridOf(
      aSheet(
        [
          ['Программа', 'Контингент', null],
          [null, 'всего обучающихся', null],
          [null, '2024/25', '2025/26'],
          ['Туризм', 12, 14],
        ],
        ['A1:A3', 'B1:C1', 'B2:C2'].map(aMerge),
      ),
    )
    expect(findHeader(grid)?.rows).toEqual({ firstRow: 1, lastRow: 3 })
  })

  it('is not invented where no row names columns', () => {
    expect(
      findHeader(
        gridOf(
          aSheet([
            [1, 2, 3],
            [4, 5, 6],
          ]),
        ),
      ),
    ).toBeNull()
    expect(
      findHeader(
        gridOf(
          aSheet([
            ['Любимый цвет', 'Погода'],
            ['синий', 'дождь'],
          ]),
        ),
      ),
    ).toBeNull()
  })
})

describe('the academic year in a column’s name', () => {
  it.each([
    ['Контингент 2025/26', 2025],
    ['Контингент 2025-2026 уч. год', 2025],
    ['на 01.10.2025', 2025],
    ['на 01.06.2025', 2024],
    ['Выпуск 2024 г.', 2024],
    ['Контингент', null],
    ['2025/29', null],
  ])('%j: %s', (title, year) => {
    expect(titleYear(title)).toBe(year)
  })
})
