import { z } from 'zod'
import { fileGrantSchema, procedure } from '../kernel/contract-base.ts'
import { daySchema } from '../kernel/day.ts'
import { recordContract } from '../kernel/record-contract.ts'
import { idSchema, languageSchema } from '../kernel/record.ts'
import {
  audienceSchema,
  involvementColumns,
  involvementFieldsSchema,
  involvementFilterSchema,
  involvementSchema,
  involvementSummarySchema,
} from './involvement.ts'

const audienceCountSchema = z.object({
  academicYear: z.number().int(),
  audience: audienceSchema,
  events: z.number().int(),
  persons: z.number().int().nullable(),
})

const periodSchema = z.object({ from: daySchema, to: daySchema, language: languageSchema })

/** A piece of evidence that a record can point at. */
const evidenceChoiceSchema = z.object({ id: idSchema, name: z.string() })

/** Who took part in the quality of the programmes, and what came of it. */
export const stakeholdersContract = {
  ...recordContract({
    record: involvementSchema,
    fields: involvementFieldsSchema,
    summary: involvementSummarySchema,
    filter: involvementFilterSchema,
    columns: involvementColumns,
  }),
  /** Events and people per academic year and audience. */
  summary: procedure.output(z.array(audienceCountSchema)),
  /** Evidence that contains the text in its name, or has the ids. */
  evidenceChoices: procedure
    .input(
      z.object({ text: z.string().max(200), ids: z.array(idSchema).nullable(), language: languageSchema }),
    )
    .output(z.array(evidenceChoiceSchema)),
  /** Writes the report on participation in the period to a file the person chose. */
  saveReport: procedure
    .input(periodSchema.extend({ format: z.enum(['pdf', 'xlsx']), file: fileGrantSchema }))
    .output(z.object({ events: z.number().int() })),
  /** Puts the report as PDF into the library of evidence, in one transaction. */
  keepReport: procedure.input(periodSchema).output(evidenceChoiceSchema),
}
