import { sql } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { MigrationTarget } from './migration.ts'

/**
 * Creates tables from column texts that both dialects understand. Two words are ours: `float64` is a floating point
 * number of 64 bits and `binary` is a content of bytes. Only standard CHECKs and keys may be used. Frozen with migration 0001.
 */
export async function createTables(
  db: MigrationTarget,
  dialect: Dialect,
  tables: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, columns] of Object.entries(tables)) {
    const own = columns
      .replaceAll(/\bfloat64\b/g, dialect === 'sqlite' ? 'real' : 'double precision')
      .replaceAll(/\bbinary\b/g, dialect === 'sqlite' ? 'blob' : 'bytea')
      .replaceAll(/\s+/g, ' ')
    const ending = dialect === 'sqlite' ? ' strict' : ''
    await sql.raw(`create table ${name} (${own.trim()})${ending}`).execute(db)
  }
}

/** Lets rows only be added to the table: an update or a deletion fails in the database itself. */
export async function forbidChanges(db: MigrationTarget, dialect: Dialect, table: string): Promise<void> {
  if (dialect === 'sqlite') {
    for (const change of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger ${table}_no_${change} before ${change} on ${table} begin select raise(abort, '${table} is append-only'); end`,
        )
        .execute(db)
    }
    return
  }
  await sql
    .raw(
      `create function ${table}_is_append_only() returns trigger language plpgsql as $$ begin raise exception '${table} is append-only'; end $$`,
    )
    .execute(db)
  await sql
    .raw(
      `create trigger ${table}_no_change before update or delete on ${table} for each statement execute function ${table}_is_append_only()`,
    )
    .execute(db)
}
