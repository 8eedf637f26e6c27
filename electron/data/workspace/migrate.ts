import { Kysely, sql, type Transaction } from 'kysely'
import type { Dialect } from './dialect.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import type { Schema } from './schema.ts'
import { readPragma, type SqliteConnection } from './sqlite-connection.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

/** Names of the migrations that a file with so many applied ones still needs. */
export function pendingMigrations(applied: number, migrations = allMigrations): string[] {
  return Object.keys(migrations).slice(applied)
}

/**
 * Applies the pending migrations to a workspace file in one transaction: all of them, or none.
 * `user_version` counts the applied ones. Foreign keys are off meanwhile, because rebuilding a table would delete the
 * rows that depend on it; every reference is checked before the commit instead.
 */
export async function migrateSqlite(
  connection: SqliteConnection,
  now: string,
  migrations: Readonly<Record<string, Migration>> = allMigrations,
): Promise<void> {
  const kysely = new Kysely<Schema>({ dialect: sqliteDialect(connection, 'immediate') })
  connection.exec('pragma foreign_keys = off')
  try {
    await kysely.transaction().execute(async (trx) => {
      // Asked inside the transaction: another process may just have done it.
      const applied = Number(readPragma(connection, 'user_version'))
      await applyMigrations(trx, 'sqlite', { applied, now, migrations })
      const { rows } = await sql<{ table: string }>`pragma foreign_key_check`.execute(trx)
      if (rows.length > 0)
        throw new Error(`a migration left ${rows.length} dangling references, first in ${rows[0]?.table}`)
      await sql.raw(`pragma user_version = ${Object.keys(migrations).length}`).execute(trx)
    })
  } finally {
    connection.exec('pragma foreign_keys = on')
  }
}

/** Creates the schema in an empty database of the other dialect. */
export async function migratePostgres(kysely: Kysely<Schema>, now: string): Promise<void> {
  await kysely.transaction().execute(async (trx) => {
    await applyMigrations(trx, 'postgres', { applied: 0, now, migrations: allMigrations })
  })
}

async function applyMigrations(
  trx: Transaction<Schema>,
  dialect: Dialect,
  {
    applied,
    now,
    migrations,
  }: { applied: number; now: string; migrations: Readonly<Record<string, Migration>> },
): Promise<void> {
  if (applied === 0) {
    await trx.schema
      .createTable('migration')
      .addColumn('name', 'text', (column) => column.notNull().primaryKey())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .modifyEnd(dialect === 'sqlite' ? sql`strict` : sql``)
      .execute()
  }
  for (const [name, migration] of Object.entries(migrations).slice(applied)) {
    await migration.up(trx, dialect)
    await trx.insertInto('migration').values({ name, applied_at: now }).execute()
  }
}
