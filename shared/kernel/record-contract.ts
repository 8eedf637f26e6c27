import { z } from 'zod'
import { procedure } from './contract-base.ts'
import { listInputSchema, listOutputSchema } from './listing.ts'
import { problemSchema } from './problem.ts'
import { idSchema, revisionReferenceSchema } from './record.ts'

/**
 * The procedures that every kind of record has.
 * A save with error-severity problems is refused (`invalid-record`) and names them; warnings are returned.
 * A save or removal from an outdated revision is refused (`conflict`).
 */
export function recordContract<
  RecordSchema extends z.ZodType,
  Fields extends z.ZodType,
  Summary extends z.ZodType,
  Filter extends z.ZodType,
  const Columns extends readonly [string, ...string[]],
>(schemas: { record: RecordSchema; fields: Fields; summary: Summary; filter: Filter; columns: Columns }) {
  const saved = z.object({ record: schemas.record, problems: z.array(problemSchema) })
  return {
    list: procedure
      .input(listInputSchema(schemas.filter, schemas.columns))
      .output(listOutputSchema(schemas.summary)),
    get: procedure.input(z.object({ id: idSchema })).output(saved),
    /** The problems that a save of these fields would meet, without saving. */
    validate: procedure
      .input(z.object({ id: idSchema.nullable(), fields: schemas.fields }))
      .output(z.array(problemSchema)),
    create: procedure.input(z.object({ fields: schemas.fields })).output(saved),
    save: procedure.input(revisionReferenceSchema.extend({ fields: schemas.fields })).output(saved),
    /** Removes softly: `restore` brings the records back. Refused when others still depend on them. */
    remove: procedure
      .input(z.object({ records: z.array(revisionReferenceSchema).min(1).max(20_000) }))
      .output(z.object({ removed: z.array(revisionReferenceSchema) })),
    restore: procedure
      .input(z.object({ ids: z.array(idSchema).min(1).max(20_000) }))
      .output(z.object({ restored: z.array(revisionReferenceSchema) })),
  }
}
