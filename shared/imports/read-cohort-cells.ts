import type { CohortFacts } from './facts.ts'
import { readAcademicYear, readCount, readLine } from './read-values.ts'
import type { RowCells } from './row-cells.ts'
import { type ColumnTarget, isCountField } from './target-fields.ts'

/**
 * The counts of a row by academic year: the year of the column's name, else that of the row, else the one given for
 * the import.
 */
export function readRowCohorts(
  cells: RowCells,
  mapping: readonly ColumnTarget[],
  defaultYear: number,
): CohortFacts[] {
  const rowYear = cells.value('cohort.academicYear', readAcademicYear) ?? defaultYear
  const source = cells.value('cohort.source', (cell) => readLine(cell, 300)) ?? ''
  const byYear = new Map<number, CohortFacts>()
  for (const { field, academicYear } of mapping) {
    if (field === null || !isCountField(field)) continue
    const count = cells.value(field, readCount, academicYear)
    if (count === undefined) continue
    const year = academicYear ?? rowYear
    const cohort = byYear.get(year) ?? { academicYear: year, counts: {}, source }
    cohort.counts[field] = count
    byYear.set(year, cohort)
  }
  return [...byYear.values()].toSorted((a, b) => a.academicYear - b.academicYear)
}
