import { sql } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { createTables, forbidChanges } from './create-tables.ts'
import type { MigrationTarget } from './migration.ts'

const tables: Record<string, string> = {
  receiver: `
    id text not null primary key check (length(id) = 36),
    name text not null check (name <> ''),
    url text not null check (url like 'https://%'),
    certificate text,
    removed_at text check (length(removed_at) = 24)`,
  package: `
    id text not null primary key check (length(id) = 36),
    form text not null, form_version text not null, mapping_version text not null,
    academic_year integer not null, taken_on text not null check (length(taken_on) = 10),
    revision integer not null check (revision >= 1),
    file_name text not null,
    size integer not null check (size > 0),
    sha256 text not null check (length(sha256) = 64),
    manifest_sha256 text not null unique check (length(manifest_sha256) = 64),
    previous_manifest_sha256 text check (length(previous_manifest_sha256) = 64),
    manifest_json text not null,
    row_count integer not null check (row_count >= 0),
    warning_count integer not null check (warning_count >= 0),
    is_sample integer not null check (is_sample in (0, 1)),
    created_at text not null check (length(created_at) = 24),
    content binary not null,
    unique (form, academic_year, revision)`,
  package_row: `
    package_id text not null references package(id),
    file text not null, position integer not null check (position >= 0),
    entity text, record_id text, label text not null,
    primary key (package_id, file, position),
    check ((entity is null) = (record_id is null))`,
  submission: `
    id text not null primary key check (length(id) = 36),
    package_id text not null references package(id),
    receiver_name text not null, receiver_url text not null, certificate text,
    idempotency_key text not null unique check (length(idempotency_key) >= 22),
    state text not null check (state in ('queued', 'sending', 'waiting', 'processing', 'answered', 'blocked', 'stopped')),
    attempts integer not null check (attempts >= 0),
    next_attempt_at text check (length(next_attempt_at) = 24),
    lease_until text check (length(lease_until) = 24),
    must_ask integer not null check (must_ask in (0, 1)),
    problem_json text,
    created_at text not null check (length(created_at) = 24),
    unique (package_id, receiver_url),
    check ((state = 'sending') = (lease_until is not null))`,
  submission_attempt: `
    submission_id text not null references submission(id),
    number integer not null check (number >= 1),
    action text not null check (action in ('send', 'ask')),
    started_at text not null check (length(started_at) = 24),
    finished_at text check (length(finished_at) = 24),
    outcome text not null check (outcome in ('running', 'receipt', 'processing', 'unknown_key', 'retry', 'refused', 'interrupted')),
    http_status integer,
    problem_json text,
    primary key (submission_id, number),
    check ((outcome = 'running') = (finished_at is null))`,
  receipt: `
    id text not null primary key check (length(id) = 36),
    package_id text not null references package(id),
    submission_id text references submission(id),
    road text not null check (road in ('gateway', 'hand')),
    receipt_id text not null, receiver text not null,
    status text not null check (status in ('accepted', 'partly_accepted', 'rejected')),
    reasons_json text not null,
    issued_at text not null,
    recorded_at text not null check (length(recorded_at) = 24),
    content text not null,
    unique (package_id, receipt_id)`,
  receipt_row: `
    answer_id text not null references receipt(id),
    file text not null, position integer not null check (position >= 0),
    outcome text not null check (outcome in ('accepted', 'rejected')),
    reasons_json text not null,
    primary key (answer_id, file, position)`,
}

const indexes = [
  'create index submission_state_idx on submission (state, next_attempt_at)',
  'create index receipt_package_idx on receipt (package_id, recorded_at)',
]

/** Packages, their way to the receiver and the receiver's answers. What was sent and answered can only be added to. */
export async function up(db: MigrationTarget, dialect: Dialect): Promise<void> {
  await createTables(db, dialect, tables)
  for (const index of indexes) await sql.raw(index).execute(db)
  for (const table of ['package', 'package_row', 'receipt', 'receipt_row'])
    await forbidChanges(db, dialect, table)
}
