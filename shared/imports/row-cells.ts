import { type CellProblem, type Reading, type ReadingError, atCell } from './cell-problem.ts'
import { isCellError, saysNothing, withoutGuard } from './read-values.ts'
import { type Cell, cellText, isBlank } from './sheet.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { type ColumnTarget, type HeaderRows, isCountField, type TargetField } from './target-fields.ts'

/** A filled cell and where it stands. */
export type TakenCell = { cell: Cell; column: number }

/** The matched cells of one row, with the problems found while reading them. */
export type RowCells = {
  row: number
  problems: CellProblem[]
  /** The filled cell of a field; null when it is not matched, blank, says nothing or holds a failed formula. */
  take(field: TargetField, academicYear?: number | null): TakenCell | null
  /** Reads the field's cell; undefined when there is nothing, or it could not be read and a problem was noted. */
  value<T>(
    field: TargetField,
    reader: (cell: Cell) => Reading<T>,
    academicYear?: number | null,
  ): T | undefined
  /** Notes an error at the field's cell. */
  fail(error: ReadingError, field: TargetField | null): void
  /** First row of the merged block that the field's cell belongs to; null when it stands alone. */
  groupOf(field: TargetField): number | null
  has(field: TargetField): boolean
}

export type RowSource = {
  grid: SheetGrid
  mapping: readonly ColumnTarget[]
  header: HeaderRows
  /** The value above for a blank cell, where blanks repeat the value above. */
  above: ReadonlyMap<number, Cell>
  /** Text of the section heading that the row stands under, by field. */
  section: ReadonlyMap<TargetField, string>
}

/** Fields in which «нет» is an answer and not the lack of one. */
const answersNo: ReadonlySet<TargetField> = new Set(['programme.registerStatus'])

/** Opens a row for reading. Merged blocks repeat their value in every row, but counts are taken once. */
export function openRow(source: RowSource, row: number): RowCells {
  const { grid, mapping, header } = source
  const problems: CellProblem[] = []
  const failed = new Set<number>()
  const columnOf = (field: TargetField, academicYear: number | null): number | null =>
    mapping.find((target) => target.field === field && target.academicYear === academicYear)?.column ?? null

  function valueAt(column: number, field: TargetField): Cell {
    const own = withoutGuard(grid.cell(row, column))
    if (!isBlank(own) || isCountField(field)) return own
    const merge = grid.groupMerge(row, column)
    if (merge !== null && merge.firstRow > header.lastRow)
      return withoutGuard(grid.cell(merge.firstRow, merge.firstColumn))
    return source.above.get(column) ?? source.section.get(field) ?? null
  }

  function take(field: TargetField, academicYear: number | null = null): TakenCell | null {
    const column = columnOf(field, academicYear)
    if (column === null) {
      const heading = source.section.get(field)
      return heading === undefined ? null : { cell: heading, column: -1 }
    }
    const cell = valueAt(column, field)
    if (
      isBlank(cell) ||
      (!answersNo.has(field) && saysNothing(cellText(cell))) ||
      /^[-–—]+$/.test(cellText(cell))
    )
      return null
    if (!isCellError(cell)) return { cell, column }
    if (!failed.has(column))
      problems.push(
        atCell({ rule: 'import-cell-error', params: { value: cellText(cell) } }, { column, target: field }),
      )
    failed.add(column)
    return null
  }

  function fail(error: ReadingError, field: TargetField | null, academicYear: number | null = null): void {
    const column = field === null ? null : columnOf(field, academicYear)
    problems.push(atCell(error, { column, target: field }))
  }

  return {
    row,
    problems,
    take,
    fail,
    value(field, reader, academicYear = null) {
      const taken = take(field, academicYear)
      if (taken === null) return undefined
      const reading = reader(taken.cell)
      if ('value' in reading) return reading.value
      fail(reading.error, field, academicYear)
      return undefined
    },
    groupOf(field) {
      const column = columnOf(field, null)
      const merge = column === null ? null : grid.groupMerge(row, column)
      return merge !== null && merge.firstRow > header.lastRow ? merge.firstRow : null
    },
    has: (field) => mapping.some((target) => target.field === field),
  }
}
