import { z } from 'zod'
import { daySchema } from './day.ts'
import { languageSchema } from './record.ts'

/** Part of a sorted, filtered register, for a virtualised table. `columns` names the sortable columns. */
export function listInputSchema<
  Filter extends z.ZodType,
  const Columns extends readonly [string, ...string[]],
>(filter: Filter, columns: Columns) {
  return z.object({
    /** Folded text that must occur in the record; empty: all. */
    text: z.string().max(200),
    filter,
    sort: z.array(z.object({ column: z.enum(columns), descending: z.boolean() })).max(4),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(20_000),
    /** The day on which computed values (such as an agreement's status) are taken. */
    on: daySchema,
    /** Language of names and of the alphabet that sorts them. */
    language: languageSchema,
  })
}

/** Answer to a list: the window of rows, how many there are in all, and counts per facet value over the filtered text. */
export function listOutputSchema<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    total: z.number().int(),
    /** Number of records before any filter or text. */
    unfiltered: z.number().int(),
    /** Facet → value → count, taken before the facets' own filters. */
    facets: z.record(z.string(), z.record(z.string(), z.number().int())),
  })
}
