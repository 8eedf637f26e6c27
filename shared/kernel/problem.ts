import { z } from 'zod'
import type rules from '../locales/en/rules.json'
import { recordReferenceSchema } from './record.ts'

/** Every rule has its sentence, remedy and source in the locale file `rules.json`, under this id. */
export type RuleId = keyof typeof rules

export const severitySchema = z.enum(['error', 'warning'])
export type Severity = z.infer<typeof severitySchema>

export const problemParamsSchema = z.record(z.string(), z.union([z.string(), z.number()]))

/** What is wrong with one field of one record, and by which rule. Sentences are made from it in `rules.json`. */
export const problemSchema = z.object({
  // The compiler knows the codes by the locale file; at run time they are any text, also from a newer version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  rule: z.string() as unknown as z.ZodType<RuleId>,
  severity: severitySchema,
  /** Path of the field inside the record, such as `term.endsOn` or `partners.0.agreementId`; empty: the whole record. */
  field: z.string(),
  params: problemParamsSchema,
})
export type Problem = z.infer<typeof problemSchema>

/** A problem together with the record it was found in. */
export const recordProblemSchema = problemSchema.extend({
  record: recordReferenceSchema.nullable(),
  /** What people call the record: its number or name. */
  label: z.string(),
})
export type RecordProblem = z.infer<typeof recordProblemSchema>

function problem(
  severity: Severity,
  rule: RuleId,
  field: string,
  params: z.infer<typeof problemParamsSchema>,
): Problem {
  return { rule, severity, field, params }
}

/** A finding that keeps the record from being saved. */
export function errorAt(rule: RuleId, field: string, params: Problem['params'] = {}): Problem {
  return problem('error', rule, field, params)
}

/** A finding that is shown and lets the record be saved. */
export function warningAt(rule: RuleId, field: string, params: Problem['params'] = {}): Problem {
  return problem('warning', rule, field, params)
}
