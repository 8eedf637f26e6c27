/** Groups the rows of a list table by the record they belong to, keeping their order. */
export function groupBy<Row, Item>(
  rows: readonly Row[],
  owner: (row: Row) => string,
  toItem: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const row of rows) {
    const key = owner(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [toItem(row)])
    else group.push(toItem(row))
  }
  return groups
}

/** Tells whether a list of a record changed, so that an edit rewrites only the lists it touched. Undefined: it is new. */
export const differs = (before: readonly unknown[] | undefined, after: readonly unknown[]): boolean =>
  JSON.stringify(before ?? []) !== JSON.stringify(after)
