import type { Day } from '../../../shared/kernel/day.ts'
import { sortKey } from '../../../shared/kernel/collate.ts'
import { matchesAllWords } from '../../../shared/kernel/fold.ts'
import { foldQuery } from '../../../shared/kernel/synonyms.ts'
import type { ListGroup, Sums } from '../../../shared/kernel/listing.ts'
import type { Entity, Language } from '../../../shared/kernel/record.ts'
import { type Facets, FacetValues } from './facets.ts'
import { groupedSort, groupRows, type SumRule, sumsOf } from './grouping.ts'
import { compareValues, placeOf } from './ordered-rows.ts'
import type { RecordCache } from './record-cache.ts'
import type { TextIndex } from './text-index.ts'

/** Where a row stands in a sorted column; null: always at the end. */
export type SortValue = string | number | null

/** A column that people sort by. */
export type SortColumn<Summary> = {
  /** Texts in the alphabet of the reader; other values as they are. */
  readonly isAlphabetical: boolean
  readonly of: (row: Summary) => SortValue
}

export const byAlphabet = <Summary>(of: (row: Summary) => string): SortColumn<Summary> => ({
  isAlphabetical: true,
  of,
})

export const byValue = <Summary>(of: (row: Summary) => SortValue): SortColumn<Summary> => ({
  isAlphabetical: false,
  of,
})

/** Sorts by the place of a word in its own list, such as draft before active. */
export const byPlaceIn = <Summary, Word>(
  words: readonly Word[],
  of: (row: Summary) => Word,
): SortColumn<Summary> => byValue((row) => words.indexOf(of(row)))

/** One way of narrowing a register. Its name is that of the filter's field, and that of its facet. */
export type FilterRule<Summary, Filter> = {
  readonly name: keyof Filter & string
  /** The test for this filter; null: it lets everything through. */
  readonly test: (filter: Filter, cache: RecordCache) => ((row: Summary) => boolean) | null
  /** The facet values of a row; absent: the rule has no facet. */
  readonly values?: (row: Summary) => readonly string[]
}

/** How one kind of record becomes a register: its rows, columns, filters and searchable text. */
export type RegisterDefinition<Summary extends { id: string }, Filter, Column extends string> = {
  readonly entity: Entity
  /** The folded text in which the search looks; it depends on neither day nor language. */
  readonly text: (cache: RecordCache, id: string) => string
  readonly summary: (cache: RecordCache, id: string, on: Day, language: Language) => Summary
  readonly columns: Readonly<Record<Column, SortColumn<Summary>>>
  readonly filters: readonly FilterRule<Summary, Filter>[]
  /** The columns that rows can be grouped by, each with the word of a row's group. */
  readonly groups?: Readonly<Partial<Record<Column, (row: Summary) => string>>>
  /** The columns whose numbers are added up. */
  readonly sums?: Readonly<Partial<Record<Column, SumRule<Summary>>>>
}

export type ListInput<Filter, Column extends string> = {
  readonly text: string
  readonly filter: Filter
  readonly sort: readonly { readonly column: Column; readonly descending: boolean }[]
  readonly group?: Column | null | undefined
  readonly offset: number
  readonly limit: number
  readonly on: Day
  readonly language: Language
}

export type ListOutput<Summary> = {
  rows: Summary[]
  total: number
  unfiltered: number
  facets: Facets
  sums: Sums
  groups: ListGroup[]
}

type Row<Summary> = {
  readonly summary: Summary
  readonly keys: Map<string, SortValue>
  /** Numbers of its facet values. */
  readonly facets: readonly number[]
}
type Order<Summary, Column extends string> = {
  readonly sort: ListInput<never, Column>['sort']
  rows: Row<Summary>[]
}
type Answer<Summary> = {
  readonly question: string
  readonly rows: Row<Summary>[]
  readonly facets: Facets
  readonly sums: Sums
  readonly groups: ListGroup[]
}

/** The rows of one register on one day and in one language, sorted and narrowed in memory. */
export class RegisterView<Summary extends { id: string }, Filter, Column extends string> {
  readonly #definition: RegisterDefinition<Summary, Filter, Column>
  readonly #cache: RecordCache
  readonly #texts: TextIndex
  readonly #on: Day
  readonly #language: Language
  readonly #facetValues: FacetValues<Summary, Filter>
  readonly #rows = new Map<string, Row<Summary>>()
  readonly #orders = new Map<string, Order<Summary, Column>>()
  readonly #alphabet = new Map<string, string>()
  #answer: Answer<Summary> | null = null

  constructor(
    definition: RegisterDefinition<Summary, Filter, Column>,
    cache: RecordCache,
    texts: TextIndex,
    { on, language }: { on: Day; language: Language },
  ) {
    this.#definition = definition
    this.#cache = cache
    this.#texts = texts
    this.#on = on
    this.#language = language
    this.#facetValues = new FacetValues(definition.filters)
    for (const id of cache[definition.entity].keys()) this.#rows.set(id, this.#makeRow(id))
  }

