import type { z } from 'zod'
import type { Problem } from '../../../shared/kernel/problem.ts'
import { describeProblem, type Translate } from '../../../shared/locales/i18n.ts'

/** What is wrong at one field of a form, in words. */
export type FieldIssue = {
  /** Path inside the record, such as `contacts.0.email`; empty: the whole record. */
  readonly path: string
  readonly severity: Problem['severity']
  readonly message: string
  readonly remedy: string
  readonly source: string
}

/** Findings of rules as issues of fields. */
export function issuesOfProblems(t: Translate, problems: readonly Problem[]): FieldIssue[] {
  return problems.map((problem) => ({
    path: problem.field,
    severity: problem.severity,
    ...describeProblem(t, problem),
  }))
}

/** What keeps fields from being sent at all, such as an empty name of a contact, as issues of fields. */
export function issuesOfSchema(t: Translate, error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue) => ({
    path: issue.path.join('.'),
    severity: 'error',
    message: schemaMessage(t, issue),
    remedy: '',
    source: '',
  }))
}

function schemaMessage(t: Translate, issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small' && (issue.origin === 'string' || issue.origin === 'array'))
    return t('common:field.required')
  if (issue.code === 'too_small') return t('common:field.tooSmall', { limit: String(issue.minimum) })
  if (issue.code === 'too_big' && issue.origin === 'string')
    return t('common:field.tooLong', { limit: String(issue.maximum) })
  if (issue.code === 'too_big') return t('common:field.tooBig', { limit: String(issue.maximum) })
  return t('common:field.invalid')
}

/** The issues at a field and, with `isDeep`, inside it. */
export function issuesAt(issues: readonly FieldIssue[], path: string, isDeep = false): FieldIssue[] {
  return issues.filter((issue) => issue.path === path || (isDeep && issue.path.startsWith(`${path}.`)))
}
