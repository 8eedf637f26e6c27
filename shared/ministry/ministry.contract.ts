import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { verificationSchema } from '../exchange/verification.ts'
import { fileGrantSchema, procedure, progressSchema } from '../kernel/contract-base.ts'
import { daySchema } from '../kernel/day.ts'
import { idSchema, languageSchema } from '../kernel/record.ts'
import {
  deadlineSchema,
  formIdSchema,
  formOverviewSchema,
  formRequestSchema,
  outboxPauseSchema,
  packageDetailSchema,
  packageSummarySchema,
  preflightSchema,
  previewSectionSchema,
  receiverFieldsSchema,
  receiverSchema,
  recordedReceiptSchema,
  submissionSchema,
} from './ministry.ts'

const year = z.number().int().min(1990).max(2199)
const byId = z.object({ id: idSchema })

/** Forms, packages, receivers and the outbox. */
export const ministryContract = {
  /** The forms with their deadline and the latest package of the academic year. */
  forms: procedure
    .input(z.object({ academicYear: year, on: daySchema, language: languageSchema }))
    .output(z.array(formOverviewSchema)),
  /** Deadlines of the twelve months from the day, nearest first. */
  deadlines: procedure
    .input(z.object({ on: daySchema, language: languageSchema }))
    .output(z.array(deadlineSchema)),
  preflight: procedure.input(formRequestSchema).output(preflightSchema),
  /** The rows as they would be sent, at most `limit` of each section, with the meaning of codes beside them. */
  preview: procedure
    .input(formRequestSchema.extend({ limit: z.number().int().min(1).max(20_000) }))
    .output(z.array(previewSectionSchema)),
  /**
   * Builds and stores the next revision. Refused on errors (`ministry-preflight-errors`), and on warnings
   * unless `acceptedWarnings` is the digest of exactly the present ones (`ministry-warnings-not-accepted`).
   */
  build: procedure
    .input(formRequestSchema.extend({ acceptedWarnings: z.string().max(64).nullable() }))
    .output(eventIterator(progressSchema, packageSummarySchema)),
  packages: procedure
    .input(z.object({ form: formIdSchema.nullable(), academicYear: year.nullable() }))
    .output(z.array(packageSummarySchema)),
  package: procedure.input(byId).output(packageDetailSchema),
  /** Recomputes every hash of a stored package and compares its manifest with the one recorded at building. */
  verify: procedure.input(byId).output(verificationSchema),
  verifyFile: procedure.input(z.object({ file: fileGrantSchema })).output(verificationSchema),
  /** Writes the stored bytes to a file the person chose. */
  savePackage: procedure.input(z.object({ id: idSchema, to: fileGrantSchema })).output(z.void()),
  /** Takes in a package file that verifies, for sending; the same package twice is one package. */
  adoptPackage: procedure.input(z.object({ file: fileGrantSchema })).output(packageSummarySchema),
  /** Records the answer to a package that was carried by hand. The answer itself names its package. */
  importAnswer: procedure
    .input(z.object({ file: fileGrantSchema }))
    .output(z.object({ packageId: idSchema, isNew: z.boolean(), receipt: recordedReceiptSchema })),

  /** Puts a package into the outbox; the bytes are frozen. Refused while the same package is on its way. */
  send: procedure.input(z.object({ packageId: idSchema, receiverId: idSchema })).output(submissionSchema),
  /**
   * Sends in this call and yields every step until a receipt is recorded or a person is needed; for the command line.
   * A submission that is already on its way to the same address is continued, never doubled.
   */
  sendAndWait: procedure
    .input(
      z.object({
        packageId: idSchema,
        receiver: z.union([
          z.object({ id: idSchema }),
          z.object({ url: z.string().max(500), certificate: fileGrantSchema.nullable() }),
        ]),
        /** Give up waiting (the submission stays in the outbox) after so many attempts. */
        attempts: z.number().int().min(1).max(100),
      }),
    )
    .output(eventIterator(submissionSchema, submissionSchema)),
  sendNow: procedure.input(byId).output(submissionSchema),
  /** Takes a submission out of the outbox for good; the receiver may have it already. */
  stopSubmission: procedure.input(byId).output(submissionSchema),
  submissions: procedure.output(z.array(submissionSchema)),
  /** Why nothing is sent; null: the outbox works. While it is paused, `ministry-outbox-paused` refuses every sending. */
  outboxPause: procedure.output(outboxPauseSchema.nullable()),
  /** Lets the outbox go on; what has no answer yet is asked for before it is sent. */
  resumeOutbox: procedure.output(z.void()),
  /** Writes the journal of packages, submissions and answers. */
  saveJournal: procedure
    .input(z.object({ to: fileGrantSchema, format: z.enum(['xlsx', 'csv']), language: languageSchema }))
    .output(z.object({ rows: z.number().int() })),

  receivers: procedure.output(z.array(receiverSchema)),
  /** Stores a receiver; `id` null: a new one. `certificate` undefined: as it was; null: the system's trust is used. */
  saveReceiver: procedure
    .input(
      receiverFieldsSchema.extend({
        id: idSchema.nullable(),
        certificate: fileGrantSchema.nullable().optional(),
      }),
    )
    .output(receiverSchema),
  removeReceiver: procedure.input(byId).output(z.void()),
  /** Asks the receiver for its health, with the same checks as a submission. */
  testReceiver: procedure.input(byId).output(z.object({ service: z.string(), version: z.string() })),
}
