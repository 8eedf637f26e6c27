import { z } from 'zod'
import {
  type ImportKind,
  type IncomingRow,
  type MatchingRegister,
  type RawRow,
} from '../../../shared/accreditation/import/incoming.ts'
import { homeIdsOf, readDeqarRow } from '../../../shared/accreditation/import/read-deqar.ts'
import { readEpvoRow } from '../../../shared/accreditation/import/read-epvo.ts'
import { isOwnRegister, readOwnRow } from '../../../shared/accreditation/import/read-own.ts'
import { importLimits } from '../../../shared/imports/limits.ts'
import { cellText, type Sheet } from '../../../shared/imports/sheet.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import { readSpreadsheet } from '../imports/spreadsheet-reader.ts'
import type { FileGrants } from '../files.ts'

export type ReadFile = { readonly kind: ImportKind; readonly rows: IncomingRow[] }

/** A header is looked for among so many rows with content: titles stand above it. */
const searchedRows = 20

/**
 * Reads a file of accreditations and tells by its columns where it comes from: rows of the platform's table
 * UNIVERSITY_ACCREDITATION (JSON, CSV or a workbook), DEQAR's submission template, or a register of the university.
 * Refuses with `accreditation-file-unknown`.
 */
export async function readAccreditationFile(
  files: FileGrants,
  file: FileGrant,
  register: MatchingRegister,
): Promise<ReadFile> {
  const table = file.name.toLowerCase().endsWith('.json')
    ? await readJson(files, file)
    : await readTable(files, file)
  const kind = table === null ? null : kindOf(table.titles)
  if (table === null || kind === null) throw new AppError('accreditation-file-unknown', { name: file.name })
  const homeIds = homeIdsOf(table.rows, register.partners)
  const rows = table.rows.map((row) => {
    if (kind === 'epvo') return readEpvoRow(row, register)
    return kind === 'deqar' ? readDeqarRow(row, register, homeIds) : readOwnRow(row, register)
  })
  return { kind, rows }
}

type Table = { readonly titles: readonly string[]; readonly rows: RawRow[] }

function kindOf(titles: readonly string[]): ImportKind | null {
  const names = new Set(titles.map((title) => title.trim().toLowerCase().replaceAll('_', '')))
  if (names.has('accredagencyid')) return 'epvo'
  if (names.has('validfrom') && (names.has('agency') || names.has('decision'))) return 'deqar'
  return isOwnRegister(titles) ? 'own' : null
}

const jsonRowSchema = z.record(z.string(), z.unknown())
/** The rows themselves, or a page of the platform's answer around them. */
const jsonSchema = z.union([
  z.array(jsonRowSchema),
  z.object({ content: z.array(jsonRowSchema) }).transform(({ content }) => content),
])

async function readJson(files: FileGrants, file: FileGrant): Promise<Table | null> {
  if ((await files.size(file)) > importLimits.fileBytes)
    throw new AppError('accreditation-file-unknown', { name: file.name })
  const { data } = jsonSchema.safeParse(parsed(new TextDecoder().decode(await files.read(file))))
  if (data === undefined || data.length === 0 || data.length > importLimits.rows) return null
  return {
    titles: Object.keys(data[0] ?? {}),
    rows: data.map((values, index) => ({
      row: index + 1,
      values: new Map(Object.entries(values).map(([name, value]) => [name, plainText(value)])),
    })),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

async function readTable(files: FileGrants, file: FileGrant): Promise<Table | null> {
  const { sheets } = await readSpreadsheet({ path: files.resolve(file), encoding: null })
  return sheets.map(tableOf).find((table) => table !== null) ?? null
}

/** The rows under the first row whose titles say where they come from. */
function tableOf({ rows }: Sheet): Table | null {
  for (const [index, { cells }] of rows.slice(0, searchedRows).entries()) {
    const titles = cells.map(cellText)
    if (kindOf(titles) === null) continue
    const below = rows.slice(index + 1)
    return {
      titles,
      rows: below.map((row) => ({
        row: row.row,
        values: new Map(titles.map((title, column) => [title, cellText(row.cells[column] ?? null)])),
      })),
    }
  }
  return null
}
