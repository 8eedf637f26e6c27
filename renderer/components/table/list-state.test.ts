import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readSearch, writeSearch, type ListSpec } from './list-state.ts'

type Filter = { statuses: string[]; partnerId: string | null; isOld: boolean | null }

const spec: ListSpec<Filter, 'name' | 'ends'> = {
  emptyFilter: { statuses: [], partnerId: null, isOld: null },
  filterSchema: z.object({
    statuses: z.array(z.enum(['active', 'lapsed'])),
    partnerId: z.string().nullable(),
    isOld: z.boolean().nullable(),
  }),
  columns: ['name', 'ends'],
  defaultSort: [{ column: 'name', descending: false }],
}

describe('the question of a list in the address', () => {
  it('is empty while the list is as at first', () => {
    expect(writeSearch(spec, readSearch(spec, {}))).toEqual({})
  })

  it('comes back as it was written', () => {
    const query = {
      text: 'келісім',
      filter: { statuses: ['lapsed'], partnerId: 'p1', isOld: false },
      sort: [
        { column: 'ends' as const, descending: true },
        { column: 'name' as const, descending: false },
      ],
      group: 'name' as const,
    }
    expect(readSearch(spec, writeSearch(spec, query))).toEqual(query)
  })

  it('keeps that a person wants no sorting at all', () => {
    const query = { ...readSearch(spec, {}), sort: [] }
    expect(readSearch(spec, writeSearch(spec, query)).sort).toEqual([])
  })

  it('leaves out one value that does not fit and takes the others', () => {
    const query = readSearch(spec, { statuses: ['nonsense'], partnerId: 'p1', isOld: 'yes', other: 1 })
    expect(query.filter).toEqual({ statuses: [], partnerId: 'p1', isOld: null })
  })

  it('sorts as at first when the address names no known column', () => {
    expect(readSearch(spec, { sort: '-gone' }).sort).toEqual(spec.defaultSort)
  })
})
