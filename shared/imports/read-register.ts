import { classifyRows, type ClassifiedRow } from './classify-rows.ts'
import { hasError } from './cell-problem.ts'
import type { PartnerFacts, RowFacts } from './facts.ts'
import { readRowAgreement } from './read-agreement-cells.ts'
import { readRowCohorts } from './read-cohort-cells.ts'
import { readRowPartners } from './read-partner-cells.ts'
import { readRowProgramme } from './read-programme-cells.ts'
import { openRow } from './row-cells.ts'
import { type Cell, isBlank, type Sheet } from './sheet.ts'
import { gridOf, type SheetGrid } from './sheet-grid.ts'
import { type ColumnTarget, groupOf, type HeaderRows, type TargetGroup } from './target-fields.ts'

/** How a sheet is to be understood. */
export type SheetLayout = {
  header: HeaderRows
  mapping: readonly ColumnTarget[]
  /** Academic year of counts whose column and row name none. */
  academicYear: number
  /** Blank cells of partners and agreements repeat the value above, as in text tables made from merged cells. */
  fillDown: boolean
}

export type RegisterReader = {
  /** Every row below the header and what it is. */
  rows: readonly ClassifiedRow[]
  /** Reads the next data rows; call it with the rows in their order. */
  read(row: ClassifiedRow): RowFacts
}

/** Prepares a sheet for reading row by row. `isKnown` tells the folded names of stored partners. */
export function createRegisterReader(
  sheet: Sheet,
  layout: SheetLayout,
  isKnown: (folded: string) => boolean,
): RegisterReader {
  const grid = gridOf(sheet)
  const { header, mapping, academicYear } = layout
  const repeated = layout.fillDown ? createRepeater(grid, mapping) : null
  return {
    rows: classifyRows(grid, header, mapping),
    read({ row, section }) {
      const cells = openRow({ grid, mapping, header, above: repeated?.(row) ?? new Map(), section }, row)
      return {
        row,
        partners: readRowPartners(cells, isKnown),
        agreement: readRowAgreement(cells),
        programme: readRowProgramme(cells),
        cohorts: readRowCohorts(cells, mapping, academicYear),
        problems: cells.problems,
      }
    },
  }
}

/**
 * What blank cells repeat: a row without a partner continues that of the row above, and one that says nothing of an
 * agreement either continues that too.
 */
function createRepeater(
  grid: SheetGrid,
  mapping: readonly ColumnTarget[],
): (row: number) => ReadonlyMap<number, Cell> {
  const columnsOf = (group: TargetGroup): number[] =>
    mapping.flatMap(({ field, column }) => (field !== null && groupOf(field) === group ? [column] : []))
  const [partner, agreement] = [columnsOf('partner'), columnsOf('agreement')]
  const above = new Map<number, Cell>()
  return (row) => {
    const isFilled = (columns: readonly number[]): boolean =>
      columns.some((column) => !isBlank(grid.cell(row, column)))
    const remember = (columns: readonly number[]): void => {
      for (const column of columns) above.set(column, grid.cell(row, column))
    }
    if (isFilled(partner)) remember([...partner, ...agreement])
    else if (isFilled(agreement)) remember(agreement)
    return above
  }
}

/** Partners of the rows that share a merged cell, by the first row of the block; rows with errors do not speak. */
export function groupPartners(
  facts: readonly RowFacts[],
  groupOfRow: (facts: RowFacts) => number | null,
): Map<number, PartnerFacts[]> {
  const groups = new Map<number, PartnerFacts[]>()
  for (const row of facts) {
    const group = groupOfRow(row)
    if (group === null || hasError(row.problems)) continue
    groups.set(group, [...(groups.get(group) ?? []), ...row.partners])
  }
  return groups
}
