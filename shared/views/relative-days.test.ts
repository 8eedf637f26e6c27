import { describe, expect, it } from 'vitest'
import { withDays, withRelativeDays } from './relative-days.ts'

const savedOn = '2026-11-30'
const later = '2027-02-14'
const reopened = (filter: Record<string, unknown>) => withDays(withRelativeDays(filter, savedOn), later)

describe('days of a saved view', () => {
  it('go on meaning the next months, what is past and this year', () => {
    expect(reopened({ endsFrom: '2026-11-30', endsTo: '2027-02-28' })).toEqual({
      endsFrom: '2027-02-14',
      endsTo: '2027-05-14',
    })
    expect(reopened({ endsTo: '2026-11-30' })).toEqual({ endsTo: '2027-02-14' })
    expect(reopened({ signedFrom: '2026-01-01', signedTo: '2026-12-31' })).toEqual({
      signedFrom: '2027-01-01',
      signedTo: '2027-12-31',
    })
  })

  it('stay as they are when a person named them', () => {
    const named = { endsFrom: '2026-09-01', endsTo: '2027-08-31' }
    expect(reopened(named)).toEqual(named)
    expect(reopened({ endsFrom: '2026-11-30' })).toEqual({ endsFrom: '2026-11-30' })
  })

  it('leave every other filter alone', () => {
    const others = { statuses: ['active'], texts: { title: 'today' }, partnerId: null, isDeclarative: true }
    expect(reopened(others)).toEqual(others)
  })
})
