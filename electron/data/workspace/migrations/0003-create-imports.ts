import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'
import type { MigrationTarget } from './migration.ts'

const tables: Record<string, string> = {
  import_batch: `
    id text not null primary key check (length(id) = 36),
    at text not null check (length(at) = 24),
    actor text not null,
    file_name text not null,
    file_sha256 text not null check (length(file_sha256) = 64),
    sheet text not null,
    row_counts_json text not null,
    record_counts_json text not null,
    refused_json text not null,
    undone_at text check (length(undone_at) = 24)`,
  import_mapping: `
    signature text not null primary key check (length(signature) = 64),
    mapping_json text not null,
    used_at text not null check (length(used_at) = 24)`,
}

/** Imports that were written, with their refused rows, and the meaning of columns by the layout of a register. */
export async function up(db: MigrationTarget, dialect: Dialect): Promise<void> {
  await createTables(db, dialect, tables)
}
