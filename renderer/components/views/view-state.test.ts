import { describe, expect, it } from 'vitest'
import type { SavedView } from '../../../shared/views/saved-view.ts'
import { differs, searchOf, stateOf, type ShownList } from './view-state.ts'

const today = '2026-11-22'
const layout = { order: [], hidden: ['term'], widths: {} }
const shown: ShownList = {
  text: 'берлин',
  sort: [{ column: 'endsOn', descending: true }],
  group: 'status',
  address: {
    statuses: ['active'],
    endsFrom: today,
    endsTo: '2027-02-22',
    q: 'берлин',
    sort: '-endsOn',
    group: 'status',
    view: 'other',
  },
  layout,
}
const viewOf = (list: ShownList): SavedView => ({
  id: '0190a000-0000-7000-8000-000000000001',
  revision: 1,
  place: 'agreements',
  name: 'Истекают',
  state: stateOf(list, today),
})

describe('a list as a saved view', () => {
  it('keeps filters, text, sort, group and columns, and nothing of the address beside', () => {
    expect(viewOf(shown).state).toEqual({
      text: 'берлин',
      filter: { statuses: ['active'], endsFrom: 'today', endsTo: 'today+3m' },
      sort: [{ column: 'endsOn', descending: true }],
      group: 'status',
      columns: layout,
    })
  })

  it('opens at the address that shows the same on another day', () => {
    expect(searchOf(viewOf(shown), '2027-01-10')).toEqual({
      statuses: ['active'],
      endsFrom: '2027-01-10',
      endsTo: '2027-04-10',
      q: 'берлин',
      sort: '-endsOn',
      group: 'status',
      view: viewOf(shown).id,
    })
  })

  it('is changed by filter, sort, group and columns, and not by widths', () => {
    const saved = viewOf(shown).state
    const changed = (change: Partial<ShownList>) =>
      differs(stateOf({ ...shown, ...change }, today), saved, layout)
    expect(changed({})).toBe(false)
    expect(changed({ layout: { ...layout, widths: { number: 300 } } })).toBe(false)
    expect(changed({ layout: { ...layout, hidden: [] } })).toBe(true)
    expect(changed({ sort: [] })).toBe(true)
    expect(changed({ group: null })).toBe(true)
    expect(changed({ text: '' })).toBe(true)
    expect(changed({ address: { statuses: ['lapsed'] } })).toBe(true)
  })
})
