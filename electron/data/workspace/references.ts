import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Problem } from '../../../shared/kernel/problem.ts'
import type { Entity } from '../../../shared/kernel/record.ts'
import { chunksOf } from './chunks.ts'
import type { Reader } from './database.ts'

/** One pointer from a record's field to another record. */
export type FieldReference = { readonly entity: Entity; readonly id: string; readonly field: string }

/** Ids of live records that point at a record, by kind. */
export type Dependents = Partial<Record<Entity, readonly string[]>>

/** Problems of pointers to records that do not exist or are removed. */
export async function findMissingReferences(
  db: Reader,
  references: readonly FieldReference[],
): Promise<Problem[]> {
  const live = new Map<string, Entity>()
  const ids = [...new Set(references.map((reference) => reference.id))]
  for (const part of chunksOf(ids, 500)) {
    const rows = await db
      .selectFrom('record')
      .select(['id', 'entity'])
      .where('id', 'in', part)
      .where('deleted_at', 'is', null)
      .execute()
    for (const row of rows) live.set(row.id, row.entity)
  }
  return references
    .filter((reference) => live.get(reference.id) !== reference.entity)
    .map(({ field }) => ({ rule: 'reference-missing', severity: 'error', field, params: {} }))
}

/** Refuses with `invalid-record` when a pointer leads to a record that does not exist or is removed. */
export async function assertReferencesLive(db: Reader, references: readonly FieldReference[]): Promise<void> {
  if (references.length === 0) return
  const problems = await findMissingReferences(db, references)
  if (problems.length > 0) throw new AppError('invalid-record', { count: problems.length }, problems)
}

/** Refuses a removal with `still-needed`, naming how many records of which kind depend on it. */
export function refuseDependents(
  entity: Entity,
  dependents: Dependents,
  removedTogether: readonly string[],
): void {
  const removed = new Set(removedTogether)
  const counts = Object.entries(dependents).flatMap(([kind, ids]) => {
    const count = new Set(ids.filter((id) => !removed.has(id))).size
    return count > 0 ? [{ kind, count }] : []
  })
  if (counts.length === 0) return
  const count = counts.reduce((sum, each) => sum + each.count, 0)
  const kinds = counts.map((each) => `${each.kind} ${each.count}`).join(', ')
  throw new AppError('still-needed', { entity, count, kinds })
}
