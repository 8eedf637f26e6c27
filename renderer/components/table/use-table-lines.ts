import { useMemo } from 'react'
import { layLines, type TableLines } from './lines.ts'
import type { Listing } from './listing.ts'
import { useFolding, type Folding } from './use-folding.ts'

/** The rows of a list as the lines of its table: under the headings of groups, of which some are folded. */
export function useTableLines<Row, Filter, Column extends string>(
  listing: Listing<Row, Filter, Column>,
  view: string,
): {
  readonly lines: TableLines
  readonly folding: Folding
  /** The row on a line; undefined: a heading stands there, or the row is on its way. */
  readonly rowAt: (line: number) => Row | undefined
} {
  const folding = useFolding(view, listing.group)
  const { isFolded } = folding
  const lines = useMemo(
    () => layLines(listing.total ?? 0, listing.groups, isFolded),
    [listing.total, listing.groups, isFolded],
  )
  const rowAt = (line: number) => {
    const there = lines.at(line)
    return there.kind === 'row' ? listing.rowAt(there.row) : undefined
  }
  return { lines, folding, rowAt }
}
