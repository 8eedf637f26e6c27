import type { Day } from '../../../shared/kernel/day.ts'

/** One of several values, with the number of records for each. */
export type SetFilterSpec<Filter> = {
  readonly kind: 'set'
  readonly id: string
  readonly title: string
  /** Name of the facet with the counts, in the list's answer. */
  readonly facet: string
  readonly selected: (filter: Filter) => readonly string[]
  readonly change: (values: readonly string[]) => Partial<Filter>
  readonly titleOf: (value: string) => string
  /** All values in their order; without it, those that the facet counts, by title. */
  readonly options?: readonly string[]
}

/** Days between two ends, of which each may be open. */
export type DaysFilterSpec<Filter> = {
  readonly kind: 'days'
  readonly id: string
  readonly title: string
  readonly selected: (filter: Filter) => { readonly from: Day | null; readonly to: Day | null }
  readonly change: (from: Day | null, to: Day | null) => Partial<Filter>
}

/** Text that must occur in a column. */
export type TextFilterSpec<Filter> = {
  readonly kind: 'text'
  readonly id: string
  readonly title: string
  readonly selected: (filter: Filter) => string | null
  readonly change: (value: string | null) => Partial<Filter>
}

/** Yes, no, or either. */
export type FlagFilterSpec<Filter> = {
  readonly kind: 'flag'
  readonly id: string
  readonly title: string
  readonly selected: (filter: Filter) => boolean | null
  readonly change: (value: boolean | null) => Partial<Filter>
  /** What yes and no mean here, as the chip says it. */
  readonly yes: string
  readonly no: string
}

/** One value out of a short list, such as an academic year. */
export type ChoiceFilterSpec<Filter> = {
  readonly kind: 'choice'
  readonly id: string
  readonly title: string
  readonly selected: (filter: Filter) => string | null
  readonly change: (value: string | null) => Partial<Filter>
  readonly options: readonly string[]
  readonly titleOf: (value: string) => string
}

/** Set by a link only, such as one partner or a list of records: a chip that can be removed. */
export type FixedFilterSpec<Filter> = {
  readonly kind: 'fixed'
  readonly id: string
  readonly title: string
  /** What it is limited to; null: it is not. */
  readonly selected: (filter: Filter) => string | null
  readonly remove: () => Partial<Filter>
}

/** A filter of a list: what it is called, where it stands in the list's filter and how it is changed. */
export type FilterSpec<Filter> = {
  /** Has a chip only while it is set or chosen from the list of further filters. */
  readonly isExtra?: boolean
} & (
  | SetFilterSpec<Filter>
  | TextFilterSpec<Filter>
  | DaysFilterSpec<Filter>
  | FlagFilterSpec<Filter>
  | ChoiceFilterSpec<Filter>
  | FixedFilterSpec<Filter>
)
