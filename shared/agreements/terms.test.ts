import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, addYears, daysBetween } from '../kernel/calendar.ts'
import { isDay } from '../kernel/day.ts'
import type { Term } from './agreement.ts'
import {
  agreementStatus,
  currentPeriodEnd,
  expiringWindow,
  noticeDay,
  statusDetails,
  type TermFields,
  termPeriod,
} from './terms.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))
const leapDay = fc.constantFrom('1992-02-29', '1996-02-29', '2000-02-29', '2020-02-29')
const start = fc.oneof(
  anyDay,
  leapDay,
  fc.constantFrom('2021-01-31', '2021-08-31', '2021-12-31', '2021-02-28'),
)

const signed = (term: Term | null, startsOn: string | null = '2022-09-01'): TermFields => ({
  stage: 'signed',
  signedOn: '2022-08-15',
  startsOn,
  term,
  terminatedOn: null,
})

const renewed = (everyYears: number, noticeMonths: number): Term => ({
  kind: 'auto_renewed',
  everyYears,
  noticeMonths,
})

describe('periods of a term that renews itself', () => {
  it('follow each other without a gap or overlap for decades', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: 40 }),
        (startsOn, years, index) => {
          const period = termPeriod(startsOn, years, index)
          const next = termPeriod(startsOn, years, index + 1)
          expect(next.startsOn).toBe(addDays(period.endsOn, 1))
          expect(period.startsOn <= period.endsOn).toBe(true)
          expect(isDay(period.endsOn)).toBe(period.endsOn < '2200')
        },
      ),
    )
  })

  it('do not drift: every period begins on the anniversary of the first start', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: 40 }),
        (startsOn, years, index) => {
          const anniversary = addYears(startsOn, years * index)
          const begins = termPeriod(startsOn, years, index).startsOn
          // Only 29 February may have no anniversary; then the period begins on 1 March.
          expect(begins).toBe(
            anniversary.slice(5) === startsOn.slice(5) ? anniversary : addDays(anniversary, 1),
          )
        },
      ),
    )
  })

  it('that began on a leap day come back to it', () => {
    expect(termPeriod('2020-02-29', 1, 1)).toEqual({ startsOn: '2021-03-01', endsOn: '2022-02-28' })
    expect(termPeriod('2020-02-29', 5, 3)).toEqual({ startsOn: '2035-03-01', endsOn: '2040-02-28' })
    expect(termPeriod('2020-02-29', 5, 4)).toEqual({ startsOn: '2040-02-29', endsOn: '2045-02-28' })
  })

  it('give the end of the period that holds on the day', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 20_000 }),
        (startsOn, years, later) => {
          const on = addDays(startsOn, later)
          const end = currentPeriodEnd(startsOn, renewed(years, 0), on) ?? ''
          expect(end >= on).toBe(true)
          expect(daysBetween(on, end)).toBeLessThanOrEqual(years * 366)
          const periods = [...Array(60).keys()].map((index) => termPeriod(startsOn, years, index))
          const holding = periods.find((period) => period.startsOn <= on && on <= period.endsOn)
          expect(end).toBe(holding?.endsOn)
        },
      ),
    )
  })

  it('have their first period before they begin', () => {
    expect(currentPeriodEnd('2022-09-01', renewed(5, 0), '2020-01-01')).toBe('2027-08-31')
  })
})

describe('the notice day', () => {
  it.each([
    ['2022-01-01', 5, 3, '2026-09-30'],
    ['2022-09-01', 5, 6, '2027-02-28'],
    ['2022-09-01', 5, 0, '2027-08-31'],
    ['2023-03-01', 1, 3, '2023-11-30'],
  ])(
    'of a term from %s every %i years with %i months of notice is %s',
    (startsOn, years, months, expected) => {
      expect(noticeDay(startsOn, renewed(years, months), startsOn)).toBe(expected)
    },
  )

  it('leaves the full months of notice before the period ends, and the day after it does not', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 2, max: 10 }),
        fc.integer({ min: 0, max: 23 }),
        (startsOn, years, months) => {
          const term = renewed(years, months)
          const notice = noticeDay(startsOn, term, startsOn) ?? ''
          const nextStart = addDays(currentPeriodEnd(startsOn, term, startsOn) ?? '', 1)
          expect(addDays(notice, 1)).toBe(addMonths(nextStart, -months))
        },
      ),
    )
  })

  it('is the next one after a renewal', () => {
    const term = renewed(5, 6)
    expect(noticeDay('2012-09-01', term, '2017-08-31')).toBe('2017-02-28')
    expect(noticeDay('2012-09-01', term, '2017-09-01')).toBe('2022-02-28')
  })

  it('is none for terms that do not renew themselves or whose start is unknown', () => {
    expect(noticeDay('2022-09-01', { kind: 'perpetual' }, '2023-01-01')).toBeNull()
    expect(noticeDay('2022-09-01', { kind: 'fixed', endsOn: '2027-08-31' }, '2023-01-01')).toBeNull()
    expect(noticeDay(null, renewed(5, 6), '2023-01-01')).toBeNull()
  })
})

