import { z } from 'zod'
import { idSchema } from '../kernel/record.ts'

/** The places whose lists can be kept as views. */
export const viewPlaceSchema = z.enum([
  'partners',
  'agreements',
  'programmes',
  'mobility',
  'stakeholders',
  'surveys',
])
export type ViewPlace = z.infer<typeof viewPlaceSchema>

/** Order, choice and widths (px) of a table's columns, by their keys. */
export const columnLayoutSchema = z.object({
  order: z.array(z.string()).max(200),
  hidden: z.array(z.string()).max(200),
  widths: z.record(z.string(), z.number().min(40).max(2000)),
})
export type ColumnLayout = z.infer<typeof columnLayoutSchema>

/** What a view shows of a list. It names filters, columns and days as the place does; what it no longer knows is passed over. */
export const viewStateSchema = z.object({
  text: z.string().max(200),
  /** Only what is limited; days relative to today stand as words (`relative-days.ts`). */
  filter: z.record(z.string(), z.unknown()),
  sort: z.array(z.object({ column: z.string(), descending: z.boolean() })).max(4),
  group: z.string().nullable(),
  /** Null: the columns as the table has them at first. */
  columns: columnLayoutSchema.nullable(),
})
export type ViewState = z.infer<typeof viewStateSchema>

export const viewNameSchema = z.string().trim().min(1).max(80)

/** A list that is worth coming back to, kept in the workspace for everyone who works in it. */
export const savedViewSchema = z.object({
  id: idSchema,
  revision: z.number().int().min(1),
  place: viewPlaceSchema,
  name: viewNameSchema,
  state: viewStateSchema,
})
export type SavedView = z.infer<typeof savedViewSchema>
