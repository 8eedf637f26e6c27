import { describe, expect, it } from 'vitest'
import type { ListGroup } from '../../../shared/kernel/listing.ts'
import { layLines, type Line } from './lines.ts'

const group = (value: string, count: number): ListGroup => ({ value, count, sums: {} })
const groups = [group('DE', 3), group('PL', 1), group('TR', 2)]
const word = (line: Line): string | number => (line.kind === 'row' ? line.row : line.group.value)
const all = (folded: readonly string[]) => {
  const lines = layLines(6, groups, (value) => folded.includes(value))
  return Array.from({ length: lines.count }, (_, line) => word(lines.at(line)))
}

describe('the lines of a table', () => {
  it('are its records while nothing is grouped', () => {
    const lines = layLines(2, [], () => false)
    expect([lines.count, word(lines.at(1)), lines.rowsBefore(2)]).toEqual([2, 1, 2])
  })

  it('have a heading before the records of each group', () => {
    expect(all([])).toEqual(['DE', 0, 1, 2, 'PL', 3, 'TR', 4, 5])
  })

  it('leave out the records of folded groups and keep the positions of the others', () => {
    expect(all(['DE'])).toEqual(['DE', 'PL', 3, 'TR', 4, 5])
    expect(all(['DE', 'PL', 'TR'])).toEqual(['DE', 'PL', 'TR'])
  })

  it('tell how many records come before a line, folded ones too', () => {
    const lines = layLines(6, groups, (value) => value === 'DE')
    expect([0, 1, 2, 3, 4, 5, 6].map((line) => lines.rowsBefore(line))).toEqual([0, 3, 3, 4, 4, 5, 6])
  })

  it('find every record of ten thousand in a thousand groups', () => {
    const many = Array.from({ length: 1000 }, (_, place) => group(`${place}`, 10))
    const lines = layLines(10_000, many, (value) => Number(value) % 2 === 0)
    expect(lines.count).toBe(1000 + 5000)
    const rows = Array.from({ length: lines.count }, (_, line) => lines.at(line)).flatMap((line) =>
      line.kind === 'row' ? [line.row] : [],
    )
    expect(rows).toHaveLength(5000)
    expect(rows.every((row) => Math.floor(row / 10) % 2 === 1)).toBe(true)
  })
})