describe('the status of a signed agreement', () => {
  const fixed = signed({ kind: 'fixed', endsOn: '2027-08-31' })

  it.each([
    ['2022-08-31', 'upcoming'],
    ['2022-09-01', 'active'],
    ['2026-08-30', 'active'],
    ['2026-08-31', 'expiring'],
    ['2027-08-31', 'expiring'],
    ['2027-09-01', 'lapsed'],
  ])('with a fixed term on %s is %s', (on, status) => {
    expect(agreementStatus(fixed, on)).toBe(status)
  })

  it('narrows its window from twelve months to six and three', () => {
    expect(expiringWindow('2027-08-31', '2026-08-30')).toBeNull()
    expect(expiringWindow('2027-08-31', '2026-08-31')).toBe(12)
    expect(expiringWindow('2027-08-31', '2027-02-28')).toBe(6)
    expect(expiringWindow('2027-08-31', '2027-05-31')).toBe(3)
    expect(expiringWindow('2027-08-31', '2027-08-31')).toBe(3)
    expect(expiringWindow('2027-08-31', '2027-09-01')).toBeNull()
  })

  it('without end is active for ever', () => {
    expect(agreementStatus(signed({ kind: 'perpetual' }), '2022-09-01')).toBe('active')
    expect(agreementStatus(signed({ kind: 'perpetual' }), '2199-12-31')).toBe('active')
  })

  it.each([
    ['2026-08-27', 'active'],
    ['2026-08-28', 'renewing'],
    ['2027-08-31', 'renewing'],
    ['2027-09-01', 'active'],
    ['2031-08-29', 'renewing'],
  ])('renewed every five years with six months of notice on %s is %s', (on, status) => {
    expect(agreementStatus(signed(renewed(5, 6)), on)).toBe(status)
  })

  it('never lapses by itself when it renews itself', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 10 }), anyDay, (startsOn, years, on) => {
        expect(['upcoming', 'active', 'renewing']).toContain(
          agreementStatus(signed(renewed(years, 6), startsOn), on),
        )
      }),
    )
  })

  it('counts from the signing when no start is given, and holds when neither is known', () => {
    expect(agreementStatus(signed(null, null), '2022-08-14')).toBe('upcoming')
    expect(agreementStatus(signed(null, null), '2022-08-15')).toBe('active')
    expect(agreementStatus({ ...signed(null, null), signedOn: null }, '2000-01-01')).toBe('active')
  })
})

describe('other stages', () => {
  it('before signing are drafts, whatever their dates', () => {
    for (const stage of ['draft', 'negotiation', 'legal_review'] as const) {
      const fields: TermFields = { ...signed({ kind: 'fixed', endsOn: '2020-01-01' }), stage }
      expect(agreementStatus(fields, '2026-01-01')).toBe('draft')
    }
  })

  it('end an agreement from the day of termination, and not before', () => {
    const fields: TermFields = {
      ...signed({ kind: 'perpetual' }),
      stage: 'terminated',
      terminatedOn: '2025-06-01',
    }
    expect(agreementStatus(fields, '2025-05-31')).toBe('active')
    expect(agreementStatus(fields, '2025-06-01')).toBe('terminated')
    expect(agreementStatus({ ...fields, terminatedOn: null }, '2000-01-01')).toBe('terminated')
  })
})

describe('details of the status', () => {
  it('count the days to the end of the term', () => {
    expect(statusDetails(signed({ kind: 'fixed', endsOn: '2027-08-31' }), '2027-08-01')).toEqual({
      status: 'expiring',
      endsOn: '2027-08-31',
      daysLeft: 30,
      noticeBy: null,
    })
    expect(statusDetails(signed({ kind: 'fixed', endsOn: '2027-08-31' }), '2027-09-02').daysLeft).toBe(-2)
  })

  it('give the notice day of the current period', () => {
    expect(statusDetails(signed(renewed(5, 6)), '2026-12-01')).toEqual({
      status: 'renewing',
      endsOn: '2027-08-31',
      daysLeft: 273,
      noticeBy: '2027-02-28',
    })
  })

  it('end with an agreed termination that comes before the term’s end', () => {
    const fields: TermFields = { ...signed(renewed(5, 6)), stage: 'terminated', terminatedOn: '2026-01-01' }
    expect(statusDetails(fields, '2025-12-01')).toEqual({
      status: 'active',
      endsOn: '2026-01-01',
      daysLeft: 31,
      noticeBy: null,
    })
    expect(statusDetails(fields, '2030-01-01').endsOn).toBe('2026-01-01')
  })

  it('have no end when there is none', () => {
    expect(statusDetails(signed({ kind: 'perpetual' }), '2026-12-01')).toEqual({
      status: 'active',
      endsOn: null,
      daysLeft: null,
      noticeBy: null,
    })
  })

  it('agree with each other on any day', () => {
    const term: fc.Arbitrary<Term> = fc.oneof(
      fc.constant<Term>({ kind: 'perpetual' }),
      anyDay.map((endsOn): Term => ({ kind: 'fixed', endsOn })),
      fc
        .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 11 }))
        .map(([y, m]) => renewed(y, m)),
    )
    fc.assert(
      fc.property(start, term, anyDay, (startsOn, anyTerm, on) => {
        const details = statusDetails(signed(anyTerm, startsOn), on)
        expect(details.daysLeft === null).toBe(details.endsOn === null)
        const left = details.daysLeft ?? 0
        expect(details.status !== 'lapsed' || left < 0).toBe(true)
        expect(details.status !== 'expiring' || left >= 0).toBe(true)
        expect(details.endsOn).toBe(details.endsOn === null ? null : addDays(on, left))
      }),
    )
  })
})
