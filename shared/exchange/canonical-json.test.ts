import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalBytes, canonicalJson } from './canonical-json.ts'

/** JSON values whose strings are well formed: what canonical JSON accepts. */
const jsonValue = fc
  .jsonValue({ maxDepth: 4 })
  .map((value) => JSON.parse(JSON.stringify(value)))
  .filter((value) => !/\\ud[89a-f]/i.test(JSON.stringify(value)))

/** The same value with the members of every object in the opposite order of insertion. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reordered(member)]),
  )
}

function isEqual(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object')
    return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const members = new Map(Object.entries(other))
  return (
    Object.entries(one).every(([key, member]) => members.has(key) && isEqual(member, members.get(key))) &&
    Object.keys(one).length === members.size
  )
}

describe('canonical JSON', () => {
  it('gives the text of RFC 8785 for its own examples of numbers, strings and sorting', () => {
    const numbers = [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0]
    expect(canonicalJson(numbers)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]')
    expect(canonicalJson('\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/')).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
    )
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonicalJson(keys)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    )
  })

  it('says the same data in the same bytes, whatever the order of the members', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(canonicalBytes(reordered(value))).toEqual(canonicalBytes(value))
      }),
    )
  })

  it('can be read back to the same data, and is then canonical already', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const text = canonicalJson(value)
        const back = JSON.parse(text)
        expect(back).toEqual(value)
        expect(canonicalJson(back)).toBe(text)
      }),
    )
  })

  it('is equal exactly for equal data', () => {
    const pair = jsonValue.chain((one) =>
      fc.tuple(fc.constant(one), fc.oneof(jsonValue, fc.constant(reordered(one)))),
    )
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(canonicalJson(one) === canonicalJson(other)).toBe(isEqual(one, other))
      }),
    )
  })

  it('keeps a member called __proto__ as data', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}')
  })

  it.each([
    ['NaN', Number.NaN],
    ['an infinity', Number.POSITIVE_INFINITY],
    ['undefined in an object', { a: undefined }],
    ['undefined in an array', [undefined]],
    ['half a surrogate pair', 'a\ud800'],
    ['half a surrogate pair in a key', { 'a\udc00': 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a big integer', 10n],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})
