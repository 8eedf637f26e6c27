import type { ReactNode } from 'react'
import type { Translate } from '../../../shared/locales/i18n.ts'
import type { ColumnLayout } from '../../../shared/views/saved-view.ts'
import type { Day } from '../../../shared/kernel/day.ts'

/** One column of a table. */
export type TableColumn<Row, Column extends string = string> = {
  /** Names the column in what is remembered and exported: letters, digits and hyphens. */
  readonly key: string
  readonly title: string
  /** Width at first, px; a person can change it. */
  readonly width: number
  /** `end` for numbers, which also get figures of one width. */
  readonly align?: 'start' | 'end'
  /** The column's name in sorting; without it the column cannot be sorted. */
  readonly sort?: Column
  /** The cell as text, for copying, exporting and searching, and for showing when `render` is absent. */
  readonly text: (row: Row) => string
  /** The cell's number, where text would sort or export wrongly. */
  readonly number?: (row: Row) => number | null
  /** The cell's day, so that a workbook gets a date and not its text. */
  readonly day?: (row: Row) => Day | null
  readonly render?: (row: Row) => ReactNode
  /** Not shown until a person chooses it. */
  readonly isExtra?: boolean
  /** Rows can be grouped by the column: what a group is called, by its value in the list's answer. Needs `sort`. */
  readonly group?: (value: string) => string
  /** Why the column's numbers are sometimes not added up. */
  readonly noSum?: string
  /** The filter that narrows the list by this column. */
  readonly filter?: string
}

export const smallestWidth = 56

/** The layout before anyone changed it. */
export function firstLayout(columns: readonly Pick<TableColumn<never>, 'key' | 'isExtra'>[]): ColumnLayout {
  return {
    order: [],
    hidden: columns.filter(({ isExtra }) => isExtra === true).map(({ key }) => key),
    widths: {},
  }
}

/** All columns in the person's order; columns the layout does not know stand where the table has them. */
export function orderColumns<Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  order: readonly string[],
): TableColumn<Row, Column>[] {
  const known = order.flatMap((key) => columns.filter((column) => column.key === key))
  const result = [...known]
  columns.forEach((column, index) => {
    if (!known.includes(column)) result.splice(Math.min(index, result.length), 0, column)
  })
  return result
}

/** The columns on the screen, in the person's order and widths. */
export function layOut<Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  layout: ColumnLayout,
): TableColumn<Row, Column>[] {
  return orderColumns(columns, layout.order)
    .filter(({ key }) => !layout.hidden.includes(key))
    .map((column) => ({ ...column, width: layout.widths[column.key] ?? column.width }))
}

/** What a group of rows is called that are alike in the column of the group. */
export function groupTitle<Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  column: Column | null,
  value: string,
  t: Translate,
): string {
  if (value === '') return t('common:table.noGroupValue')
  return columns.find(({ sort }) => sort === column)?.group?.(value) ?? value
}

/** The order after a column is moved by one place among all columns. */
export function moveColumn(order: readonly string[], key: string, by: -1 | 1): string[] {
  const from = order.indexOf(key)
  const to = from + by
  if (from === -1 || to < 0 || to >= order.length) return [...order]
  const result = order.filter((other) => other !== key)
  result.splice(to, 0, key)
  return result
}

/** The order after a column is put before another one, or at the end. The first column keeps its place. */
export function placeColumn(order: readonly string[], key: string, before: string | null): string[] {
  const [first] = order
  if (key === first || before === first || key === before || !order.includes(key)) return [...order]
  const result = order.filter((other) => other !== key)
  const place = before === null ? -1 : result.indexOf(before)
  result.splice(place === -1 ? result.length : place, 0, key)
  return result
}

/** The order after a column on the screen changes places with its neighbour there; hidden ones between are passed over. */
export function swapShown(
  order: readonly string[],
  shown: readonly string[],
  key: string,
  by: -1 | 1,
): string[] {
  const place = shown.indexOf(key)
  const neighbour = shown[place + by]
  if (place < 1 || neighbour === undefined) return [...order]
  return by === -1 ? placeColumn(order, key, neighbour) : placeColumn(order, neighbour, key)
}

/** The sorting after a click on a column: ascending, descending, none; with Shift the other columns stay. */
export function nextSort<Column extends string>(
  sort: readonly { readonly column: Column; readonly descending: boolean }[],
  column: Column,
  isAdded: boolean,
): { column: Column; descending: boolean }[] {
  const present = sort.find((entry) => entry.column === column)
  if (!isAdded) {
    const isOnly = present !== undefined && sort.length === 1
    return isOnly && present.descending ? [] : [{ column, descending: isOnly && !present.descending }]
  }
  if (present === undefined) return [...sort, { column, descending: false }].slice(-4)
  if (present.descending) return sort.filter((entry) => entry.column !== column)
  return sort.map((entry) => (entry.column === column ? { column, descending: true } : entry))
}
