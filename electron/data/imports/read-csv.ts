import Papa from 'papaparse'
import { importLimits } from '../../../shared/imports/limits.ts'
import {
  type Delimiter,
  delimiterSchema,
  type Encoding,
  type SheetRow,
  type Workbook,
} from '../../../shared/imports/sheet.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { decodeText, detectEncoding } from './text-encoding.ts'

/** In order of preference when two fit equally: a tab hardly ever occurs inside a text, a comma often. */
const delimiters: Delimiter[] = ['\t', ';', ',']

/** Reads delimited text. Encoding and delimiter are detected unless the person chose them. */
export function readCsv(
  bytes: Buffer,
  chosen: Encoding | null,
  chosenDelimiter: Delimiter | null = null,
): Omit<Workbook, 'sha256'> {
  const encoding = chosen ?? detectEncoding(bytes)
  const text = decodeText(bytes, encoding)
  if (text.includes('\0')) throw new AppError('import-unknown-format')
  const declared = /^sep=([;,\t])\r?\n/i.exec(text)
  const delimiter =
    chosenDelimiter ?? (declared === null ? detectDelimiter(text) : delimiterSchema.parse(declared[1]))
  const rows = readRows(text, delimiter, declared !== null)
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheets: [{ name: '', isHidden: false, rows, merges: [] }],
    notices: [],
  }
}

function readRows(text: string, delimiter: Delimiter, skipFirst: boolean): SheetRow[] {
  const rows: SheetRow[] = []
  let row = 0
  let refusal: AppError | null = null
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors }, parser) => {
      row += 1
      refusal = refusalOf(data, errors, rows.length)
      if (refusal !== null) parser.abort()
      else if (!(skipFirst && row === 1) && data.some((field) => field.trim() !== '')) {
        rows.push({ row, cells: data.map((field) => (field === '' ? null : field)) })
      }
    },
  })
  if (refusal !== null) throw refusal as AppError
  return rows
}

function refusalOf(
  data: readonly string[],
  errors: readonly Papa.ParseError[],
  rows: number,
): AppError | null {
  if (data.length > importLimits.columns)
    return new AppError('import-too-many-columns', { limit: importLimits.columns })
  if (rows >= importLimits.rows) return new AppError('import-too-many-rows', { limit: importLimits.rows })
  if (errors.some((error) => error.code === 'MissingQuotes')) return new AppError('import-open-quote')
  if (data.some((field) => field.length > importLimits.cellCharacters)) {
    return new AppError('import-cell-too-long', { limit: importLimits.cellCharacters })
  }
  return null
}

/** The delimiter that cuts the first lines into the most equal number of fields above one. */
function detectDelimiter(text: string): Delimiter {
  let best: Delimiter = ';'
  let bestScore = 0
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text.slice(0, 256 * 1024), { delimiter, preview: 100 })
    const counts = new Map<number, number>()
    for (const row of data) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
    const [width = 0, share = 0] = [...counts].toSorted((a, b) => b[1] * b[0] - a[1] * a[0])[0] ?? []
    const score = share * Math.min(width, 50)
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}
