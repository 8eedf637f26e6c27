import { AppError } from '../../../shared/kernel/app-error.ts'
import {
  withoutMeta,
  type Entity,
  type RecordMeta,
  type RevisionReference,
} from '../../../shared/kernel/record.ts'
import type { Reader, Writer } from './database.ts'
import { assertReferencesLive, type Dependents, type FieldReference, refuseDependents } from './references.ts'
import { chunksOf } from './chunks.ts'
import { linkedFrom } from './record-links.ts'
import type { RecordTable } from './workspace.table.ts'

/** What one kind of record adds to the store: its own tables and what it points at. */
export type RecordMapping<F> = {
  readonly entity: Entity
  /** The fields of those records by id; `null`: of all live ones. At most 500 ids. */
  read(db: Reader, ids: readonly string[] | null): Promise<Map<string, F>>
  insert(tx: Writer, id: string, fields: F): Promise<void>
  update(tx: Writer, id: string, fields: F, before: F): Promise<void>
  /** The records that these fields point at; each must be live. */
  references(fields: F): FieldReference[]
  /** Live records that point at any of the ids, by kind, leaving out those that are removed together with them. */
  dependents(db: Reader, ids: readonly string[]): Promise<Dependents>
  /** Refuses what only the database can know, such as a second record of what may exist once. */
  guard?(db: Reader, id: string, fields: F): Promise<void>
}

/** Reads and writes one kind of record, with its audit rows, revisions and soft deletion. */
export type RecordStore<R, F> = {
  readonly entity: Entity
  /** The records that the fields point at. */
  references(fields: F): FieldReference[]
  /** The live record, or undefined. */
  find(db: Reader, id: string): Promise<R | undefined>
  /** The live record; refuses with `not-found`. */
  get(db: Reader, id: string): Promise<R>
  /** All live records, in the order of their ids, which is the order of their creation. */
  listAll(db: Reader): Promise<R[]>
  /** Those of the ids that are live. */
  listByIds(db: Reader, ids: readonly string[]): Promise<R[]>
  insert(tx: Writer, fields: F, options?: { isSample?: boolean; id?: string }): Promise<R>
  /** Refuses with `conflict` when the record is at another revision. Equal fields change nothing. */
  update(tx: Writer, reference: RevisionReference, fields: F): Promise<R>
  /** Removes softly; refuses with `still-needed` when live records depend on it. */
  remove(tx: Writer, reference: RevisionReference): Promise<RevisionReference>
  /** Removes several together: they may depend on each other. */
  removeMany(tx: Writer, references: readonly RevisionReference[]): Promise<RevisionReference[]>
  /** Undoes a removal; refuses when what it points at is removed. */
  restore(tx: Writer, id: string): Promise<RevisionReference>
  /** Undoes several removals together: the records may point at each other. */
  restoreMany(tx: Writer, ids: readonly string[]): Promise<RevisionReference[]>
}

const toMeta = (row: RecordTable): RecordMeta => ({
  id: row.id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  revision: row.revision,
  isSample: row.is_sample === 1,
})

