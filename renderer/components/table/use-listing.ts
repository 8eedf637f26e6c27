import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { startTransition, useCallback, useMemo, useState } from 'react'
import type { ListGroup, Sums } from '../../../shared/kernel/listing.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { useLanguage } from '../../app/preferences.tsx'
import { useToday } from '../../app/today.ts'
import { useLocalListState, useUrlListState, type ListSpec, type ListState } from './list-state.ts'
import type { Facets, Listing } from './listing.ts'

/** Rows are asked for in blocks of this many. */
export const blockSize = 100

type ListInput<Filter, Column extends string> = {
  text: string
  filter: Filter
  sort: { column: Column; descending: boolean }[]
  group: Column | null
  offset: number
  limit: number
  on: Day
  language: Language
}

type ListAnswer<Row> = {
  rows: Row[]
  total: number
  unfiltered: number
  facets: Facets
  sums: Sums
  groups: ListGroup[]
}

const noGroups: readonly ListGroup[] = []

/** A list procedure of the contract, such as `data.agreements.list`. */
export type ListProcedure<Row, Filter, Column extends string> = (
  input: ListInput<Filter, Column>,
  options?: { signal?: AbortSignal },
) => Promise<ListAnswer<Row>>

export type ListSource<Row, Filter extends Record<string, unknown>, Column extends string> = ListSpec<
  Filter,
  Column
> & {
  /** The feature whose procedure it is: answers are dropped when it changes. */
  readonly topic: string
  readonly list: ListProcedure<Row, Filter, Column>
}

/** The list of a place: its question stands in the URL. `source` must not be made anew in every render. */
export function useListing<Row, Filter extends Record<string, unknown>, Column extends string>(
  source: ListSource<Row, Filter, Column>,
  view: string,
): Listing<Row, Filter, Column> {
  return useWindows(source, useUrlListState(view, source))
}

/** A list inside a record, such as the agreements of a partner: `filter` holds what is fixed. */
export function useRelatedListing<Row, Filter extends Record<string, unknown>, Column extends string>(
  source: ListSource<Row, Filter, Column>,
  filter: Filter,
): Listing<Row, Filter, Column> {
  return useWindows(source, useLocalListState(source, filter))
}

function useWindows<Row, Filter extends Record<string, unknown>, Column extends string>(
  source: ListSource<Row, Filter, Column>,
  { query, setQuery, baseFilter, address }: ListState<Filter, Column>,
): Listing<Row, Filter, Column> {
  const language = useLanguage()
  const on = useToday()
  const queries = useQueryClient()
  const [seen, setSeen] = useState({ from: 0, to: 0 })
  const question = useMemo(
    () => ({
      text: query.text,
      filter: query.filter,
      sort: [...query.sort],
      group: query.group,
      on,
      language,
    }),
    [query, on, language],
  )
  const windowOptions = (offset: number, limit: number) => {
    const input = { ...question, offset, limit }
    return {
      queryKey: [[source.topic, 'list'], { input }],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.list(input, { signal }),
    }
  }
  // The first block carries total and facets. It stays until the answer to a changed question is here.
  const first = useQuery({ ...windowOptions(0, blockSize), placeholderData: keepPreviousData })
  const later = blocksBetween(Math.max(1, seen.from), seen.to)
  const answers = useQueries({ queries: later.map((index) => windowOptions(index * blockSize, blockSize)) })
  const blocks = new Map(later.map((index, position) => [index, answers[position]?.data]))
  blocks.set(0, first.data)

  const show = useCallback((from: number, to: number) => {
    const next = { from: Math.floor(from / blockSize), to: Math.floor(Math.max(from, to - 1) / blockSize) }
    // Scrolling comes first; what it uncovers is asked for as soon as there is time.
    startTransition(() =>
      setSeen((before) => (before.from === next.from && before.to === next.to ? before : next)),
    )
  }, [])
  return {
    ...query,
    address,
    rowAt: (index) => blocks.get(Math.floor(index / blockSize))?.rows[index % blockSize],
    total: first.data?.total,
    unfiltered: first.data?.unfiltered,
    facets: first.data?.facets ?? {},
    sums: first.data?.sums ?? {},
    groups: first.data?.groups ?? noGroups,
    setText: (text) => setQuery({ ...query, text }),
    setFilter: (change) => setQuery({ ...query, filter: { ...query.filter, ...change } }),
    setSort: (sort) => setQuery({ ...query, sort }),
    setGroup: (group) => setQuery({ ...query, group }),
    clear: () => setQuery({ ...query, text: '', filter: baseFilter }),
    isFiltered: query.text.trim() !== '' || JSON.stringify(query.filter) !== JSON.stringify(baseFilter),
    isStale: first.isPlaceholderData,
    isBusy: first.isPlaceholderData || first.isPending,
    hasFailed: first.isError && first.data === undefined,
    error: first.error ?? answers.find((answer) => answer.error !== null)?.error ?? null,
    retry: () => void queries.invalidateQueries({ queryKey: [[source.topic, 'list']] }),
    show,
    range: async (from, to) => {
      const options = windowOptions(from, Math.max(1, to - from))
      return (await queries.fetchQuery({ ...options, gcTime: 0 })).rows
    },
    on,
  }
}

function blocksBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, position) => from + position)
}
