import { z } from 'zod'
import type { ClassifiedRow } from './classify-rows.ts'
import type { Sheet } from './sheet.ts'
import type { HeaderRows } from './target-fields.ts'

/** Why a row of the sheet is not imported. `title`: it stands above the names of the columns. */
export const skippedKindSchema = z.enum([
  'title',
  'section',
  'total',
  'repeated-header',
  'numbering',
  'empty',
])
export type SkippedKind = z.infer<typeof skippedKindSchema>

const count = z.number().int()

/** Rows that are passed over for one reason, with their numbers as ranges, both ends inclusive. */
export const skippedRowsSchema = z.object({
  kind: skippedKindSchema,
  count,
  /** The first ranges; the others are in `count` only. */
  ranges: z.array(z.object({ first: count, last: count })),
})
export type SkippedRows = z.infer<typeof skippedRowsSchema>

const mostRanges = 40

/** The rows of a sheet that are passed over, by reason, from the one that explains most. Blank rows count as empty. */
export function listSkippedRows(
  sheet: Sheet,
  header: HeaderRows,
  classified: readonly ClassifiedRow[],
): SkippedRows[] {
  const rows = new Map<SkippedKind, number[]>(skippedKindSchema.options.map((kind) => [kind, []]))
  for (const { row } of sheet.rows) if (row < header.firstRow) rows.get('title')?.push(row)
  let before = header.lastRow
  for (const { row, kind } of classified) {
    for (let blank = before + 1; blank < row; blank += 1) rows.get('empty')?.push(blank)
    if (kind !== 'data') rows.get(kind)?.push(row)
    before = row
  }
  return [...rows].flatMap(([kind, numbers]) =>
    numbers.length === 0
      ? []
      : [{ kind, count: numbers.length, ranges: rangesOf(numbers).slice(0, mostRanges) }],
  )
}

function rangesOf(numbers: readonly number[]): SkippedRows['ranges'] {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && last.last + 1 === number) last.last = number
    else ranges.push({ first: number, last: number })
  }
  return ranges
}
