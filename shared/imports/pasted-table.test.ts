import { describe, expect, it } from 'vitest'
import {
  fitsPaste,
  meaningsOfList,
  type ListColumn,
  type PastedTable,
  sheetOfPasted,
} from './pasted-table.ts'
import { proposeLayout } from './propose-layout.ts'

const columns: ListColumn[] = [
  { title: 'Серіктес', field: 'partner.name' },
  { title: 'Ел', field: 'partner.country' },
  { title: 'Келісімдер', field: null },
  { title: 'Қала', field: 'partner.city' },
]

function meanings(rows: string[][], more: Partial<PastedTable> = {}) {
  const table: PastedTable = { name: 'Кесте', entity: 'partner', rows, merges: [], columns, ...more }
  const { sheet, header } = sheetOfPasted(table)
  const proposal = proposeLayout(sheet, header, true, table.entity)
  if (proposal === null) throw new Error('no header')
  const fields = meaningsOfList(proposal, columns).map(({ target }) => target.field)
  return { sheet, header: proposal.header, fields }
}

describe('a table from the clipboard', () => {
  it('without names of columns takes those of the list in their order', () => {
    const { sheet, header, fields } = meanings([
      ['Пекин университеті', 'Қытай', '3', 'Пекин'],
      ['Берлин университеті', 'Германия', '', 'Берлин'],
    ])
    expect(header).toEqual({ firstRow: 1, lastRow: 1 })
    expect(fields).toEqual(['partner.name', 'partner.country', null, 'partner.city'])
    expect(sheet.rows.map(({ row }) => row)).toEqual([1, 2, 3])
  })

  it('that was copied from the list has its names of columns already', () => {
    const { sheet, fields } = meanings([
      ['Қала', 'Серіктес', 'Келісімдер'],
      ['Пекин', 'Пекин университеті', '3'],
    ])
    expect(fields).toEqual(['partner.city', 'partner.name', null])
    expect(sheet.rows).toHaveLength(2)
  })

  it('with a header of its own is understood as a file is, and a bare name is of the kind of the list', () => {
    const rows = [
      ['Наименование', 'Страна'],
      ['Восточный', 'Германия'],
    ]
    expect(meanings(rows).fields).toEqual(['partner.name', 'partner.country'])
    expect(meanings(rows, { entity: 'programme' }).fields).toEqual(['programme.name', 'partner.country'])
  })

  it('does not take its last rows for a header', () => {
    const { header, fields } = meanings([
      ['Пекин университеті', 'Қытай', '', 'Пекин'],
      ['Барлығы', '', '', ''],
      ['Шанхай университеті', 'Китай', '', 'Шанхай'],
    ])
    expect(header).toEqual({ firstRow: 1, lastRow: 1 })
    expect(fields).toEqual(['partner.name', 'partner.country', null, 'partner.city'])
  })

  it('moves its merged cells down with the rows', () => {
    const merges = [{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 }]
    const rows = [
      ['Пекин университеті', 'Қытай'],
      ['', 'Қытай'],
    ]
    expect(sheetOfPasted({ name: 'Кесте', entity: 'partner', rows, merges, columns }).sheet.merges).toEqual([
      { firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 0 },
    ])
  })

  it('is not taken beyond the limits', () => {
    expect(fitsPaste([['a']])).toBe(true)
    expect(fitsPaste([])).toBe(false)
    expect(fitsPaste(Array.from({ length: 20_001 }, () => ['a']))).toBe(false)
    expect(fitsPaste(Array.from({ length: 200 }, () => ['a'.repeat(30_000)]))).toBe(false)
  })
})
