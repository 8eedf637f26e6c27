import type { FieldIssue } from './field-issue.ts'

type Part<Fields> = {
  readonly form: {
    readonly values: Fields
    readonly issues: readonly FieldIssue[]
    readonly isReadOnly: boolean
  }
}

/**
 * For `memo` of a section of a large form: it is drawn anew only when one of its own fields or a finding changed, so
 * that typing in one section costs nothing in the others. `keys` names every field that the section reads.
 */
export function samePart<Fields extends object>(
  keys: readonly (keyof Fields)[],
): (before: Part<Fields>, after: Part<Fields>) => boolean {
  return ({ form: before }, { form: after }) =>
    before.isReadOnly === after.isReadOnly &&
    keys.every((key) => before.values[key] === after.values[key]) &&
    before.issues.length === after.issues.length &&
    before.issues.every((issue, index) => issue === after.issues[index])
}
