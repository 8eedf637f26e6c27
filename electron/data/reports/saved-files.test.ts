import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestService, type TestService } from '../testing.ts'

let test: TestService
beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

const pathOf = (name: string): string => join(test.folder, name)
const target = (name: string) => test.service.files.grant(pathOf(name))

const header = ['Нөмірі', 'Мерзімі', 'Бағдарламалар']
const rows = [
  ['12/2021 «Ә»', { day: '2031-08-31' }, 3],
  ['=1+1', null, 0],
  ['', { day: '2024-02-29' }, 1234],
]

describe('saving a table', () => {
  it('writes the header and every row in their order: numbers as numbers, days as days, texts as texts', async () => {
    const saved = await test.client.reports.saveTable({
      to: target('тізім.xlsx'),
      name: 'Шарттар',
      header,
      rows,
    })
    expect(saved).toEqual({ rows: 3 })
    const { sheets } = await readXlsx(readFileSync(pathOf('тізім.xlsx')))
    expect(sheets.map(({ name }) => name)).toEqual(['Шарттар'])
    const [first, ...others] = sheets[0]?.rows ?? []
    expect(first).toEqual(header)
    expect(others).toEqual([
      ['12/2021 «Ә»', new Date('2031-08-31T00:00:00Z'), 3],
      ['=1+1', null, 0],
      [expect.toSatisfy((cell) => cell === null || cell === ''), new Date('2024-02-29T00:00:00Z'), 1234],
    ])
  })

  it('gives the same bytes for the same table', async () => {
    for (const name of ['one.xlsx', 'two.xlsx']) {
      await test.client.reports.saveTable({ to: target(name), name: 'Т', header, rows })
    }
    expect(readFileSync(pathOf('one.xlsx')).equals(readFileSync(pathOf('two.xlsx')))).toBe(true)
  })

  it('takes a name that a sheet cannot have', async () => {
    const name = 'Шарттар/жобалар: [2026] '.repeat(4)
    await test.client.reports.saveTable({ to: target('a.xlsx'), name, header, rows: [] })
    const { sheets } = await readXlsx(readFileSync(pathOf('a.xlsx')))
    expect(sheets[0]?.name.length).toBeLessThanOrEqual(31)
    expect(sheets[0]?.name).not.toMatch(/[[\]:*?/\\]/)
    expect(sheets[0]?.rows).toEqual([header])
  })

  it('refuses a file that nobody chose, and a table without columns', async () => {
    const to = { grant: '0193aaaa-0000-4000-8000-000000000000', name: 'x.xlsx' }
    await expect(test.client.reports.saveTable({ to, name: 'Т', header, rows })).rejects.toMatchObject({
      data: { code: 'file-not-granted' },
    })
    const empty = { to: target('b.xlsx'), name: 'Т', header: [], rows: [] }
    await expect(test.client.reports.saveTable(empty)).rejects.toMatchObject({ code: 'REFUSED' })
    expect(existsSync(pathOf('b.xlsx'))).toBe(false)
  })
})

describe('saving a picture', () => {
  it('writes the document of an SVG and the bytes of a PNG', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>Қос диплом</text></svg>'
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255])
    const { savePicture } = test.client.reports
    const one = await savePicture({ to: target('а.svg'), format: 'svg', content: svg })
    const two = await savePicture({ to: target('а.png'), format: 'png', content: png.toString('base64') })
    expect(readFileSync(pathOf('а.svg'), 'utf8')).toBe(svg)
    expect(readFileSync(pathOf('а.png')).equals(png)).toBe(true)
    expect([one.size, two.size]).toEqual([Buffer.byteLength(svg), 6])
  })
})
