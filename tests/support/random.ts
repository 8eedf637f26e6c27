export type Random = {
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number
  /** One of the items. */
  oneOf<T>(items: readonly [T, ...T[]]): T
  /** True this often. */
  chance(probability: number): boolean
}

/** Repeatable chance (mulberry32): the same seed gives the same numbers on every computer. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    oneOf: (items) => items[below(items.length)] ?? items[0],
    chance: (probability) => next() < probability,
  }
}
