import { describe, expect, it } from 'vitest'
import { asHtmlTable, asTabSeparated } from './clipboard.ts'
import type { TableColumn } from './column.ts'

type Row = { readonly name: string; readonly change: string }

const columns: readonly TableColumn<Row>[] = [
  { key: 'name', title: 'Атауы', width: 100, text: ({ name }) => name },
  { key: 'change', title: 'Өзгеріс', width: 100, text: ({ change }) => change },
]

describe('rows on the clipboard', () => {
  it('are lines of tab-separated cells below the titles', () => {
    expect(asTabSeparated(columns, [{ name: 'Алматы', change: '12' }])).toBe('Атауы\tӨзгеріс\r\nАлматы\t12')
  })

  it('keep one row in one line when a cell has line breaks and tabs', () => {
    expect(asTabSeparated(columns, [{ name: 'a\nb\tc', change: '' }]).split('\r\n')).toHaveLength(2)
  })

  it('mark what a spreadsheet would take for a formula, and leave negative numbers alone', () => {
    expect(asTabSeparated(columns, [{ name: '=HYPERLINK("x")', change: '-5,5' }])).toContain(
      `'=HYPERLINK("x")\t-5,5`,
    )
    expect(asHtmlTable(columns, [{ name: '+1', change: '-cmd' }])).toContain(`<td>'+1</td><td>'-cmd</td>`)
  })

  it('cannot bring markup into the HTML table', () => {
    const html = asHtmlTable(columns, [{ name: '<img src=x onerror="y">', change: 'A & B' }])
    expect(html).toContain('&lt;img src=x onerror=&quot;y&quot;&gt;')
    expect(html).toContain('A &amp; B')
    expect(html).not.toContain('<img')
  })
})
