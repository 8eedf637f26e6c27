import { describe, expect, it } from 'vitest'
import {
  applyPaste,
  cellValue,
  columnSum,
  editCell,
  type EntryCounts,
  type EntryRow,
  planPaste,
} from './entry-grid.ts'
import { readCount } from './read-count.ts'

const none: EntryCounts = {
  contingent: 0,
  applied: 0,
  outgoing: 0,
  incoming: 0,
  atPartner: 0,
  returned: 0,
  graduated: 0,
  foreignCitizens: 0,
}
const first: EntryRow = {
  key: 'a',
  name: 'Құрылыс',
  code: '6B07301',
  saved: { ...none, contingent: 20, outgoing: 4 },
}
const second: EntryRow = { key: 'b', name: 'Экономика', code: '7M04101', saved: null }
const third: EntryRow = { key: 'c', name: 'Экономика', code: '6B04101', saved: null }
const rows = [first, second, third]
const noEdits = new Map()

describe('a number of learners', () => {
  it.each([
    ['12', 12],
    ['1 234', 1234],
    ['1\u00A0234', 1234],
    ['1\u202F234', 1234],
    ['12,0', 12],
    ['', null],
    ['–', null],
  ])('is read from «%s»', (text, count) => {
    expect(readCount(text)).toBe(count)
  })

  it.each(['-3', '1,5', 'twelve', '9999999', '100001', '12 чел.'])('is not read from «%s»', (text) => {
    expect(readCount(text)).toBeUndefined()
  })
})

describe('typing into the table of a year', () => {
  it('shows the typed number until it equals the saved one', () => {
    const edits = editCell(noEdits, first, 'contingent', 25)
    expect(cellValue(first, 'contingent', edits)).toBe(25)
    expect(editCell(edits, first, 'contingent', 20).size).toBe(0)
  })

  it('makes an emptied saved number 0 and forgets an emptied new one', () => {
    expect(cellValue(first, 'outgoing', editCell(noEdits, first, 'outgoing', null))).toBe(0)
    const typed = editCell(noEdits, second, 'contingent', 7)
    expect(editCell(typed, second, 'contingent', null).size).toBe(0)
  })

  it('counts typed numbers into the sum of the column', () => {
    expect(columnSum(rows, 'contingent', editCell(noEdits, second, 'contingent', 7))).toBe(27)
  })
})

describe('a paste', () => {
  it('without names goes down and right from the chosen cell', () => {
    const plan = planPaste(rows, noEdits, { row: 1, column: 'contingent' }, [
      ['5', '6'],
      ['7', ''],
    ])
    expect(plan.changes.map(({ row, column, after }) => [row.key, column, after])).toEqual([
      ['b', 'contingent', 5],
      ['b', 'applied', 6],
      ['c', 'contingent', 7],
    ])
    expect(plan.unmatched).toBeNull()
  })

  it('counts what falls outside the table and names what is no number', () => {
    const plan = planPaste(rows, noEdits, { row: 2, column: 'foreignCitizens' }, [['x', '1'], ['2']])
    expect(plan.changes).toEqual([])
    expect(plan.refused).toEqual(['x'])
    expect(plan.outside).toBe(2)
  })

  it('leaves the heading of a copied column out', () => {
    const plan = planPaste(rows, noEdits, { row: 0, column: 'contingent' }, [['Контингент'], ['1'], ['2']])
    expect(plan.changes.map(({ row, after }) => [row.key, after])).toEqual([
      ['a', 1],
      ['b', 2],
    ])
    expect(plan.refused).toEqual([])
  })

  it('with codes or names in the first column goes to those programmes in any order', () => {
    const plan = planPaste(rows, noEdits, { row: 0, column: 'contingent' }, [
      ['7m04101', '11'],
      ['ҚҰРЫЛЫС', '22'],
      ['Физика', '33'],
    ])
    expect(plan.changes.map(({ row, after }) => [row.key, after])).toEqual([
      ['b', 11],
      ['a', 22],
    ])
    expect(plan.unmatched).toEqual(['Физика'])
  })

  it('does not guess between two programmes of one name', () => {
    const plan = planPaste(rows, noEdits, { row: 0, column: 'contingent' }, [['Экономика', '5']])
    expect(plan.changes).toEqual([])
    expect(plan.unmatched).toEqual(['Экономика'])
  })

  it('shows only the cells that change and is taken over as a whole', () => {
    const plan = planPaste(rows, noEdits, { row: 0, column: 'contingent' }, [['20'], ['8'], ['9']])
    expect(plan.changes).toHaveLength(2)
    expect(columnSum(rows, 'contingent', applyPaste(noEdits, plan))).toBe(37)
  })
})
