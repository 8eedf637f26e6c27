import { oc } from '@orpc/contract'
import { z } from 'zod'
import { refusalSchema } from './app-error.ts'

/** Start of every procedure: one typed error carries all expected failures. */
export const procedure = oc.errors({ REFUSED: { status: 422, data: refusalSchema } })

/** A file the person chose in a dialog. The page never sees or names paths; the shell grants this token to the data service. */
export const fileGrantSchema = z.object({
  grant: z.uuid(),
  /** File name without its folder, for display. */
  name: z.string(),
})
export type FileGrant = z.infer<typeof fileGrantSchema>

/** One step of long work: `done` of `total` units, and which stage. The stream's return value is the result. */
export const progressSchema = z.object({
  stage: z.string(),
  done: z.number().int(),
  total: z.number().int(),
})
export type Progress = z.infer<typeof progressSchema>
