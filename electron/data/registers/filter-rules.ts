import type { Day } from '../../../shared/kernel/day.ts'
import { foldText } from '../../../shared/kernel/fold.ts'
import type { FilterRule } from './register-view.ts'

/** Lets rows through whose value is among the chosen ones; nothing chosen: all. */
export function oneOf<Summary, Filter, Value extends string>(
  name: keyof Filter & string,
  chosen: (filter: Filter) => readonly Value[],
  values: (row: Summary) => readonly Value[],
): FilterRule<Summary, Filter> {
  return {
    name,
    test(filter) {
      const wanted = new Set<Value>(chosen(filter))
      return wanted.size === 0 ? null : (row) => values(row).some((value) => wanted.has(value))
    },
    values,
  }
}

/** Lets rows through for which the fact is as chosen; null: all. Its facet counts `true` and `false`. */
export function yesOrNo<Summary, Filter>(
  name: keyof Filter & string,
  chosen: (filter: Filter) => boolean | null,
  fact: (row: Summary) => boolean,
): FilterRule<Summary, Filter> {
  return {
    name,
    test(filter) {
      const wanted = chosen(filter)
      return wanted === null ? null : (row) => fact(row) === wanted
    },
    values: (row) => [String(fact(row))],
  }
}

/** Lets rows through whose day lies between the two, inclusive; null or absent: open. Rows without a day fall out. */
export function daysBetween<Summary, Filter>(
  name: keyof Filter & string,
  span: (filter: Filter) => readonly [Day | null | undefined, Day | null | undefined],
  day: (row: Summary) => Day | null,
): FilterRule<Summary, Filter> {
  return {
    name,
    test(filter) {
      const [from, to] = span(filter)
      if ((from ?? null) === null && (to ?? null) === null) return null
      return (row) => {
        const value = day(row)
        return value !== null && value >= (from ?? '') && value <= (to ?? '9999-12-31')
      }
    },
  }
}

/** Lets rows through in whose text the sought one occurs, folded as in the search; empty: all. */
export function containsText<Summary, Filter>(
  name: keyof Filter & string,
  sought: (filter: Filter) => string | null | undefined,
  text: (row: Summary) => string,
): FilterRule<Summary, Filter> {
  return {
    name,
    test(filter) {
      const folded = foldText(sought(filter) ?? '')
      return folded === '' ? null : (row) => foldText(text(row)).includes(folded)
    },
  }
}

/** Lets through the rows with these ids; null: all. */
export function amongIds<
  Summary extends { id: string },
  Filter extends { ids: readonly string[] | null },
>(): FilterRule<Summary, Filter> {
  return {
    name: 'ids',
    test({ ids }) {
      if (ids === null) return null
      const wanted = new Set(ids)
      return (row) => wanted.has(row.id)
    },
  }
}
