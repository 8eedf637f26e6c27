import { z } from 'zod'
import { foldText } from '../kernel/fold.ts'
import { findHeader } from './find-header.ts'
import { importLimits } from './limits.ts'
import type { LayoutProposal } from './propose-layout.ts'
import type { ColumnGuess } from './recognise-columns.ts'
import { cellText, isBlank, mergeSchema, type Sheet, type SheetRow } from './sheet.ts'
import { gridOf } from './sheet-grid.ts'
import {
  isCountField,
  type HeaderRows,
  type TargetField,
  targetFieldSchema,
  targetGroupSchema,
  targetKey,
} from './target-fields.ts'

/** How much of the clipboard the import takes; a larger table comes as a file. */
export const pasteLimits = { rows: 20_000, characters: 4_000_000, merges: 2_000 } as const

/** One column of the list that a table is pasted into: its title, and what it means in an import. */
export const listColumnSchema = z.object({
  title: z.string().max(300),
  field: targetFieldSchema.nullable(),
})
export type ListColumn = z.infer<typeof listColumnSchema>

/** Number of characters in all cells. */
const charactersOf = (rows: readonly (readonly string[])[]): number =>
  rows.reduce((sum, row) => row.reduce((inRow, cell) => inRow + cell.length, sum), 0)

const pastedRowsSchema = z
  .array(z.array(z.string().max(importLimits.cellCharacters)).max(importLimits.columns))
  .min(1)
  .max(pasteLimits.rows)
  .refine((rows) => charactersOf(rows) <= pasteLimits.characters)

/** A table from the clipboard, as another program put it there. */
export const pastedTableSchema = z.object({
  /** What the source is called in the history of imports. */
  name: z.string().min(1).max(200),
  /** The kind of record of the list that it is pasted into. */
  entity: targetGroupSchema,
  rows: pastedRowsSchema,
  merges: z.array(mergeSchema).max(pasteLimits.merges),
  /** The columns of the list, from the left. */
  columns: z.array(listColumnSchema).max(importLimits.columns),
})
export type PastedTable = z.infer<typeof pastedTableSchema>

/** Whether the import takes so much text at once. */
export function fitsPaste(rows: PastedTable['rows']): boolean {
  return pastedRowsSchema.safeParse(rows).success
}

/** A pasted table as a sheet, with the row of its column names when it is known without looking at the words. */
export type PastedSheet = { sheet: Sheet; header: HeaderRows | null }

/**
 * The pasted table as a sheet. A table without names of columns gets those of the list as its first row, so that its
 * columns mean what the columns of the list mean, in their order.
 */
export function sheetOfPasted({ name, rows, merges, columns }: PastedTable): PastedSheet {
  const sheet: Sheet = { name, isHidden: false, rows: rowsOf(rows, 1), merges }
  const own: HeaderRows = { firstRow: 1, lastRow: 1 }
  if (namesListColumns(rows[0] ?? [], columns)) return { sheet, header: own }
  const found = findHeader(gridOf(sheet))
  if (found !== null && standsAtTop(rows, found.rows)) return { sheet, header: null }
  const width = Math.max(...rows.map((row) => row.length))
  const titles: SheetRow = { row: 1, cells: columns.slice(0, width).map(({ title }) => title) }
  return {
    sheet: {
      ...sheet,
      rows: [titles, ...rowsOf(rows, 2)],
      merges: merges.map((merge) => ({
        ...merge,
        firstRow: merge.firstRow + 1,
        lastRow: merge.lastRow + 1,
      })),
    },
    header: own,
  }
}

/** Above the names of columns a pasted table has titles at most: nothing, or one cell in a row. */
function standsAtTop(rows: readonly (readonly string[])[], { firstRow }: HeaderRows): boolean {
  return rows.slice(0, firstRow - 1).every((cells) => cells.filter((cell) => !isBlank(cell)).length < 2)
}

function rowsOf(rows: readonly (readonly string[])[], first: number): SheetRow[] {
  return rows.flatMap((cells, index) =>
    cells.every(isBlank)
      ? []
      : [{ row: first + index, cells: cells.map((cell) => (cell === '' ? null : cell)) }],
  )
}

/** The first row of a table that was copied from a list of this program. */
function namesListColumns(first: readonly string[], columns: readonly ListColumn[]): boolean {
  const titles = new Set(columns.map(({ title }) => foldText(title)))
  const filled = first.filter((cell) => !isBlank(cell))
  const known = filled.filter((cell) => titles.has(foldText(cell))).length
  return known > 0 && known >= filled.length * 0.6
}

/** The proposal for a pasted table: columns that are called as in the list mean what they mean there. */
export function meaningsOfList(
  proposal: LayoutProposal,
  columns: readonly ListColumn[],
): (ColumnGuess | (Omit<ColumnGuess, 'basis'> & { basis: 'list' }))[] {
  const meanings = new Map<string, TargetField | null>()
  for (const { title, field } of columns) {
    if (!meanings.has(foldText(title))) meanings.set(foldText(title), field)
  }
  const meaningOf = (column: number) => meanings.get(foldText(cellText(proposal.titles[column] ?? null)))
  const taken = new Set<string>()
  const named = proposal.guesses.map((guess) => {
    const { column, academicYear } = guess.target
    const field = meaningOf(column)
    if (field === undefined || field === null) return null
    const target = { column, field, academicYear: isCountField(field) ? academicYear : null }
    if (taken.has(targetKey(target))) return null
    taken.add(targetKey(target))
    return { target, confidence: 1, basis: 'list' as const }
  })
  return proposal.guesses.map((guess, index) => {
    const ofList = named[index]
    if (ofList !== null && ofList !== undefined) return ofList
    const isComputed = meaningOf(guess.target.column) === null
    if (!isComputed && !taken.has(targetKey(guess.target))) return guess
    return { target: { ...guess.target, field: null, academicYear: null }, confidence: 0, basis: 'none' }
  })
}
