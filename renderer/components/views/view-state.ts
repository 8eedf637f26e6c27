import type { Day } from '../../../shared/kernel/day.ts'
import { withDays, withRelativeDays } from '../../../shared/views/relative-days.ts'
import type { ColumnLayout, SavedView, ViewState } from '../../../shared/views/saved-view.ts'
import { listWords, printSort, viewKey } from '../table/list-state.ts'
import type { Sort } from '../table/listing.ts'

/** What the list of a place shows now. */
export type ShownList = {
  readonly text: string
  readonly sort: Sort
  readonly group: string | null
  /** The question as it stands in the address. */
  readonly address: Readonly<Record<string, unknown>>
  readonly layout: ColumnLayout
}

const words: readonly string[] = listWords

/** What the list shows, as a view keeps it. */
export function stateOf({ text, sort, group, address, layout }: ShownList, today: Day): ViewState {
  const filter = Object.fromEntries(Object.entries(address).filter(([word]) => !words.includes(word)))
  return { text, filter: withRelativeDays(filter, today), sort: [...sort], group, columns: layout }
}

/** The address under which the view's list stands today. */
export function searchOf({ id, state }: SavedView, today: Day): Record<string, unknown> {
  const { text, filter, sort, group } = state
  return {
    ...withDays(filter, today),
    ...(text === '' ? {} : { q: text }),
    sort: printSort(sort),
    ...(group === null ? {} : { group }),
    [viewKey]: id,
  }
}

/** Tells whether a list shows something else than the view. Widths are everybody's own and do not count. */
export function differs(now: ViewState, saved: ViewState, first: ColumnLayout): boolean {
  return comparable(now, first) !== comparable(saved, first)
}

function comparable({ text, filter, sort, group, columns }: ViewState, first: ColumnLayout): string {
  const { order, hidden } = columns ?? first
  const filters = Object.entries(filter).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([
    text,
    filters,
    sort.map(({ column, descending }) => [column, descending]),
    group,
    order,
    hidden.toSorted(),
  ])
}
