import { z } from 'zod'
import { procedure } from '../kernel/contract-base.ts'
import { daySchema } from '../kernel/day.ts'
import { recordContract } from '../kernel/record-contract.ts'
import { idSchema } from '../kernel/record.ts'
import {
  agreementColumns,
  agreementFieldsSchema,
  agreementFilterSchema,
  agreementSchema,
  agreementStatusSchema,
  agreementSummarySchema,
} from './agreement.ts'

export const agreementsContract = {
  ...recordContract({
    record: agreementSchema,
    fields: agreementFieldsSchema,
    summary: agreementSummarySchema,
    filter: agreementFilterSchema,
    columns: agreementColumns,
  }),
  /** A draft that renews the agreement: parties, kind and subject copied, dates and files left empty. Not saved yet. */
  draftRenewal: procedure.input(z.object({ id: idSchema })).output(agreementFieldsSchema),
  /** How the status of unsaved fields would read on a day, for the form's preview. */
  statusOf: procedure.input(z.object({ fields: agreementFieldsSchema, on: daySchema })).output(
    z.object({
      status: agreementStatusSchema,
      endsOn: daySchema.nullable(),
      noticeBy: daySchema.nullable(),
    }),
  ),
}
