import { stat } from 'node:fs/promises'
import { likeliestSheet } from '../../../shared/imports/propose-layout.ts'
import type { SheetChoice } from '../../../shared/imports/layout.ts'
import type { ListColumn } from '../../../shared/imports/pasted-table.ts'
import type { HeaderRows, TargetGroup } from '../../../shared/imports/target-fields.ts'
import type { Sheet, Workbook } from '../../../shared/imports/sheet.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FileGrants } from '../files.ts'
import type { PastedTables } from './pasted-tables.ts'
import { readSpreadsheet } from './spreadsheet-reader.ts'

/** The sheet that is imported, and of a pasted one the list that it was pasted into. */
export type OpenedSheet = {
  workbook: Workbook
  sheet: Sheet
  pasted: { entity: TargetGroup; columns: readonly ListColumn[]; header: HeaderRows | null } | null
}

/** Reads the files that are imported; the last one stays in memory while it is unchanged, as the steps of an import ask for it. */
export type SheetOpener = {
  open(choice: SheetChoice, signal?: AbortSignal): Promise<OpenedSheet>
  forget(): void
}

export function createSheetOpener(files: FileGrants, tables: PastedTables): SheetOpener {
  let last: { key: string; workbook: Workbook } | null = null
  return {
    async open({ file, encoding, delimiter, sheet }, signal) {
      const pasted = tables.open(file.grant)
      if (pasted !== undefined) return pasted
      const path = files.resolve(file)
      const facts = await stat(path).catch(() => {
        throw new AppError('import-unreadable')
      })
      const key = [path, facts.size, facts.mtimeMs, encoding ?? '', delimiter ?? ''].join('|')
      if (last?.key !== key)
        last = { key, workbook: await readSpreadsheet({ path, encoding, delimiter, signal }) }
      const { workbook } = last
      return { workbook, sheet: findSheet(workbook, sheet), pasted: null }
    },
    forget() {
      last = null
    },
  }
}

function findSheet(workbook: Workbook, name: string | null): Sheet {
  const found =
    name === null ? likeliestSheet(workbook.sheets) : workbook.sheets.find((sheet) => sheet.name === name)
  if (found === undefined) throw new AppError('import-no-sheet', { name: name ?? '' })
  return found
}