  /** Makes the rows of these records anew and puts them at their place in the orders that are kept. */
  touch(ids: ReadonlySet<string>): void {
    if (ids.size === 0) return
    this.#answer = null
    for (const id of ids) {
      this.#rows.delete(id)
      if (this.#cache[this.#definition.entity].has(id)) this.#rows.set(id, this.#makeRow(id))
    }
    // Putting many rows in their places one by one would take longer than sorting again.
    if (ids.size > 500) this.#orders.clear()
    for (const order of this.#orders.values()) {
      const compare = this.#comparison(order.sort)
      const kept = order.rows.filter((row) => !ids.has(row.summary.id))
      for (const id of ids) {
        const row = this.#rows.get(id)
        if (row !== undefined) kept.splice(placeOf(kept, row, compare), 0, row)
      }
      order.rows = kept
    }
  }

  /** The window of rows that the input asks for. */
  list(input: ListInput<Filter, Column>): ListOutput<Summary> {
    const { rows, facets, sums, groups } = this.#find(input)
    return {
      rows: rows.slice(input.offset, input.offset + input.limit).map((row) => row.summary),
      total: rows.length,
      unfiltered: this.#rows.size,
      facets,
      sums,
      groups: input.offset === 0 ? groups : [],
    }
  }

  /** How many rows match; leaves the answer that is kept for scrolling alone. */
  count({ text, filter }: Pick<ListInput<Filter, Column>, 'text' | 'filter'>): number {
    const words = foldQuery(text)
    const tests = this.#definition.filters.flatMap((rule) => rule.test(filter, this.#cache) ?? [])
    let count = 0
    for (const row of this.#rows.values()) {
      if (
        tests.every((accepts) => accepts(row.summary)) &&
        (words.length === 0 || this.#hasWords(row, words))
      )
        count += 1
    }
    return count
  }

  /** Scrolling asks the same question again with another window: the last answer is kept. */
  #find(input: ListInput<Filter, Column>): Answer<Summary> {
    const question = JSON.stringify([input.text, input.filter, input.sort, input.group])
    if (this.#answer?.question !== question) {
      const group = this.#groupOf(input)
      const { rows, facets } = this.#narrow(this.#sorted(groupedSort(input.sort, group)), input)
      const summaries = rows.map(({ summary }) => summary)
      this.#answer = {
        question,
        rows,
        facets,
        sums: sumsOf(this.#definition.sums ?? {}, summaries),
        groups: group === null ? [] : this.#group(rows, summaries, group),
      }
    }
    return this.#answer
  }

  /** The column to group by, if rows can be grouped by it. */
  #groupOf({ group = null }: ListInput<Filter, Column>): Column | null {
    return group !== null && this.#definition.groups?.[group] !== undefined ? group : null
  }

  #group(rows: readonly Row<Summary>[], summaries: readonly Summary[], group: Column): ListGroup[] {
    const value = this.#definition.groups?.[group]
    if (value === undefined) return []
    const keyOf = (place: number) => {
      const row = rows[place]
      return row === undefined ? null : this.#key(row, group)
    }
    return groupRows(summaries, keyOf, value, this.#definition.sums ?? {})
  }

  #narrow(sorted: readonly Row<Summary>[], { text, filter }: ListInput<Filter, Column>) {
    const words = foldQuery(text)
    const tests = this.#definition.filters.map((rule) => rule.test(filter, this.#cache))
    const counts = this.#facetValues.startCount()
    const rows: Row<Summary>[] = []
    for (const row of sorted) {
      if (words.length > 0 && !this.#hasWords(row, words)) continue
      const refusedBy = onlyRefusal(tests, row.summary)
      if (refusedBy === 'none') rows.push(row)
      // A facet shows what its own filter would offer: the row counts there although that filter refuses it.
      if (refusedBy !== 'several') counts.add(row.facets, refusedBy)
    }
    return { rows, facets: counts.facets }
  }

  #sorted(sort: ListInput<Filter, Column>['sort']): Row<Summary>[] {
    const name = JSON.stringify(sort)
    const known = this.#orders.get(name)
    if (known !== undefined) return known.rows
    if (this.#orders.size >= 8) this.#orders.clear()
    const rows = [...this.#rows.values()].toSorted(this.#comparison(sort))
    this.#orders.set(name, { sort, rows })
    return rows
  }

  #comparison(sort: ListInput<Filter, Column>['sort']): (a: Row<Summary>, b: Row<Summary>) => number {
    const columns = sort.map(({ column, descending }) => ({ column, sign: descending ? -1 : 1 }))
    return (a, b) => {
      for (const { column, sign } of columns) {
        const order = compareValues(this.#key(a, column), this.#key(b, column), sign)
        if (order !== 0) return order
      }
      return a.summary.id < b.summary.id ? -1 : Number(a.summary.id > b.summary.id)
    }
  }

  #key(row: Row<Summary>, column: Column): SortValue {
    const known = row.keys.get(column)
    if (known !== undefined) return known
    const { isAlphabetical, of } = this.#definition.columns[column]
    const value = of(row.summary)
    const key = isAlphabetical && typeof value === 'string' ? this.#placeInAlphabet(value) : value
    row.keys.set(column, key)
    return key
  }

  #placeInAlphabet(text: string): string | null {
    if (text === '') return null
    const known = this.#alphabet.get(text)
    if (known !== undefined) return known
    const key = sortKey(text, this.#language)
    this.#alphabet.set(text, key)
    return key
  }

  #makeRow(id: string): Row<Summary> {
    const summary = this.#definition.summary(this.#cache, id, this.#on, this.#language)
    return { summary, keys: new Map(), facets: this.#facetValues.numbersOf(summary) }
  }

  #hasWords({ summary }: Row<Summary>, words: readonly string[]): boolean {
    return matchesAllWords(this.#texts.textOf(this.#cache, summary.id), words)
  }
}

/** The place of the only test that refuses the row, or how many do. */
function onlyRefusal<Summary>(
  tests: readonly (((row: Summary) => boolean) | null)[],
  row: Summary,
): number | 'none' | 'several' {
  let refusedBy: number | 'none' = 'none'
  for (let place = 0; place < tests.length; place += 1) {
    const accepts = tests[place] ?? null
    if (accepts === null || accepts(row)) continue
    if (refusedBy !== 'none') return 'several'
    refusedBy = place
  }
  return refusedBy
}
