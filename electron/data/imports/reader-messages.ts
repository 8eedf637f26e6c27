import { z } from 'zod'
import { sheetRowSchema, sheetSchema, workbookSchema } from '../../../shared/imports/sheet.ts'
import { refusalSchema } from '../../../shared/kernel/app-error.ts'

/** What the reading thread sends: each sheet, its rows in parts, then the file's own facts or the refusal. */
export const readerMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sheet'), sheet: sheetSchema.omit({ rows: true }) }),
  z.object({ kind: z.literal('rows'), rows: z.array(sheetRowSchema) }),
  z.object({ kind: z.literal('done'), file: workbookSchema.omit({ sheets: true }) }),
  z.object({ kind: z.literal('refused'), refusal: refusalSchema }),
])
export type ReaderMessage = z.infer<typeof readerMessageSchema>
