/** Codes of standards and criteria: how they nest and in which order they come. */

/** True if the code is the other one or stands below it: `1.9.a` is within `1.9`, `1.10` is not within `1.1`. */
export function isWithin(code: string, ancestor: string): boolean {
  return code === ancestor || code.startsWith(`${ancestor}.`)
}

/** The code itself and all codes above it, nearest first: `1.9.a`, `1.9`, `1`. */
export function codeAndAncestors(code: string): string[] {
  const segments = code.split('.')
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('.'))
}

/**
 * Order of two codes, as `Array.sort` takes it. Numbers go by value (`1.9` before `1.10`), letters by length and then
 * by alphabet (`1.1.h` before `1.1.own-1`), and a code comes before the codes below it.
 */
export function compareCodes(one: string, other: string): number {
  const [left, right] = [tokensOf(one), tokensOf(other)]
  for (const [index, token] of left.entries()) {
    const counterpart = right[index]
    if (counterpart === undefined) return 1
    const order = compareTokens(token, counterpart)
    if (order !== 0) return order
  }
  return left.length - right.length
}

const tokensOf = (code: string): string[] => code.match(/\p{N}+|[^\p{N}.-]+/gu) ?? []
const isNumber = (token: string): boolean => /^\p{N}/u.test(token)

function compareTokens(one: string, other: string): number {
  if (isNumber(one) !== isNumber(other)) return isNumber(one) ? -1 : 1
  if (isNumber(one)) return Number(one) - Number(other)
  if (one.length !== other.length) return one.length - other.length
  return one < other ? -1 : one > other ? 1 : 0
}
