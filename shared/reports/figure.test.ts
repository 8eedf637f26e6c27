import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changePercent } from './figure.ts'

describe('change on last year', () => {
  it('gives the published changes of the national contingent', () => {
    expect(changePercent(1120, 1189)).toBe(6.2)
    expect(changePercent(1189, 1281)).toBe(7.7)
    expect(changePercent(674, 557)).toBe(-17.4)
    expect(changePercent(435, 609)).toBe(40)
  })

  it('compares with nothing when there was nothing', () => {
    expect(changePercent(null, 5)).toBeNull()
    expect(changePercent(0, 5)).toBeNull()
  })

  it('rounds halves away from zero, in both directions', () => {
    expect(changePercent(2000, 2001)).toBe(0.1)
    expect(changePercent(2000, 1999)).toBe(-0.1)
    expect(changePercent(8000, 8002)).toBe(0)
  })

  it('has one decimal and the sign of the change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (from, to) => {
        const change = changePercent(from, to) ?? Number.NaN
        expect(Math.abs(change - (100 * (to - from)) / from)).toBeLessThanOrEqual(0.05 + 1e-9)
        expect(change).toBe(Number(change.toFixed(1)))
        expect(Object.is(change, -0)).toBe(false)
      }),
    )
  })
})
