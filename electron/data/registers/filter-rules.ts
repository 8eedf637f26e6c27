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
