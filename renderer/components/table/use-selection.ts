import { useState } from 'react'

/** The selected rows by their key. */
export type Selection<Row> = ReadonlyMap<string, Row>

export type SelectionState<Row> = {
  readonly selected: Selection<Row>
  readonly clear: () => void
  readonly set: (rows: readonly Row[]) => void
  readonly toggle: (row: Row) => void
  /** The position that a Shift-selection starts from. */
  readonly anchor: number
  readonly setAnchor: (index: number) => void
}

/** Which rows are selected. Rows keep their selection while they are scrolled away. */
export function useSelection<Row>(keyOf: (row: Row) => string): SelectionState<Row> {
  const [selected, setSelected] = useState<Selection<Row>>(new Map())
  const [anchor, setAnchor] = useState(0)
  return {
    selected,
    clear: () => setSelected(new Map()),
    set: (rows) => setSelected(new Map(rows.map((row) => [keyOf(row), row]))),
    toggle: (row) =>
      setSelected((before) => {
        const next = new Map(before)
        if (!next.delete(keyOf(row))) next.set(keyOf(row), row)
        return next
      }),
    anchor,
    setAnchor,
  }
}
