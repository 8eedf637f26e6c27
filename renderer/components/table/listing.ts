import type { ListGroup, Sums } from '../../../shared/kernel/listing.ts'
import type { Day } from '../../../shared/kernel/day.ts'

/** Sorting by several columns, the first one first. */
export type Sort<Column extends string = string> = readonly {
  readonly column: Column
  readonly descending: boolean
}[]

/** What a person asked a list for: text, filter, sort and the column that rows are grouped by. */
export type ListQuery<Filter, Column extends string = string> = {
  readonly text: string
  readonly filter: Filter
  readonly sort: Sort<Column>
  readonly group: Column | null
}

/** Facet → value → number of records, for the counts beside filter values. */
export type Facets = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Rows as a table shows them; they come from the data service in windows (`useListing`). */
export type Listing<Row, Filter = unknown, Column extends string = string> = ListQuery<Filter, Column> & {
  /** The question as it stands in the address, without the name of a view; empty for a list inside a record. */
  readonly address: Readonly<Record<string, unknown>>
  /** The row at a position of the sorted, filtered list; undefined: not here yet. */
  readonly rowAt: (index: number) => Row | undefined
  /** Number of rows; undefined: the first answer is not here yet. */
  readonly total: number | undefined
  /** Number of records before text and filter. */
  readonly unfiltered: number | undefined
  readonly facets: Facets
  /** Sums of all rows that match, by sort column; null: these rows may not be added up. */
  readonly sums: Sums
  /** The groups in their order; empty: the rows are not grouped. */
  readonly groups: readonly ListGroup[]
  readonly setText: (text: string) => void
  readonly setFilter: (change: Partial<Filter>) => void
  readonly setSort: (sort: Sort<Column>) => void
  readonly setGroup: (group: Column | null) => void
  /** Drops text and filter. */
  readonly clear: () => void
  readonly isFiltered: boolean
  /** The rows shown answer an earlier question; the answer to the present one is on its way. */
  readonly isStale: boolean
  /** The answer to the present question is on its way. */
  readonly isBusy: boolean
  readonly error: unknown
  /** Nothing can be shown but the error. */
  readonly hasFailed: boolean
  readonly retry: () => void
  /** Tells which rows are on the screen, so that they are fetched. */
  readonly show: (from: number, to: number) => void
  /** The rows of positions `from` to `to` (exclusive), fetched if need be, for copying and bulk work. */
  readonly range: (from: number, to: number) => Promise<readonly Row[]>
  /** The day on which computed values are taken. */
  readonly on: Day
}
