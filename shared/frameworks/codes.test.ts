import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeAndAncestors, compareCodes, isWithin } from './codes.ts'

const segment = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map(String),
  fc.constantFrom('a', 'b', 'h', 'own-1', 'own-12', 'B'),
)
const anyCode = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('.'))

describe('the order of codes', () => {
  it('takes numbers by value, letters by alphabet, and own criteria last', () => {
    const inOrder = [
      '1',
      '1.1',
      '1.1.a',
      '1.1.b',
      '1.1.own-1',
      '1.1.own-2',
      '1.1.own-10',
      '1.9',
      '1.10',
      '2',
      'B',
    ]
    expect(inOrder.toReversed().toSorted(compareCodes)).toEqual(inOrder)
  })

  it('is the same from both sides, and equal only for equal codes', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (one, other) => {
        expect(Math.sign(compareCodes(one, other)) + Math.sign(compareCodes(other, one))).toBe(0)
        expect(compareCodes(one, one)).toBe(0)
      }),
    )
  })

  it('agrees over three codes', () => {
    fc.assert(
      fc.property(anyCode, anyCode, anyCode, (one, two, three) => {
        const [first, second, third] = [one, two, three].toSorted(compareCodes)
        if (first === undefined || second === undefined || third === undefined) throw new Error('three codes')
        expect(compareCodes(first, second)).toBeLessThanOrEqual(0)
        expect(compareCodes(second, third)).toBeLessThanOrEqual(0)
        expect(compareCodes(first, third)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('puts a code before every code below it', () => {
    fc.assert(
      fc.property(anyCode, segment, (code, below) => {
        expect(compareCodes(code, `${code}.${below}`)).toBeLessThan(0)
      }),
    )
  })
})

describe('codes within another', () => {
  it('are told apart from codes that only begin alike', () => {
    expect(isWithin('1.1.a', '1.1')).toBe(true)
    expect(isWithin('1.1', '1.1')).toBe(true)
    expect(isWithin('1.10.a', '1.1')).toBe(false)
    expect(isWithin('1.1', '1.1.a')).toBe(false)
  })

  it('are exactly those that name the other among their ancestors', () => {
    expect(codeAndAncestors('1.9.a')).toEqual(['1.9.a', '1.9', '1'])
    fc.assert(
      fc.property(anyCode, anyCode, (code, other) => {
        expect(isWithin(code, other)).toBe(codeAndAncestors(code).includes(other))
      }),
    )
  })
})
