import { describe, expect, it } from 'vitest'
import {
  firstLayout,
  layOut,
  moveColumn,
  nextSort,
  orderColumns,
  placeColumn,
  swapShown,
  type TableColumn,
} from './column.ts'

type Row = { readonly name: string }

const column = (key: string, more: Partial<TableColumn<Row>> = {}): TableColumn<Row> => ({
  key,
  title: key,
  width: 100,
  text: ({ name }) => name,
  ...more,
})
const columns = [column('name'), column('country'), column('city', { isExtra: true })]
const keysOf = (shown: readonly TableColumn<Row>[]) => shown.map(({ key }) => key)

describe('the layout of columns', () => {
  it('hides the extra columns until a person chooses them', () => {
    expect(keysOf(layOut(columns, firstLayout(columns)))).toEqual(['name', 'country'])
  })

  it('keeps the order and widths of the person', () => {
    const layout = { order: ['city', 'name'], hidden: [], widths: { city: 240 } }
    expect(layOut(columns, layout).map(({ key, width }) => [key, width])).toEqual([
      ['city', 240],
      ['country', 100],
      ['name', 100],
    ])
  })

  it('passes over remembered columns that no longer exist', () => {
    expect(keysOf(orderColumns(columns, ['gone', 'country']))).toEqual(['name', 'country', 'city'])
  })

  it('moves a column by one place and not beyond the ends', () => {
    expect(moveColumn(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    expect(moveColumn(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  })
})

describe('the sorting after a click', () => {
  it('goes from ascending to descending to none', () => {
    const up = nextSort([], 'name', false)
    const down = nextSort(up, 'name', false)
    expect([up, down, nextSort(down, 'name', false)]).toEqual([
      [{ column: 'name', descending: false }],
      [{ column: 'name', descending: true }],
      [],
    ])
  })

  it('replaces the other columns, but with Shift stands behind them', () => {
    const sort = [{ column: 'name', descending: true }]
    expect(nextSort(sort, 'city', false)).toEqual([{ column: 'city', descending: false }])
    expect(nextSort(sort, 'city', true)).toEqual([...sort, { column: 'city', descending: false }])
  })

  it('with Shift turns a column round in its place and then takes it out', () => {
    const sort = [
      { column: 'name', descending: false },
      { column: 'city', descending: false },
    ]
    const turned = nextSort(sort, 'name', true)
    expect(turned).toEqual([{ column: 'name', descending: true }, sort[1]])
    expect(nextSort(turned, 'name', true)).toEqual([sort[1]])
  })
})

describe('a column that is dragged', () => {
  const order = ['name', 'country', 'hidden', 'city', 'year']

  it('comes to stand before the one that it is dropped at, or at the end', () => {
    expect(placeColumn(order, 'year', 'country')).toEqual(['name', 'year', 'country', 'hidden', 'city'])
    expect(placeColumn(order, 'country', null)).toEqual(['name', 'hidden', 'city', 'year', 'country'])
  })

  it('never takes the place of the first one, which stays at the edge', () => {
    expect(placeColumn(order, 'city', 'name')).toEqual(order)
    expect(placeColumn(order, 'name', 'city')).toEqual(order)
  })

  it('moves by one place of those on the screen, over hidden ones', () => {
    const shown = ['name', 'country', 'city', 'year']
    expect(swapShown(order, shown, 'city', -1)).toEqual(['name', 'city', 'country', 'hidden', 'year'])
    expect(swapShown(order, shown, 'city', 1)).toEqual(['name', 'country', 'hidden', 'year', 'city'])
    expect(swapShown(order, shown, 'country', -1)).toEqual(order)
    expect(swapShown(order, shown, 'year', 1)).toEqual(order)
  })
})
