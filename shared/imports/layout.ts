import { z } from 'zod'
import { fileGrantSchema } from '../kernel/contract-base.ts'
import { programmeFeatureSchema } from '../programmes/programme.ts'
import { delimiterSchema, encodingSchema, sheetNoticeSchema, sourceFormatSchema } from './sheet.ts'
import { columnTargetSchema, headerRowsSchema, targetGroupSchema, targetKey } from './target-fields.ts'

/** Which part of which file; null: the likeliest one is found. */
export const sheetChoiceSchema = z.object({
  /** A chosen file, or a table that was pasted. */
  file: fileGrantSchema,
  /** Encoding of a text file. */
  encoding: encodingSchema.nullable(),
  /** What parts the cells of a text file. */
  delimiter: delimiterSchema.nullable(),
  sheet: z.string().max(300).nullable(),
  header: headerRowsSchema.nullable(),
})
export type SheetChoice = z.infer<typeof sheetChoiceSchema>

/** Rows that the names of columns may take when a person says where they are. */
export const mostHeaderRows = 5

/** How the sheet is to be understood; the proposal of `inspect`, with what the person changed in it. */
export const layoutSchema = z.object({
  header: headerRowsSchema.refine(
    ({ firstRow, lastRow }) => lastRow >= firstRow && lastRow - firstRow < mostHeaderRows,
  ),
  mapping: z
    .array(columnTargetSchema)
    .max(256)
    .refine((mapping) => {
      const keys = mapping.filter(({ field }) => field !== null).map(targetKey)
      return new Set(keys).size === keys.length
    }),
  /** Academic year of counts whose column and row name none. */
  academicYear: z.number().int().min(1990).max(2199),
  /** Feature of new programmes whose row names none; null: none. */
  feature: programmeFeatureSchema.nullable(),
  /** Blank cells of partners and agreements repeat the value above. */
  fillDown: z.boolean(),
})
export type Layout = z.infer<typeof layoutSchema>

export const columnProposalSchema = z.object({
  target: columnTargetSchema,
  /** Letter of the column in the spreadsheet. */
  letter: z.string(),
  /** Name of the column, of all header rows joined. */
  title: z.string(),
  /** First filled values, as people see them. */
  samples: z.array(z.string()),
  /** 0 to 1. */
  confidence: z.number(),
  /**
   * What the proposal rests on: an earlier import of the same layout, the list that the table was pasted into, the
   * column's name, its values, or nothing.
   */
  basis: z.enum(['remembered', 'list', 'title', 'values', 'none']),
})
export type ColumnProposal = z.infer<typeof columnProposalSchema>

export const inspectionSchema = z.object({
  format: sourceFormatSchema,
  encoding: encodingSchema.nullable(),
  delimiter: delimiterSchema.nullable(),
  notices: z.array(sheetNoticeSchema),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), rows: z.number().int() })),
  /** The kind of record of the list that the table was pasted into; null: it is a file. */
  entity: targetGroupSchema.nullable(),
  /** The sheet that was looked at. */
  sheet: z.string(),
  /** Its first rows with content, as people see them. */
  grid: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  /** Null: no row looks like a header; the person has to choose it. */
  proposal: z.object({ layout: layoutSchema, columns: z.array(columnProposalSchema) }).nullable(),
})
export type Inspection = z.infer<typeof inspectionSchema>
