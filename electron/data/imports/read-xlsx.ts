import { zipSync } from 'fflate'
import { streamXlsxRows } from 'hucre/xlsx'
import { importLimits } from '../../../shared/imports/limits.ts'
import type { Cell, Sheet, SheetNotice, SheetRow, Workbook } from '../../../shared/imports/sheet.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { isDay } from '../../../shared/kernel/day.ts'
import { listMerges, listSheetParts, type SheetPart, xmlText } from './workbook-parts.ts'
import { openZip, unpack } from './zip-guard.ts'

/** Parts that no register needs: pictures, charts, comments, caches, links, macros. They stay packed. */
const unread =
  /(?:^|\/)(?:drawings|charts|chartsheets|media|embeddings|externalLinks|comments\d*|threadedComments|persons|pivotTables|pivotCache|tables|printerSettings|theme|customXml|docProps|ctrlProps|activeX|slicers|slicerCaches|queryTables|webextensions)(?:\/|\.|$)/i

/**
 * Reads an .xlsx workbook: values only, formulas never evaluated. The container is checked and unpacked by us
 * and handed to the parser packed anew, so that the parser sees exactly the bytes that were counted.
 */
export async function readXlsx(bytes: Buffer): Promise<Omit<Workbook, 'sha256'>> {
  const directory = await openZip(bytes)
  const names = directory.entries.map((entry) => entry.fileName)
  refuseOtherContainers(names)
  const parts = await unpack(directory, (name) => /\.(?:xml|rels)$/i.test(name) && !unread.test(name))
  for (const [name, part] of parts) checkPart(name, part)
  const packed = zipSync(Object.fromEntries(parts), { level: 0 })
  const notices = new Set(noticesOf(names))
  const sheets: Sheet[] = []
  for (const sheet of listSheetParts(parts)) {
    const merges = listMerges(xmlText(parts.get(sheet.path) ?? Buffer.alloc(0)))
    if (merges === null) notices.add('merges-ignored')
    const rows = await readRows(packed, sheet)
    sheets.push({ name: sheet.name, isHidden: sheet.isHidden, rows, merges: merges ?? [] })
  }
  return { format: 'xlsx', encoding: null, delimiter: null, sheets, notices: [...notices] }
}

function refuseOtherContainers(names: readonly string[]): void {
  const has = (name: string): boolean => names.includes(name)
  if (has('xl/workbook.bin')) throw new AppError('import-binary-workbook')
  if (has('content.xml') && has('mimetype')) throw new AppError('import-open-document')
  if (!has('[Content_Types].xml')) throw new AppError('import-not-a-workbook')
}

function checkPart(name: string, part: Buffer): void {
  if (/sharedStrings\.xml$/i.test(name) && part.length > importLimits.sharedStringBytes) {
    throw new AppError('import-unpacked-too-large', {
      limit: Math.round(importLimits.sharedStringBytes / 1024 / 1024),
    })
  }
  xmlText(part)
}

function noticesOf(names: readonly string[]): SheetNotice[] {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  const notices: SheetNotice[] = []
  if (has(/vbaProject\.bin$/i)) notices.push('macros')
  if (has(/externalLinks\//i)) notices.push('external-links')
  if (has(/embeddings\//i)) notices.push('embedded-files')
  return notices
}

async function readRows(packed: Uint8Array, sheet: SheetPart): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  let cellCount = 0
  try {
    for await (const { index, values } of streamXlsxRows(packed, { sheet: sheet.index })) {
      const cells = trimmed(values.map(toCell))
      if (cells.length === 0) continue
      cellCount += cells.length
      checkExtent(cells, rows.length, cellCount)
      rows.push({ row: index + 1, cells })
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('import-damaged')
  }
  return rows
}

function checkExtent(cells: readonly Cell[], rows: number, cellCount: number): void {
  if (cells.length > importLimits.columns) {
    throw new AppError('import-too-many-columns', { limit: importLimits.columns })
  }
  if (rows >= importLimits.rows || cellCount > importLimits.cells) {
    throw new AppError('import-too-many-rows', { limit: importLimits.rows })
  }
  if (cells.some((cell) => typeof cell === 'string' && cell.length > importLimits.cellCharacters)) {
    throw new AppError('import-cell-too-long', { limit: importLimits.cellCharacters })
  }
}

function toCell(value: string | number | boolean | Date | null): Cell {
  if (!(value instanceof Date)) return value === '' ? null : value
  const day = Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  // A serial that Excel itself cannot show as a date.
  return isDay(day) ? { day } : '#####'
}

/** The cells without blanks at the end; formatted but empty cells do not make a row. */
function trimmed(cells: Cell[]): Cell[] {
  const last = cells.findLastIndex(
    (cell) => cell !== null && (typeof cell !== 'string' || cell.trim() !== ''),
  )
  return cells.slice(0, last + 1)
}
