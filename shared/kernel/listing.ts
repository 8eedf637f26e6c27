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
    /** Rows that are alike in this column come together, before the rest of the sorting; null: not grouped. */
    group: z.enum(columns).nullable().default(null),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(20_000),
    /** The day on which computed values (such as an agreement's status) are taken. */
    on: daySchema,
    /** Language of names and of the alphabet that sorts them. */
    language: languageSchema,
  })
}

/** Column → sum; null: these rows may not be added up, such as learners of several academic years. */
export const sumsSchema = z.record(z.string(), z.number().nullable())
export type Sums = z.infer<typeof sumsSchema>

/** Consecutive rows that are alike in the column of the group; `value` is empty where the records have none. */
export const listGroupSchema = z.object({
  value: z.string(),
  count: z.number().int().min(1),
  sums: sumsSchema,
})
export type ListGroup = z.infer<typeof listGroupSchema>

/** Answer to a list: the window of rows, how many there are in all, and counts per facet value over the filtered text. */
export function listOutputSchema<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    total: z.number().int(),
    /** Number of records before any filter or text. */
    unfiltered: z.number().int(),
    /** Facet → value → count, taken before the facets' own filters. */
    facets: z.record(z.string(), z.record(z.string(), z.number().int())),
    /** Sums of all rows that match, by column. */
    sums: sumsSchema,
    /** The groups of all rows in their order; only with the window that begins the list, and if a group was asked for. */
    groups: z.array(listGroupSchema),
  })
}
