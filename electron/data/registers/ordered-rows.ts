import type { SortValue } from './register-view.ts'

/** Values in the order of the sign; what is missing comes last either way. */
export function compareValues(a: SortValue, b: SortValue, sign: number): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -sign : sign
}

/** Binary search for the place at which the row keeps the order. */
export function placeOf<R>(rows: readonly R[], row: R, compare: (a: R, b: R) => number): number {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const there = rows[middle]
    if (there !== undefined && compare(there, row) <= 0) from = middle + 1
    else to = middle
  }
  return from
}