/** Builds the store of one kind of record from its mapping. */
export function createRecordStore<F extends object>(
  mapping: RecordMapping<F>,
): RecordStore<RecordMeta & F, F> {
  type R = RecordMeta & F
  const { entity } = mapping

  const liveRows = (db: Reader) =>
    db.selectFrom('record').selectAll().where('entity', '=', entity).where('deleted_at', 'is', null)

  async function join(db: Reader, rows: RecordTable[], ids: readonly string[] | null): Promise<R[]> {
    if (rows.length === 0) return []
    const fields = await mapping.read(db, ids)
    return rows.flatMap((row) => {
      const own = fields.get(row.id)
      return own === undefined ? [] : [{ ...toMeta(row), ...own }]
    })
  }

  async function listByIds(db: Reader, ids: readonly string[]): Promise<R[]> {
    const found: R[] = []
    for (const part of chunksOf([...new Set(ids)], 500)) {
      const rows = await liveRows(db).where('id', 'in', part).orderBy('id').execute()
      found.push(...(await join(db, rows, part)))
    }
    return found
  }

  async function find(db: Reader, id: string): Promise<R | undefined> {
    return (await listByIds(db, [id]))[0]
  }

  async function get(db: Reader, id: string): Promise<R> {
    const record = await find(db, id)
    if (record === undefined) throw new AppError('not-found', { entity })
    return record
  }

  /** Sets new metadata when the record is still at the revision; returns the new revision. */
  async function advance(
    tx: Writer,
    { id, revision }: RevisionReference,
    changes: { deleted_at?: string | null },
  ): Promise<RevisionReference> {
    const next = { id, revision: revision + 1 }
    const { numUpdatedRows } = await tx.trx
      .updateTable('record')
      .set({ ...changes, updated_at: tx.at, revision: next.revision })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new AppError('conflict', { entity })
    return next
  }

  async function assertSound(tx: Writer, id: string, fields: F): Promise<void> {
    await assertReferencesLive(tx.trx, mapping.references(fields))
    await mapping.guard?.(tx.trx, id, fields)
  }

  async function removeMany(
    tx: Writer,
    references: readonly RevisionReference[],
  ): Promise<RevisionReference[]> {
    const ids = references.map((reference) => reference.id)
    const records = new Map((await listByIds(tx.trx, ids)).map((record) => [record.id, record]))
    if (records.size < new Set(ids).size) throw new AppError('not-found', { entity })
    for (const part of chunksOf(ids, 500))
      refuseDependents(
        entity,
        { ...(await linkedFrom(tx.trx, part)), ...(await mapping.dependents(tx.trx, part)) },
        ids,
      )
    const removed: RevisionReference[] = []
    for (const reference of references) {
      const record = records.get(reference.id)
      removed.push(await advance(tx, reference, { deleted_at: tx.at }))
      const before = record === undefined ? null : withoutMeta<F>(record)
      await tx.audit.append({ action: 'remove', entity, entityId: reference.id, before, after: null })
    }
    return removed
  }

  async function restoreMany(tx: Writer, ids: readonly string[]): Promise<RevisionReference[]> {
    const references: RevisionReference[] = []
    const restored: string[] = []
    for (const id of new Set(ids)) {
      const row = await tx.trx
        .selectFrom('record')
        .selectAll()
        .where('id', '=', id)
        .where('entity', '=', entity)
        .executeTakeFirst()
      if (row === undefined) throw new AppError('not-found', { entity })
      const isRemoved = row.deleted_at !== null
      const reference = { id, revision: row.revision }
      references.push(isRemoved ? await advance(tx, reference, { deleted_at: null }) : reference)
      if (isRemoved) restored.push(id)
    }
    // Only now, because they may point at each other.
    for (const record of await listByIds(tx.trx, restored)) {
      const fields = withoutMeta<F>(record)
      await assertSound(tx, record.id, fields)
      await tx.audit.append({ action: 'restore', entity, entityId: record.id, before: null, after: fields })
    }
    return references
  }

  return {
    entity,
    references: (fields) => mapping.references(fields),
    find,
    get,
    listByIds,
    async listAll(db) {
      return join(db, await liveRows(db).orderBy('id').execute(), null)
    },
    async insert(tx, fields, { isSample = false, id = tx.newId() } = {}) {
      await assertSound(tx, id, fields)
      const meta = { id, created_at: tx.at, updated_at: tx.at, revision: 1 }
      const row: RecordTable = { ...meta, entity, is_sample: isSample ? 1 : 0, deleted_at: null }
      await tx.trx.insertInto('record').values(row).execute()
      await mapping.insert(tx, id, fields)
      const record = await get(tx.trx, id)
      await tx.audit.append({
        action: 'create',
        entity,
        entityId: id,
        before: null,
        after: withoutMeta<F>(record),
      })
      return record
    },
    async update(tx, reference, fields) {
      const before = await get(tx.trx, reference.id)
      if (before.revision !== reference.revision) throw new AppError('conflict', { entity })
      await assertSound(tx, reference.id, fields)
      await mapping.update(tx, reference.id, fields, before)
      const written = (await mapping.read(tx.trx, [reference.id])).get(reference.id)
      if (written === undefined) throw new AppError('not-found', { entity })
      const [old, after] = [withoutMeta<F>(before), written]
      if (JSON.stringify(old) === JSON.stringify(after)) return before
      const { revision } = await advance(tx, reference, {})
      await tx.audit.append({ action: 'change', entity, entityId: reference.id, before: old, after })
      return { ...before, ...after, revision, updatedAt: tx.at }
    },
    async remove(tx, reference) {
      await removeMany(tx, [reference])
      return { id: reference.id, revision: reference.revision + 1 }
    },
    removeMany,
    async restore(tx, id) {
      const [restored] = await restoreMany(tx, [id])
      if (restored === undefined) throw new AppError('not-found', { entity })
      return restored
    },
    restoreMany,
  }
}
