import { z } from 'zod'
import { type Problem, problemSchema, type RuleId } from '../kernel/problem.ts'
import { type TargetField, targetFieldSchema } from './target-fields.ts'

/** A problem at its place: column null when the row as a whole is meant. */
export const cellProblemSchema = problemSchema.extend({
  column: z.number().int().nullable(),
  target: targetFieldSchema.nullable(),
})
export type CellProblem = z.infer<typeof cellProblemSchema>

/** Whether any of the problems refuses the row. */
export const hasError = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error')

/** An error of reading, before it is given its place. */
export type ReadingError = { rule: RuleId; params: Problem['params'] }

/** What a reader gives: the value, or why the cell could not be read. */
export type Reading<T> = { value: T } | { error: ReadingError }

export const read = <T>(value: T): Reading<T> => ({ value })

export function unreadable<T>(rule: RuleId, params: Problem['params'] = {}): Reading<T> {
  return { error: { rule, params } }
}

/** Places a reading error at its cell. */
export function atCell(
  error: ReadingError,
  place: { column: number | null; target: TargetField | null },
): CellProblem {
  return {
    ...error,
    severity: 'error',
    field: place.target?.slice(place.target.indexOf('.') + 1) ?? '',
    ...place,
  }
}
