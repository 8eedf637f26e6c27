import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { columnName, type SheetCell, startsFormula, writeWorkbook } from './workbook.ts'

async function roundTrip(rows: SheetCell[][], names = ['Sheet']) {
  const sheets = names.map((name) => ({ name, header: ['A', 'B'], rows }))
  const workbook = await readXlsx(writeWorkbook(sheets))
  return workbook.sheets
}

describe('a written workbook', () => {
  it('gives back every kind of cell as it was', async () => {
    const [sheet] = await roundTrip([
      ['Қос диплом <&"> _x0041_', 12.5],
      [true, { day: '2026-02-28' }],
      [null, -3],
    ])
    expect(sheet?.rows.slice(1)).toEqual([
      ['Қос диплом <&"> _x0041_', 12.5],
      [true, new Date('2026-02-28T00:00:00.000Z')],
      [null, -3],
    ])
  })

  it.each(['=1+1', '+7 701', '-x', '@sum', '\tx', '＝1'])('keeps %j as a text, unchanged', async (text) => {
    const [sheet] = await roundTrip([[text, 0]])
    expect(startsFormula(text)).toBe(true)
    expect(sheet?.rows[1]?.[0]).toBe(text)
  })

  it('cleans the names of tabs and keeps them different', async () => {
    const long = 'Қос дипломды бағдарламалар бойынша білім алушылар'
    const sheets = await roundTrip([], ['a/b:c', 'a b c', long, long, ''])
    expect(sheets.map(({ name }) => name)).toEqual([
      'a b c',
      'a b c 2',
      long.slice(0, 31),
      `${long.slice(0, 28)} 2`,
      '5',
    ])
  })

  it('has the same bytes for the same content', () => {
    const sheet = { name: 'S', header: ['A'], rows: [['x']] }
    expect(writeWorkbook([sheet])).toEqual(writeWorkbook([sheet]))
  })

  it('counts columns in letters', () => {
    expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ])
  })
})
