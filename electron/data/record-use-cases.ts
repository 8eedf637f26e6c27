import { AppError } from '../../shared/kernel/app-error.ts'
import type { Problem } from '../../shared/kernel/problem.ts'
import { withoutMeta, type RecordMeta, type RevisionReference } from '../../shared/kernel/record.ts'
import type { DataContext } from './context.ts'
import type { RecordCache } from './registers/record-cache.ts'
import { findMissingReferences, type FieldReference } from './workspace/references.ts'
import type { RecordStore } from './workspace/record-store.ts'

type Saved<F> = { record: RecordMeta & F; problems: Problem[] }

/** What differs between kinds of record. */
export type RecordRules<F> = {
  readonly store: RecordStore<RecordMeta & F, F>
  /** The rules on the fields by themselves. */
  check(fields: F, id: string | null): Problem[]
  references(fields: F): FieldReference[]
  /** The rules that need the other records. */
  checkAgainst?(cache: RecordCache, fields: F, id: string | null): Problem[]
}

/** The use cases that every kind of record has, in the order of `recordContract`. */
export function createRecordUseCases<F extends object>(context: DataContext, rules: RecordRules<F>) {
  const { store } = rules

  /** Every problem that a save of these fields would meet. */
  async function validate(fields: F, id: string | null): Promise<Problem[]> {
    const cache = await context.registers().upToDate()
    return [
      ...rules.check(fields, id),
      ...(await findMissingReferences(context.database().reader, rules.references(fields))),
      ...(rules.checkAgainst?.(cache, fields, id) ?? []),
    ]
  }

  /** Refuses with `invalid-record` when there are errors; returns the warnings. */
  async function assertValid(fields: F, id: string | null): Promise<Problem[]> {
    const problems = await validate(fields, id)
    const errors = problems.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw new AppError('invalid-record', { count: errors.length }, problems)
    return problems
  }

  return {
    validate,
    async get(id: string): Promise<Saved<F>> {
      const record = await store.get(context.database().reader, id)
      return { record, problems: await validate(withoutMeta<F>(record), id) }
    },
    async create(fields: F): Promise<Saved<F>> {
      const problems = await assertValid(fields, null)
      return { record: await context.database().write((tx) => store.insert(tx, fields)), problems }
    },
    async save(reference: RevisionReference, fields: F): Promise<Saved<F>> {
      const problems = await assertValid(fields, reference.id)
      return { record: await context.database().write((tx) => store.update(tx, reference, fields)), problems }
    },
    async remove(references: readonly RevisionReference[]): Promise<{ removed: RevisionReference[] }> {
      return { removed: await context.database().write((tx) => store.removeMany(tx, references)) }
    },
    async restore(ids: readonly string[]): Promise<{ restored: RevisionReference[] }> {
      return { restored: await context.database().write((tx) => store.restoreMany(tx, ids)) }
    },
  }
}
