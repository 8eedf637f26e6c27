import { type RowOutcome, type PreviewRow } from '../../../shared/imports/import-result.ts'
import { cellText } from '../../../shared/imports/sheet.ts'
import { gridOf } from '../../../shared/imports/sheet-grid.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { CheckedImport } from './check-import.ts'

/** Previews that stay in memory: the one on the screen, and the one before for whoever goes back. */
const keptPreviews = 2

/** Checked imports that wait for the person's word. */
export type PreviewStore = {
  add(id: string, checked: CheckedImport): void
  /** Refuses with `import-preview-gone`. */
  get(id: string): CheckedImport
  remove(id: string): void
  clear(): void
}

export function createPreviewStore(): PreviewStore {
  const previews = new Map<string, CheckedImport>()
  return {
    add(id, checked) {
      previews.set(id, checked)
      for (const old of [...previews.keys()].slice(0, -keptPreviews)) previews.delete(old)
    },
    get(id) {
      const checked = previews.get(id)
      if (checked === undefined) throw new AppError('import-preview-gone')
      return checked
    },
    remove: (id) => void previews.delete(id),
    clear: () => previews.clear(),
  }
}

export type RowFilter = {
  outcomes: readonly RowOutcome[]
  withProblems: boolean
  offset: number
  limit: number
}

/** A part of the rows that pass the filter, as people see them. */
export function previewRows(
  checked: CheckedImport,
  filter: RowFilter,
): { rows: PreviewRow[]; total: number } {
  const found = checked.rows.filter(
    ({ outcome, problems }) =>
      (filter.outcomes.length === 0 || filter.outcomes.includes(outcome)) &&
      (!filter.withProblems || problems.length > 0),
  )
  return {
    rows: found.slice(filter.offset, filter.offset + filter.limit).map(withCells(checked)),
    total: found.length,
  }
}

/** Adds what the row's cells show. */
export function withCells({
  job,
  titles,
}: CheckedImport): (planned: CheckedImport['rows'][number]) => PreviewRow {
  const grid = gridOf(job.opened.sheet)
  return ({ row, outcome, problems }) => ({
    row,
    outcome,
    problems,
    cells: titles.map((_title, column) => cellText(grid.cell(row, column))),
  })
}
