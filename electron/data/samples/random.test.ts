import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom, spread } from './random.ts'

function series(seed: number): number[] {
  const random = createRandom(seed)
  return Array.from({ length: 20 }, () => random.between(1, 1000))
}

describe('repeatable chance', () => {
  it('gives the same series for the same seed and another for another', () => {
    expect(series(7)).toEqual(series(7))
    expect(series(7)).not.toEqual(series(8))
  })

  it('stays between its bounds and reaches both', () => {
    const random = createRandom(1)
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 6)))
    expect([...drawn].toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6])
  })
})

describe('spreading a total', () => {
  it('loses and adds nothing, and leaves no share empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(5000), fc.nat(), (count, extra, seed) => {
        const shares = spread(count + extra, count, createRandom(seed))
        expect(shares).toHaveLength(count)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(count + extra)
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('refuses a total that cannot give everyone one', () => {
    expect(() => spread(3, 4, createRandom(1))).toThrow('3 cannot be spread over 4')
  })
})
