import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StudyPlan } from '../../shared/programmes/programme.ts'
import {
  addPeriod,
  fillCredits,
  hostTotals,
  hostsOf,
  keepEntered,
  longestPlan,
  movePeriod,
  nextHost,
  paintPeriods,
  removePeriod,
  sumCredits,
  withoutPartner,
} from './plan-edit.ts'

const munich = '01900000-0000-7000-8000-000000000001'
const porto = '01900000-0000-7000-8000-000000000002'

function planOf(hosts: (string | null)[], credits: number | null = 30): StudyPlan {
  return hosts.map((partnerId) => ({ partnerId, credits, startsOn: null, endsOn: null }))
}

const hostless = (plan: StudyPlan) => plan.map((period) => ({ ...period, partnerId: null }))
const hostsIn = (plan: StudyPlan) => plan.map((period) => period.partnerId)

const anyPlan = fc
  .array(
    fc.record({
      partnerId: fc.constantFrom(null, munich, porto),
      credits: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }),
      startsOn: fc.constantFrom(null, '2026-09-01', '2027-02-01'),
      endsOn: fc.constantFrom(null, '2027-01-20', '2027-06-20'),
    }),
    { minLength: 1, maxLength: longestPlan },
  )
  .filter((plan) => plan.length > 0)

describe('the next host of a period', () => {
  it('goes round home and the partners in both directions', () => {
    const hosts = [null, munich, porto]
    expect(nextHost(hosts, null, 1)).toBe(munich)
    expect(nextHost(hosts, porto, 1)).toBe(null)
    expect(nextHost(hosts, null, -1)).toBe(porto)
  })

  it('starts from home when the present host is not in the programme', () => {
    expect(nextHost([null, munich], porto, 1)).toBe(null)
  })
})

describe('painting', () => {
  it('covers the same periods whichever end the drag began at', () => {
    const plan = planOf([null, null, null, null])
    expect(hostsIn(paintPeriods(plan, 3, 1, munich))).toEqual([null, munich, munich, munich])
    expect(paintPeriods(plan, 3, 1, munich)).toEqual(paintPeriods(plan, 1, 3, munich))
  })

  it('changes neither credits nor dates', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(30), fc.nat(30), (plan, from, to) => {
        const painted = paintPeriods(plan, from, to, munich)
        expect(hostless(painted)).toEqual(hostless(plan))
      }),
    )
  })
})

describe('moving a period', () => {
  it('takes host and credits along and leaves dates in their places', () => {
    const plan: StudyPlan = [
      { partnerId: munich, credits: 25, startsOn: '2026-09-01', endsOn: '2027-01-20' },
      { partnerId: null, credits: 30, startsOn: '2027-02-01', endsOn: '2027-06-20' },
    ]
    expect(movePeriod(plan, 0, 1)).toEqual([
      { partnerId: null, credits: 30, startsOn: '2026-09-01', endsOn: '2027-01-20' },
      { partnerId: munich, credits: 25, startsOn: '2027-02-01', endsOn: '2027-06-20' },
    ])
  })

  it('is undone by moving back', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), fc.nat(), (plan, a, b) => {
        const [from, to] = [a % plan.length, b % plan.length]
        expect(movePeriod(movePeriod(plan, from, to), to, from)).toEqual(plan)
      }),
    )
  })

  it('does nothing beyond either end', () => {
    const plan = planOf([null, munich])
    expect(movePeriod(plan, 1, 2)).toBe(plan)
    expect(movePeriod(plan, 0, -1)).toBe(plan)
  })
})

describe('adding and removing', () => {
  it('adds a semester of 30 credits at the last host', () => {
    expect(addPeriod(planOf([null, munich])).at(-1)).toEqual({
      partnerId: munich,
      credits: 30,
      startsOn: null,
      endsOn: null,
    })
    expect(hostsIn(addPeriod([]))).toEqual([null])
  })

  it('stops at the longest plan the record takes', () => {
    const full = planOf(Array.from({ length: longestPlan }, () => null))
    expect(addPeriod(full)).toBe(full)
  })

  it('removes only the named period', () => {
    expect(hostsIn(removePeriod(planOf([null, munich, porto]), 1))).toEqual([null, porto])
  })
})

describe('a plan made from a format', () => {
  it('keeps the credits and dates already entered, place by place', () => {
    const entered: StudyPlan = [
      { partnerId: null, credits: 28, startsOn: '2026-09-01', endsOn: null },
      { partnerId: null, credits: null, startsOn: null, endsOn: null },
    ]
    expect(keepEntered(entered, planOf([munich, null, munich]))).toEqual([
      { partnerId: munich, credits: 28, startsOn: '2026-09-01', endsOn: null },
      { partnerId: null, credits: 30, startsOn: null, endsOn: null },
      { partnerId: munich, credits: 30, startsOn: null, endsOn: null },
    ])
  })
})

describe('totals', () => {
  it('list every host of the programme, also one without periods, and count periods without credits', () => {
    const plan = [...planOf([munich, munich, null]), ...planOf([null], null)]
    expect(hostTotals(plan, [null, munich, porto])).toEqual([
      { host: null, periods: 2, credits: 30, unplanned: 1 },
      { host: munich, periods: 2, credits: 60, unplanned: 0 },
      { host: porto, periods: 0, credits: 0, unplanned: 0 },
    ])
  })

  it('of the hosts make up the whole plan', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const totals = hostTotals(plan, hostsOf([], plan))
        expect(totals.reduce((sum, total) => sum + total.periods, 0)).toBe(plan.length)
        expect(totals.reduce((sum, total) => sum + total.credits, 0)).toBe(sumCredits(plan))
      }),
    )
  })
})

describe('hosts', () => {
  it('begin with home, follow the list of partners and then name those that only the plan knows', () => {
    expect(hostsOf([{ partnerId: porto }], planOf([munich, porto, null]))).toEqual([null, porto, munich])
  })

  it('give their periods back to home when a partner leaves', () => {
    expect(hostsIn(withoutPartner(planOf([munich, porto, null]), munich))).toEqual([null, porto, null])
  })

  it('are kept when empty credits are filled with the usual load', () => {
    expect(fillCredits([...planOf([munich], null), ...planOf([null], 15)])).toEqual([
      ...planOf([munich], 30),
      ...planOf([null], 15),
    ])
  })
})
