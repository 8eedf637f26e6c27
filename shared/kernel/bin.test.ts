import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBin } from './bin.ts'

describe('business identification numbers', () => {
  it.each(['990140001154', '010140003594', '971240001315', '940140000385', '020240000555'])(
    'such as %s, in use, are valid',
    (bin) => {
      expect(isBin(bin)).toBe(true)
    },
  )

  it('take the second row of weights when the first gives 10', () => {
    const found = [...Array(100_000).keys()]
      .map((serial) => String(serial).padStart(11, '0'))
      .find((digits) => firstSum(digits) === 10)
    expect(found).toBeDefined()
    const valid = [...Array(10).keys()].filter((control) => isBin(`${found ?? ''}${control}`))
    expect(valid).toEqual([secondSum(found ?? '')])
  })

  it('are refused with 11 or 13 digits, letters or spaces', () => {
    for (const text of ['99014000115', '9901400011540', '99014000115A', '990140 001154', '']) {
      expect(isBin(text)).toBe(false)
    }
  })

  it('show every single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        // The eleventh digit weighs 11 in the first row, which modulo 11 is nothing.
        fc.pre(place !== 10)
        const digits = Array.from('990140001154')
        digits[place] = String((Number(digits[place]) + step) % 10)
        expect(isBin(digits.join(''))).toBe(false)
      }),
    )
  })
})

function firstSum(digits: string): number {
  return Array.from(digits).reduce((sum, digit, index) => sum + Number(digit) * (index + 1), 0) % 11
}

function secondSum(digits: string): number {
  const weights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]
  return Array.from(digits).reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0) % 11
}
