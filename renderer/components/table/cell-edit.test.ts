import { describe, expect, it } from 'vitest'
import { nextEditable } from './cell-edit.ts'

const columns = [true, false, true]
const lines = { count: 4, isRow: (line: number) => line !== 1 }

describe('the next cell to edit', () => {
  it('passes over columns that are computed', () => {
    expect(nextEditable(columns, { row: 2, column: 0 }, 1, lines)).toEqual({ row: 2, column: 2 })
    expect(nextEditable(columns, { row: 2, column: 2 }, -1, lines)).toEqual({ row: 2, column: 0 })
  })

  it('goes on in the next row with a record, in both directions', () => {
    expect(nextEditable(columns, { row: 0, column: 2 }, 1, lines)).toEqual({ row: 2, column: 0 })
    expect(nextEditable(columns, { row: 2, column: 0 }, -1, lines)).toEqual({ row: 0, column: 2 })
  })

  it('ends with the list', () => {
    expect(nextEditable(columns, { row: 3, column: 2 }, 1, lines)).toBeNull()
    expect(nextEditable(columns, { row: 0, column: 0 }, -1, lines)).toBeNull()
    expect(nextEditable([false, false], { row: 0, column: 0 }, 1, lines)).toBeNull()
  })
})
