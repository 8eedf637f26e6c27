import type { Day } from '../../../shared/kernel/day.ts'
import type { FieldIssue } from '../record/field-issue.ts'

/** How the value of a cell is typed. */
export type CellControl =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  /** `read`: null when the text is no day. */
  | { readonly kind: 'day'; readonly read: (text: string) => Day | null }
  | {
      readonly kind: 'choice'
      readonly options: readonly { readonly value: string; readonly label: string }[]
    }

/** What became of a save: the issues that refused it, or the record as it is now. */
export type CellSaved =
  | { readonly isSaved: false; readonly issues: readonly FieldIssue[] }
  | {
      readonly isSaved: true
      /** Another cell of the same row, from the record just saved. */
      readonly next: (column: string) => OpenCell | null
      /** Resolves when the list shows what was saved. */
      readonly shown: Promise<unknown>
    }

/** The value of one record that a person edits in its cell. */
export type OpenCell = {
  /** What people call the field. */
  readonly label: string
  readonly control: CellControl
  /** The value as it is typed. */
  readonly typed: string
  readonly save: (typed: string) => Promise<CellSaved>
}

/** What can be edited in the cells of a table. */
export type CellEditing<Row> = {
  readonly has: (column: string) => boolean
  /** Reads the record of the row; null: it cannot be edited now, and the person was told. */
  readonly open: (row: Row, column: string) => Promise<OpenCell | null>
}

/** A cell of a table by its place. */
export type CellPlace = { readonly row: number; readonly column: number }

/** The next cell that can be edited, over the ends of rows; null: there is none. `isRow`: the line holds a record. */
export function nextEditable(
  isEditable: readonly boolean[],
  from: CellPlace,
  step: -1 | 1,
  lines: { readonly count: number; readonly isRow: (line: number) => boolean },
): CellPlace | null {
  if (!isEditable.includes(true)) return null
  let { row, column } = from
  for (;;) {
    column += step
    if (column < 0 || column >= isEditable.length) {
      row += step
      column = step === 1 ? 0 : isEditable.length - 1
    }
    if (row < 0 || row >= lines.count) return null
    if (isEditable[column] === true && lines.isRow(row)) return { row, column }
  }
}
