import { z } from 'zod'
import { procedure } from '../kernel/contract-base.ts'
import { daySchema } from '../kernel/day.ts'
import { idSchema, languageSchema, revisionReferenceSchema } from '../kernel/record.ts'
import { savedViewSchema, viewNameSchema, viewPlaceSchema, viewStateSchema } from './saved-view.ts'

/** A view with the number of records that it shows on the day; null: its filter means nothing to this version. */
export const countedViewSchema = savedViewSchema.extend({ count: z.number().int().nullable() })
export type CountedView = z.infer<typeof countedViewSchema>

const fields = { name: viewNameSchema, state: viewStateSchema }

/** Saved views: lists of the workspace that have a name. A name is refused (`view-name-taken`) when its place has it. */
export const viewsContract = {
  /** All views in the order in which they were made. */
  list: procedure
    .input(z.object({ on: daySchema, language: languageSchema }))
    .output(z.array(countedViewSchema)),
  create: procedure.input(z.object({ place: viewPlaceSchema, ...fields })).output(savedViewSchema),
  /** Refused (`conflict`) when somebody has changed the view since that revision. */
  save: procedure.input(revisionReferenceSchema.extend(fields)).output(savedViewSchema),
  remove: procedure.input(revisionReferenceSchema).output(z.void()),
  restore: procedure.input(z.object({ id: idSchema })).output(savedViewSchema),
}
