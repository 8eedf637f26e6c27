import type { ListGroup, Sums } from '../../../shared/kernel/listing.ts'

/** A column whose numbers may be added up. */
export type SumRule<Summary> = {
  readonly of: (row: Summary) => number
  /** Numbers are added up only among rows that are alike in this, such as learners of one academic year. */
  readonly within?: (row: Summary) => string | number
}

type SumRules<Summary> = Readonly<Record<string, SumRule<Summary> | undefined>>

/** Sorting that keeps the rows of a group together: the group's column leads, in the direction it was sorted by. */
export function groupedSort<Column extends string>(
  sort: readonly { readonly column: Column; readonly descending: boolean }[],
  group: Column | null,
): readonly { readonly column: Column; readonly descending: boolean }[] {
  if (group === null) return sort
  const own = sort.find(({ column }) => column === group)
  return [own ?? { column: group, descending: false }, ...sort.filter(({ column }) => column !== group)]
}

/** The sums of the rows; null where they may not be added up. */
export function sumsOf<Summary>(rules: SumRules<Summary>, rows: readonly Summary[]): Sums {
  return Object.fromEntries(
    Object.entries(rules).flatMap(([column, rule]) => {
      if (rule === undefined) return []
      const { of, within } = rule
      const [first] = rows
      const isMixed =
        within !== undefined && first !== undefined && rows.some((row) => within(row) !== within(first))
      return [[column, isMixed ? null : rows.reduce((sum, row) => sum + of(row), 0)]]
    }),
  )
}

/** Cuts sorted rows where the sort key of the group's column changes. `value` is the group's word. */
export function groupRows<Summary>(
  rows: readonly Summary[],
  keyOf: (place: number) => unknown,
  value: (row: Summary) => string,
  rules: SumRules<Summary>,
): ListGroup[] {
  const groups: ListGroup[] = []
  let from = 0
  for (let to = 1; to <= rows.length; to += 1) {
    const first = rows[from]
    if (first === undefined || (to < rows.length && keyOf(to) === keyOf(from))) continue
    groups.push({ value: value(first), count: to - from, sums: sumsOf(rules, rows.slice(from, to)) })
    from = to
  }
  return groups
}
