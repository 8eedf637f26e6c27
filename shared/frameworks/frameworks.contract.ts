import { z } from 'zod'
import { fileGrantSchema, procedure } from '../kernel/contract-base.ts'
import { problemSchema } from '../kernel/problem.ts'
import { idSchema, revisionReferenceSchema } from '../kernel/record.ts'
import { strengthSchema } from './crosswalk.ts'
import {
  frameworkCodeSchema,
  frameworkContentSchema,
  frameworkReferenceSchema,
  frameworkVersionSchema,
  standardCodeSchema,
} from './framework.ts'
import { frameworkSchema, frameworkSummarySchema } from './framework-record.ts'
import { scaleSchema } from './scale.ts'
import { supplementSchema, supplementSummarySchema } from './supplement.ts'

const savedSchema = z.object({ record: frameworkSchema, problems: z.array(problemSchema) })
const changesSchema = z.object({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.string()),
})

/** Frameworks of the workspace: those that came with the application, loaded ones and the university's own. */
export const frameworksContract = {
  /** All of them, by code and version: a workspace has a dozen, not thousands. */
  list: procedure.output(z.array(frameworkSummarySchema)),
  get: procedure.input(z.object({ id: idSchema })).output(savedSchema),
  /** The problems of a content, without saving it. */
  validate: procedure.input(z.object({ content: frameworkContentSchema })).output(z.array(problemSchema)),
  /**
   * Takes a framework, a crosswalk or a scale from a file. A framework is published; older editions and what was
   * assessed by them stay as they are, and a corrected wording of an edition comes beside it. A crosswalk takes the
   * place of an earlier one between the same editions. Refused with `framework-file-unreadable`,
   * `framework-file-too-large`, `framework-file-newer`, `framework-file-invalid` (naming every problem),
   * `framework-exists` and `scale-exists`.
   */
  load: procedure
    .input(z.object({ file: fileGrantSchema }))
    .output(
      z.discriminatedUnion('kind', [
        savedSchema.extend({ kind: z.literal('framework') }),
        z.object({ kind: z.literal('supplement'), record: supplementSchema }),
      ]),
    ),
  /** Writes the content as a file that `load` takes. */
  export: procedure.input(z.object({ id: idSchema, to: fileGrantSchema })).output(z.void()),
  /** Begins a draft with this content. Refused with `framework-exists` when the code and version are taken. */
  create: procedure.input(z.object({ content: frameworkContentSchema })).output(savedSchema),
  /** Begins a draft that is a copy under another code or version. */
  copy: procedure
    .input(z.object({ id: idSchema, code: frameworkCodeSchema, version: frameworkVersionSchema }))
    .output(savedSchema),
  /** Saves a draft, also one with problems. Refused with `framework-frozen` for a published one. */
  save: procedure
    .input(revisionReferenceSchema.extend({ content: frameworkContentSchema }))
    .output(savedSchema),
  /** Freezes a draft for use in assessments. Refused with `invalid-record` while it has errors. */
  publish: procedure.input(revisionReferenceSchema).output(savedSchema),
  /** Removes softly. Refused with `framework-built-in`, and with `still-needed` while assessments use it. */
  remove: procedure
    .input(z.object({ records: z.array(revisionReferenceSchema).min(1).max(100) }))
    .output(z.object({ removed: z.array(revisionReferenceSchema) })),
  restore: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(100) }))
    .output(z.object({ restored: z.array(revisionReferenceSchema) })),
  /** What the second framework changes against the first, by code. */
  compare: procedure
    .input(z.object({ before: idSchema, after: idSchema }))
    .output(z.object({ standards: changesSchema, criteria: changesSchema })),
  /** Standards and criteria of other frameworks that ask for the same, by the application's and the loaded crosswalks. */
  offered: procedure.input(z.object({ from: frameworkReferenceSchema, code: standardCodeSchema })).output(
    z.array(
      z.object({
        framework: frameworkCodeSchema,
        version: frameworkVersionSchema,
        code: standardCodeSchema,
        strength: strengthSchema,
      }),
    ),
  ),
  /** The scales in which levels can be reported, the application's own first, then those that came as files. */
  scales: procedure.output(z.array(scaleSchema)),
  /** Crosswalks and scales that hold, the application's and those that came as files. */
  supplements: procedure.output(z.array(supplementSummarySchema)),
  /** Removes loaded ones softly. Refused with `scale-in-use` while a cycle reports in the scale. */
  removeSupplements: procedure
    .input(z.object({ records: z.array(revisionReferenceSchema).min(1).max(100) }))
    .output(z.object({ removed: z.array(revisionReferenceSchema) })),
  restoreSupplements: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(100) }))
    .output(z.object({ restored: z.array(revisionReferenceSchema) })),
}
