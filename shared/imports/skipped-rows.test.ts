import { describe, expect, it } from 'vitest'
import { aSheet } from '../../tests/support/sheets.ts'
import { classifyRows } from './classify-rows.ts'
import { gridOf } from './sheet-grid.ts'
import { listSkippedRows } from './skipped-rows.ts'

const names = ['№', 'Вуз-партнёр', 'Программа', 'Контингент']
const data = [1, 'Пекинский университет', 'Туризм', 12]
const header = { firstRow: 3, lastRow: 3 }

describe('the rows that are passed over', () => {
  it('are named by their reason with their numbers, blank ones too', () => {
    const sheet = aSheet([
      ['Реестр договоров'],
      ['на 1 октября 2026 г.'],
      names,
      data,
      [],
      [],
      data,
      [null, 'Итого', null, 24],
      data,
      [null, 'Итого', null, 12],
    ])
    const mapping = [
      { column: 1, field: 'partner.name' as const, academicYear: null },
      { column: 3, field: 'cohort.contingent' as const, academicYear: null },
    ]
    expect(listSkippedRows(sheet, header, classifyRows(gridOf(sheet), header, mapping))).toEqual([
      { kind: 'title', count: 2, ranges: [{ first: 1, last: 2 }] },
      {
        kind: 'total',
        count: 2,
        ranges: [
          { first: 8, last: 8 },
          { first: 10, last: 10 },
        ],
      },
      { kind: 'empty', count: 2, ranges: [{ first: 5, last: 6 }] },
    ])
  })
})
