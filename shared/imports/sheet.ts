import { z } from 'zod'

/** A calendar day read from a cell that the spreadsheet formats as a date. */
const dateCellSchema = z.object({ day: z.string() })

/** What a cell holds. A number in a date column may be a day's serial number. */
export const cellSchema = z.union([z.string(), z.number(), z.boolean(), dateCellSchema, z.null()])
export type Cell = z.infer<typeof cellSchema>

/** One row with content. `row` counts from 1 as the spreadsheet shows it; `cells` starts at column A. */
export const sheetRowSchema = z.object({ row: z.number().int().min(1), cells: z.array(cellSchema) })
export type SheetRow = z.infer<typeof sheetRowSchema>

/** A merged range; rows count from 1, columns from 0, both ends inclusive. */
export const mergeSchema = z.object({
  firstRow: z.number().int(),
  lastRow: z.number().int(),
  firstColumn: z.number().int(),
  lastColumn: z.number().int(),
})
export type Merge = z.infer<typeof mergeSchema>

/** One sheet with its content rows; empty rows are left out, so `row` may jump. */
export const sheetSchema = z.object({
  name: z.string(),
  isHidden: z.boolean(),
  rows: z.array(sheetRowSchema),
  merges: z.array(mergeSchema),
})
export type Sheet = z.infer<typeof sheetSchema>

export const encodingSchema = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'kz-1048', 'ibm866'])
export type Encoding = z.infer<typeof encodingSchema>

/** What encodings are called in every language. */
export const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1251': 'Windows-1251',
  'kz-1048': 'KZ-1048',
  ibm866: 'DOS 866',
}

export const delimiterSchema = z.enum([';', ',', '\t'])
export type Delimiter = z.infer<typeof delimiterSchema>

/** What delimiters are called in `imports.json`. */
export const delimiterNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const satisfies Record<
  Delimiter,
  string
>

/** Parts of a workbook that are left unread, and shown as such. */
export const sheetNoticeSchema = z.enum(['macros', 'external-links', 'embedded-files', 'merges-ignored'])
export type SheetNotice = z.infer<typeof sheetNoticeSchema>

/** What the rows come from: a workbook, a text file, or the clipboard. */
export const sourceFormatSchema = z.enum(['xlsx', 'csv', 'pasted'])

/** Everything read from one file. */
export const workbookSchema = z.object({
  format: sourceFormatSchema,
  /** Encoding and delimiter of a text file; null for a workbook. */
  encoding: encodingSchema.nullable(),
  delimiter: delimiterSchema.nullable(),
  sheets: z.array(sheetSchema),
  notices: z.array(sheetNoticeSchema),
  /** Lower-case hexadecimal SHA-256 of the file. */
  sha256: z.string(),
})
export type Workbook = z.infer<typeof workbookSchema>

/** A cell as one line of text for people, as close to the spreadsheet's own display as its value allows. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.day.split('-').toReversed().join('.')
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(cell).trim()
}

/** Whether the cell holds nothing but blanks. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')
}

/** The spreadsheet's letter for a column counted from 0: 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  }
  return letters
}
