import type { z } from 'zod'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Entity } from '../../../shared/kernel/record.ts'
import type { Reader } from './database.ts'
import { writeLinks } from './record-links.ts'
import { createRecordStore, type RecordMapping } from './record-store.ts'
import type { FieldReference } from './references.ts'

/** A kind of record whose fields are kept as one JSON text. */
export type JsonKind<F> = {
  readonly entity: Entity
  /** Parses what is stored; a field that came later needs a default here. */
  readonly schema: z.ZodType<F>
  /** The records that the fields point at. Each must be live, and is not removed while this record is. */
  references(fields: F): FieldReference[]
  /** What only one live record may have, in words that begin with the kind; null: nothing. */
  uniqueName?(fields: F): string | null
}

/** Another live record that has the name. */
async function findNamed(db: Reader, name: string, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('record_fields')
    .innerJoin('record', 'record.id', 'record_fields.id')
    .select('record.id')
    .where('record_fields.unique_name', '=', name)
    .where('record.deleted_at', 'is', null)
    .where('record.id', '<>', id)
    .executeTakeFirst()
  return row?.id
}

/**
 * The store of a kind whose fields are one JSON text, with the records it points at as link rows. It has the same
 * audit rows, revisions and soft deletion as every other kind (docs/decisions/0015-records-as-json.md).
 */
export function createJsonStore<F extends object>(kind: JsonKind<F>) {
  const toRow = (id: string, fields: F) => ({
    id,
    unique_name: kind.uniqueName?.(fields) ?? null,
    fields_json: JSON.stringify(fields),
  })
  const targetsOf = (fields: F) => kind.references(fields).map(({ id }) => id)
  const mapping: RecordMapping<F> = {
    entity: kind.entity,
    references: (fields) => kind.references(fields),
    async read(db, ids) {
      const all = db
        .selectFrom('record_fields')
        .innerJoin('record', 'record.id', 'record_fields.id')
        .select(['record_fields.id', 'record_fields.fields_json'])
        .where('record.entity', '=', kind.entity)
      const rows = await (ids === null ? all : all.where('record_fields.id', 'in', ids)).execute()
      return new Map(
        rows.map(({ id, fields_json }): [string, F] => [id, kind.schema.parse(JSON.parse(fields_json))]),
      )
    },
    async insert(tx, id, fields) {
      await tx.trx.insertInto('record_fields').values(toRow(id, fields)).execute()
      await writeLinks(tx, id, targetsOf(fields))
    },
    async update(tx, id, fields) {
      await tx.trx.updateTable('record_fields').set(toRow(id, fields)).where('id', '=', id).execute()
      await writeLinks(tx, id, targetsOf(fields))
    },
    dependents: () => Promise.resolve({}),
    async guard(db, id, fields) {
      const name = kind.uniqueName?.(fields) ?? null
      if (name !== null && (await findNamed(db, name, id)) !== undefined)
        throw new AppError('record-exists', { entity: kind.entity })
    },
  }
  return createRecordStore(mapping)
}
