import { describe, expect, it } from 'vitest'
import { readPastedCells } from './pasted-cells.ts'
import { readHtmlTable } from './read-html-table.ts'

describe('the clipboard of a spreadsheet as text', () => {
  it('is read by lines and tabs, without the last empty line', () => {
    expect(readPastedCells('1\t2\r\n3\t\r\n')).toEqual([
      ['1', '2'],
      ['3', ''],
    ])
  })

  it('keeps breaks, tabs and quotes inside quoted cells', () => {
    expect(readPastedCells('"Two\nlines"\t5\r\n"a ""b""\tc"\t6')).toEqual([
      ['Two\nlines', '5'],
      ['a "b"\tc', '6'],
    ])
  })

  it('keeps the quotes of a name that begins with one', () => {
    expect(readPastedCells('"Болашақ" университеті\tҚарағанды')).toEqual([
      ['"Болашақ" университеті', 'Қарағанды'],
    ])
  })

  it('may be a single value', () => {
    expect(readPastedCells('17')).toEqual([['17']])
  })
})

describe('the clipboard of a spreadsheet as HTML', () => {
  const excel = `<html><head><style><!-- td {color:red} --></style></head><body><table border=0>
    <!--StartFragment--><col width=64>
    <tr height=20><td rowspan=2 class=xl65>Пекин&nbsp;университеті</td><td>A &amp; B</td></tr>
    <tr><td>бір<br>
    екі</td></tr>
    <tr><td colspan="2">&#1178;ытай</td></tr>
    <!--EndFragment--></table></body></html>`

  it('is read with its merged cells, line breaks and letters', () => {
    expect(readHtmlTable(excel)).toEqual({
      rows: [['Пекин университеті', 'A & B'], ['', 'бір\nекі'], ['Қытай']],
      merges: [
        { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 },
        { firstRow: 3, lastRow: 3, firstColumn: 0, lastColumn: 1 },
      ],
    })
  })

  it('is nothing where there is no table', () => {
    expect(readHtmlTable('<p>Қытай</p>')).toBeNull()
    expect(readHtmlTable('')).toBeNull()
  })

  it('brings neither scripts nor markup', () => {
    expect(
      readHtmlTable('<table><tr><td><script>alert(1)</script><b>x</b>&lt;i&gt;</td></tr></table>')?.rows,
    ).toEqual([['x<i>']])
  })
})
