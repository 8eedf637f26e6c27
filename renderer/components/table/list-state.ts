import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import { listMemory, usePreferences } from '../../app/preferences.tsx'
import type { ListQuery, Sort } from './listing.ts'

/** What a list can be asked for, and what it is asked for at first. */
export type ListSpec<Filter extends Record<string, unknown>, Column extends string> = {
  /** The filter that leaves everything in. */
  readonly emptyFilter: Filter
  readonly filterSchema: z.ZodType<Filter>
  readonly columns: readonly Column[]
  readonly defaultSort: Sort<Column>
}

type Search = Record<string, unknown>

/** Under these names of the URL stand text, sort and grouping; every other name is a filter's own. */
const textKey = 'q'
const sortKey = 'sort'
const groupKey = 'group'
/** Names the saved view that the list was opened as. */
export const viewKey = 'view'

/** The words of the address that belong to every list, beside its filters' own. */
export const listWords = [textKey, sortKey, groupKey, viewKey] as const

/** The list's question as it stands in the URL; names and values that do not fit are left out. */
export function readSearch<Filter extends Search, Column extends string>(
  spec: ListSpec<Filter, Column>,
  search: Search,
): ListQuery<Filter, Column> {
  let filter = spec.emptyFilter
  for (const key of Object.keys(spec.emptyFilter)) {
    if (search[key] === undefined) continue
    const parsed = spec.filterSchema.safeParse({ ...filter, [key]: search[key] })
    if (parsed.success) filter = parsed.data
  }
  const text = z.string().max(200).catch('').parse(search[textKey])
  const group = spec.columns.find((column) => column === search[groupKey]) ?? null
  return { text, filter, sort: readSort(spec, search[sortKey]), group }
}

/** The question as search parameters; what is as at first is left out, so that plain lists have plain addresses. */
export function writeSearch<Filter extends Search, Column extends string>(
  spec: ListSpec<Filter, Column>,
  query: ListQuery<Filter, Column>,
): Search {
  const search: Search = {}
  for (const [key, value] of Object.entries(query.filter)) {
    if (!sameValue(value, spec.emptyFilter[key])) search[key] = value
  }
  if (query.text !== '') search[textKey] = query.text
  if (!sameValue(query.sort, spec.defaultSort)) search[sortKey] = printSort(query.sort)
  if (query.group !== null) search[groupKey] = query.group
  return search
}

/** A sorting as the address has it. */
export function printSort(sort: Sort): string {
  return sort.map(({ column, descending }) => (descending ? `-${column}` : column)).join(',')
}

function readSort<Column extends string>(
  spec: Pick<ListSpec<Search, Column>, 'columns' | 'defaultSort'>,
  value: unknown,
): Sort<Column> {
  if (typeof value !== 'string') return spec.defaultSort
  const parsed = value.split(',').flatMap((part) => {
    const column = spec.columns.find((candidate) => candidate === part.replace(/^-/, ''))
    return column === undefined ? [] : [{ column, descending: part.startsWith('-') }]
  })
  return value !== '' && parsed.length === 0 ? spec.defaultSort : parsed.slice(0, 4)
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

export type ListState<Filter, Column extends string> = {
  readonly query: ListQuery<Filter, Column>
  readonly setQuery: (query: ListQuery<Filter, Column>) => void
  /** The filter that `clear` goes back to. */
  readonly baseFilter: Filter
  /** The question as it stands in the address. */
  readonly address: Search
}

const noAddress: Search = {}

/** The question stands in the URL, where numbers elsewhere can link to it, and is remembered for the next visit. */
export function useUrlListState<Filter extends Search, Column extends string>(
  view: string,
  spec: ListSpec<Filter, Column>,
): ListState<Filter, Column> {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const { remember } = usePreferences()
  const query = useMemo(() => readSearch(spec, search), [spec, search])
  const written = useMemo(() => writeSearch(spec, query), [spec, query])
  const viewId = search[viewKey]
  // A saved view is found in the rail; the place itself goes on as it was left.
  useEffect(() => {
    if (viewId === undefined) remember(listMemory(view), written)
  }, [remember, view, written, viewId])
  const setQuery = useCallback(
    (next: ListQuery<Filter, Column>) =>
      void navigate({
        to: '.',
        search: { ...writeSearch(spec, next), ...(viewId === undefined ? {} : { [viewKey]: viewId }) },
        replace: true,
      }),
    [navigate, spec, viewId],
  )
  return { query, setQuery, baseFilter: spec.emptyFilter, address: written }
}

/** The question stands nowhere but here: for lists inside a record. `filter` must not be made anew in every render. */
export function useLocalListState<Filter extends Search, Column extends string>(
  spec: ListSpec<Filter, Column>,
  filter: Filter,
): ListState<Filter, Column> {
  const [asked, setQuery] = useState<ListQuery<Filter, Column>>({
    text: '',
    filter,
    sort: spec.defaultSort,
    group: null,
  })
  const query = useMemo(() => ({ ...asked, filter: { ...asked.filter, ...filter } }), [asked, filter])
  return { query, setQuery, baseFilter: filter, address: noAddress }
}
