import { sql } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'
import type { MigrationTarget } from './migration.ts'

const tables: Record<string, string> = {
  record_fields: `
    id text not null primary key references record(id),
    unique_name text,
    fields_json text not null`,
  record_link: `
    source_id text not null references record(id),
    target_id text not null references record(id),
    primary key (source_id, target_id)`,
}

const indexes = [
  'create index record_fields_unique_name_idx on record_fields (unique_name) where unique_name is not null',
  'create index record_link_target_idx on record_link (target_id)',
]

/**
 * Records whose fields are kept as one JSON text, with the records they point at as rows. The table `record` no longer
 * lists the kinds: the program knows them, and a new kind needs no change of the file.
 */
export async function up(db: MigrationTarget, dialect: Dialect): Promise<void> {
  await forgetKinds(db, dialect)
  await createTables(db, dialect, tables)
  for (const index of indexes) await sql.raw(index).execute(db)
}

/** SQLite cannot drop a check: the table is written anew. References to it stay as they are, by its name. */
async function forgetKinds(db: MigrationTarget, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') {
    await sql.raw('alter table record drop constraint record_entity_check').execute(db)
    return
  }
  await createTables(db, dialect, {
    record_anew: `
      id text not null primary key check (length(id) = 36),
      entity text not null check (entity <> ''),
      is_sample integer not null check (is_sample in (0, 1)),
      created_at text not null check (length(created_at) = 24),
      updated_at text not null check (length(updated_at) = 24),
      revision integer not null check (revision >= 1),
      deleted_at text check (length(deleted_at) = 24)`,
  })
  const columns = 'id, entity, is_sample, created_at, updated_at, revision, deleted_at'
  await sql.raw(`insert into record_anew (${columns}) select ${columns} from record`).execute(db)
  await sql.raw('drop table record').execute(db)
  await sql.raw('alter table record_anew rename to record').execute(db)
  await sql.raw('create index record_entity_idx on record (entity)').execute(db)
}
