import { describe, expect, it } from 'vitest'
import { aMerge, aSheet } from '../../tests/support/sheets.ts'
import { classifyRows } from './classify-rows.ts'
import { gridOf } from './sheet-grid.ts'
import type { Cell } from './sheet.ts'
import type { ColumnTarget, TargetField } from './target-fields.ts'

const names = ['№', 'Вуз-партнёр', 'Программа', 'Контингент']
const mapping: ColumnTarget[] = (
  [null, 'partner.name', 'programme.name', 'cohort.contingent'] satisfies (TargetField | null)[]
).map((field, column) => ({ column, field, academicYear: null }))

const kinds = (rows: readonly (readonly Cell[])[], merges: string[] = []) =>
  classifyRows(
    gridOf(aSheet([names, ...rows], merges.map(aMerge))),
    { firstRow: 1, lastRow: 1 },
    mapping,
  ).map(({ kind }) => kind)

const data = [1, 'Пекинский университет', 'Туризм', 12]

describe('a row below the header', () => {
  it.each([
    ['data', data],
    ['total', [null, 'Итого', null, 12]],
    ['total', [null, 'Барлығы:', null, 12]],
    ['total', ['Жиыны', null, null, 12]],
    ['total', [null, null, 'Total by level', 12]],
    ['total', [null, 'Жалпы саны', null, 12]],
    ['data', [1, 'Университет', 'Жалпы медицина', 12]],
    ['data', [1, 'Университет «Итого»', 'Туризм', 12]],
    ['numbering', [1, 2, 3, 4]],
    ['repeated-header', names],
    ['repeated-header', [null, 'ВУЗ-ПАРТНЁР', 'программа', null]],
    ['empty', [7, null, null, null]],
  ] as const)('is %s: %j', (kind, row) => {
    expect(kinds([row])).toEqual([kind])
  })

  it('is a heading when one text stands alone in it, and tells its country or level to the rows below', () => {
    const rows = classifyRows(
      gridOf(
        aSheet([names, ['Магистратура'], data, ['Китай'], data, ['Раздел второй'], data], [aMerge('A6:D6')]),
      ),
      { firstRow: 1, lastRow: 1 },
      mapping,
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['section', 'data', 'section', 'data', 'section', 'data'])
    expect(
      rows.filter(({ kind }) => kind === 'data').map(({ section }) => Object.fromEntries(section)),
    ).toEqual([
      { 'programme.level': 'Магистратура' },
      { 'programme.level': 'Магистратура', 'partner.country': 'Китай' },
      {},
    ])
  })

  it('is data when its only text is a partner under the partner’s name', () => {
    expect(kinds([[null, 'Пекинский университет', null, null]])).toEqual(['data'])
  })
})
