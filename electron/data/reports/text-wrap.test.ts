import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsOf, columnGap, type PrintedTable } from './table-columns.ts'
import { lineWidth, longestPiece, wrapText } from './text-wrap.ts'

/** Every character is as wide as the font is high. */
const measure = (text: string): number => text.length

const tableOf = (widths: readonly number[]): PrintedTable => ({
  title: '',
  notes: [],
  columns: widths.map((_width, index) => ({ title: String(index), isNumber: false })),
  keyColumns: 2,
  rows: [widths.map((width) => 'x'.repeat(width))],
  totals: null,
})
const bands = (table: PrintedTable, pageWidth: number) => {
  const work = bandsOf(table, pageWidth, { regular: measure, bold: measure })
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

describe('a wrapped text', () => {
  it.each([
    ['Технический университет Берлина', 12, ['Технический', 'университет', 'Берлина']],
    ['33333333-0000-7000-8000-000000000001', 20, ['33333333-0000-7000-', '8000-000000000001']],
    ['Қарағандықаласындағылар', 10, ['Қарағандық', 'аласындағы', 'лар']],
    ['', 10, ['']],
    ['12\u00A0500 тг', 6, ['12\u00A0500', 'тг']],
  ])('%s is broken between words, inside codes, and in words only where it must be', (text, width, lines) => {
    expect(wrapText(text, width, 1, measure)).toEqual(lines)
  })

  it('loses no letter and exceeds no line', () => {
    const words = fc.array(fc.stringMatching(/^[A-ZА-Яa-zа-яҚқ0-9/_-]{1,30}$/), { maxLength: 12 })
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (parts, width) => {
        const text = parts.join(' ')
        const lines = wrapText(text, width, 1, measure)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('is measured by its words', () => {
    expect(lineWidth('два слова-три', measure)).toBe('два слова-три'.length)
    expect(longestPiece('два слова-три', measure)).toBe('слова-'.length)
  })
})

describe('the columns of a printed table', () => {
  it('are divided into parts that fit the page, each with the columns that name the row', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 30 }), (widths) => {
        const parts = bands(tableOf(widths), 770)
        for (const part of parts) {
          expect(part.columns.slice(0, 2)).toEqual([0, 1])
          const used = part.widths.reduce((sum, width) => sum + columnGap + width, -columnGap)
          expect(used).toBeLessThanOrEqual(770.001)
        }
        expect(parts.flatMap(({ columns }) => columns.slice(2))).toEqual(
          widths.slice(2).map((_width, index) => index + 2),
        )
      }),
    )
  })
})
