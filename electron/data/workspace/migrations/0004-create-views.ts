import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'
import type { MigrationTarget } from './migration.ts'

const tables: Record<string, string> = {
  saved_view: `
    id text not null primary key check (length(id) = 36),
    place text not null check (place in ('partners', 'agreements', 'programmes', 'mobility')),
    name text not null check (length(name) > 0),
    state_json text not null,
    revision integer not null check (revision > 0),
    removed_at text check (length(removed_at) = 24)`,
}

/** Lists with a name: what they show, for everyone who works in the workspace. */
export async function up(db: MigrationTarget, dialect: Dialect): Promise<void> {
  await createTables(db, dialect, tables)
}
