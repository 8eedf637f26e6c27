/** Repeatable chance: the same seed gives the same sample on every machine (Mulberry32). */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** A whole number between the two, both included. */
  between(from: number, to: number): number
}

/** Starts a repeatable series of numbers. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, between: (from, to) => from + Math.floor(next() * (to - from + 1)) }
}

/**
 * Spreads a total over `count` whole shares of at least 1 each, larger and smaller ones mixed by chance.
 * The shares add up to the total exactly. The total must be at least `count`.
 */
export function spread(total: number, count: number, random: Random): number[] {
  if (count === 0 || total < count) throw new Error(`${total} cannot be spread over ${count} records`)
  const weights = Array.from({ length: count }, () => 0.5 + random.next())
  const sum = weights.reduce((a, b) => a + b, 0)
  const shares = weights.map((weight) => 1 + Math.floor(((total - count) * weight) / sum))
  let rest = total - shares.reduce((a, b) => a + b, 0)
  for (let index = 0; rest > 0; index = (index + 1) % count, rest -= 1)
    shares[index] = (shares[index] ?? 0) + 1
  return shares
}
