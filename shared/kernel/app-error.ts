import { z } from 'zod'
import type errors from '../locales/en/errors.json'
import { type Problem, problemParamsSchema, problemSchema } from './problem.ts'

/** Every expected failure has a sentence (what happened, what it means for the data, what to do) in `errors.json`. */
export type ErrorCode = keyof typeof errors

/** An expected failure as data: it crosses processes, and the reader's language turns it into a sentence. */
export const refusalSchema = z.object({
  // The compiler knows the codes by the locale file; at run time they are any text, also from a newer version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  code: z.string() as unknown as z.ZodType<ErrorCode>,
  params: problemParamsSchema,
  problems: z.array(problemSchema),
})
export type Refusal = z.infer<typeof refusalSchema>

/** An expected failure. Anything else thrown is a bug and is logged as one. */
export class AppError extends Error {
  readonly refusal: Refusal

  constructor(code: ErrorCode, params: Refusal['params'] = {}, problems: Problem[] = []) {
    super(code)
    this.name = 'AppError'
    this.refusal = { code, params, problems }
  }
}
