import { z } from 'zod'
import { fileGrantSchema, procedure } from '../kernel/contract-base.ts'
import { daySchema } from '../kernel/day.ts'
import { recordContract } from '../kernel/record-contract.ts'
import { idSchema, languageSchema } from '../kernel/record.ts'
import {
  accreditationColumns,
  accreditationFieldsSchema,
  accreditationFilterSchema,
  accreditationSchema,
  accreditationSummarySchema,
} from './accreditation.ts'
import {
  agencyColumns,
  agencyFieldsSchema,
  agencyFilterSchema,
  agencySchema,
  agencySummarySchema,
} from './agency.ts'
import { conflictSchema } from './conflicts.ts'
import { importKindSchema, plannedRowSchema } from './import/incoming.ts'
import { shareSchema } from './shares.ts'
import { accreditationWarningSchema } from './warnings.ts'

/** The bodies that accredit. Those that are known come with the program; a university adds its own. */
export const agenciesContract = recordContract({
  record: agencySchema,
  fields: agencyFieldsSchema,
  summary: agencySummarySchema,
  filter: agencyFilterSchema,
  columns: agencyColumns,
})

const dated = z.object({ on: daySchema, language: languageSchema })

/** A line of the calendar: an accreditation that has an end, with the day on which the next procedure should begin. */
export const calendarEntrySchema = z.object({
  id: idSchema,
  objectName: z.string(),
  agencyName: z.string(),
  validFrom: daySchema.nullable(),
  endsOn: daySchema,
  procedureFrom: daySchema,
  state: accreditationSummarySchema.shape.state,
})
export type CalendarEntry = z.infer<typeof calendarEntrySchema>

export const namedWarningSchema = accreditationWarningSchema.extend({
  objectName: z.string(),
  agencyName: z.string(),
  agreementNumber: z.string(),
})
export type NamedWarning = z.infer<typeof namedWarningSchema>

/** What the page shows above the register. */
export const accreditationStateOfAllSchema = z.object({
  leadMonths: z.number().int(),
  shares: z.array(shareSchema),
  warnings: z.array(namedWarningSchema),
  conflicts: z.array(conflictSchema),
  calendar: z.array(calendarEntrySchema),
})
export type AccreditationOverview = z.infer<typeof accreditationStateOfAllSchema>

/** A letter to an agency about one conflict, filled and ready to be signed. */
export const letterSchema = z.object({
  title: z.string(),
  to: z.string(),
  /** Day and subject above the text. */
  dateLine: z.string(),
  paragraphs: z.array(z.string()),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  closing: z.array(z.string()),
  /** Everything as one text for copying. */
  text: z.string(),
})
export type Letter = z.infer<typeof letterSchema>

/** A conflict is named by any of its records. */
const letterRequest = dated.extend({ accreditationId: idSchema })

export const accreditationContract = {
  ...recordContract({
    record: accreditationSchema,
    fields: accreditationFieldsSchema,
    summary: accreditationSummarySchema,
    filter: accreditationFilterSchema,
    columns: accreditationColumns,
  }),
  /** Shares, warnings, conflicts and the calendar on a day. */
  state: procedure.input(dated).output(accreditationStateOfAllSchema),
  /** Sets how many months before the end the next procedure should begin. */
  setLeadMonths: procedure
    .input(z.object({ months: z.number().int().min(1).max(60) }))
    .output(z.object({ months: z.number().int() })),
  letter: procedure.input(letterRequest).output(letterSchema),
  /** Writes the letter as PDF. */
  saveLetter: procedure
    .input(letterRequest.extend({ to: fileGrantSchema }))
    .output(z.object({ name: z.string() })),
  /** Reads a file of EPVO (JSON or table), of DEQAR (CSV) or of the university, and compares it. Nothing is written. */
  preview: procedure.input(z.object({ file: fileGrantSchema, language: languageSchema })).output(
    z.object({
      preview: idSchema,
      kind: importKindSchema,
      rows: z.array(plannedRowSchema),
      counts: z.record(plannedRowSchema.shape.outcome, z.number().int()),
    }),
  ),
  /** Writes what the preview shows, in one transaction. */
  apply: procedure.input(z.object({ preview: idSchema })).output(
    z.object({
      batch: idSchema,
      created: z.number().int(),
      changed: z.number().int(),
    }),
  ),
  /** Takes an import back, whole. Refused with `import-undo-changed` when its records were changed since. */
  undo: procedure.input(z.object({ batch: idSchema })).output(z.object({ undone: z.number().int() })),
  /** Writes accreditations as rows of DEQAR's submission template, for the agency to hand in. */
  saveDeqar: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(1000), to: fileGrantSchema }))
    .output(z.object({ rows: z.number().int() })),
}
