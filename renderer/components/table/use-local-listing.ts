import { useMemo, useState } from 'react'
import { compareText } from '../../../shared/kernel/collate.ts'
import { foldText, foldWords, matchesAllWords } from '../../../shared/kernel/fold.ts'
import { useLanguage } from '../../app/preferences.tsx'
import { useToday } from '../../app/today.ts'
import type { TableColumn } from './column.ts'
import type { Listing, Sort } from './listing.ts'

const nothing = () => undefined

/** An array of rows as a listing: text search over all columns and sorting happen here, in the page. */
export function useLocalListing<Row, Column extends string>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row, Column>[],
  defaultSort: Sort<Column> = [],
): Listing<Row, Record<string, never>, Column> {
  const language = useLanguage()
  const on = useToday()
  const [text, setText] = useState('')
  const [sort, setSort] = useState(defaultSort)
  const found = useMemo(() => {
    const words = foldWords(text)
    if (words.length === 0) return rows
    return rows.filter((row) =>
      matchesAllWords(foldText(columns.map((column) => column.text(row)).join(' ')), words),
    )
  }, [rows, columns, text])
  const sorted = useMemo(() => {
    const compare = compareText(language)
    const orders = sort.flatMap(({ column, descending }) => {
      const valueOf = columns.find((candidate) => candidate.sort === column)
      return valueOf === undefined ? [] : [{ valueOf, sign: descending ? -1 : 1 }]
    })
    if (orders.length === 0) return found
    return found.toSorted((one, other) => {
      for (const { valueOf, sign } of orders) {
        const order = compareValues(valueOf, one, other, compare)
        if (order !== 0) return order * sign
      }
      return 0
    })
  }, [found, columns, sort, language])
  return {
    text,
    filter: {},
    sort,
    rowAt: (index) => sorted[index],
    total: sorted.length,
    unfiltered: rows.length,
    facets: {},
    setText,
    setFilter: nothing,
    setSort,
    clear: () => setText(''),
    isFiltered: text.trim() !== '',
    isStale: false,
    isBusy: false,
    hasFailed: false,
    error: null,
    retry: nothing,
    show: nothing,
    range: (from, to) => Promise.resolve(sorted.slice(from, to)),
    on,
  }
}

function compareValues<Row, Column extends string>(
  column: TableColumn<Row, Column>,
  one: Row,
  other: Row,
  compare: (one: string, other: string) => number,
): number {
  if (column.number === undefined) return compare(column.text(one), column.text(other))
  return (column.number(one) ?? Number.NEGATIVE_INFINITY) - (column.number(other) ?? Number.NEGATIVE_INFINITY)
}
