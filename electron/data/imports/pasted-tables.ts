import { createHash, randomUUID } from 'node:crypto'
import { type PastedTable, sheetOfPasted } from '../../../shared/imports/pasted-table.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import type { OpenedSheet } from './open-sheet.ts'

/** Tables that stay in memory: the one that is imported, and the one before for whoever goes back. */
const keptTables = 2

/** Tables from the clipboard, each known by a token like that of a chosen file. */
export type PastedTables = {
  add(table: PastedTable): FileGrant
  /** Undefined: no table has this token, or it was pushed out by later ones. */
  open(token: string): OpenedSheet | undefined
  clear(): void
}

export function createPastedTables(): PastedTables {
  const tables = new Map<string, OpenedSheet>()
  return {
    add(table) {
      const token = randomUUID()
      tables.set(token, openPasted(table))
      for (const old of [...tables.keys()].slice(0, -keptTables)) tables.delete(old)
      return { grant: token, name: table.name }
    },
    open: (token) => tables.get(token),
    clear: () => tables.clear(),
  }
}

function openPasted(table: PastedTable): OpenedSheet {
  const { sheet, header } = sheetOfPasted(table)
  return {
    sheet,
    workbook: {
      format: 'pasted',
      encoding: null,
      delimiter: null,
      sheets: [sheet],
      notices: [],
      sha256: createHash('sha256').update(JSON.stringify(table.rows)).digest('hex'),
    },
    pasted: { entity: table.entity, columns: table.columns, header },
  }
}
