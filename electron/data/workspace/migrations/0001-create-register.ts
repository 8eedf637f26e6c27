import { sql } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { createTables, forbidChanges } from './create-tables.ts'
import type { MigrationTarget } from './migration.ts'

const names = (prefix: string) =>
  ['kk', 'ru', 'en'].map((language) => `${prefix}_${language} text not null`).join(', ')

/** Tables whose rows belong to one record and keep the order in which a person entered them. */
const listOf = (owner: string, columns: string) =>
  `${owner}_id text not null references ${owner}(id), position integer not null check (position >= 0), ${columns}, primary key (${owner}_id, position)`

const tables: Record<string, string> = {
  workspace_setting: 'key text not null primary key, value text not null',
  record: `
    id text not null primary key check (length(id) = 36),
    entity text not null check (entity in ('institution', 'partner', 'agreement', 'programme', 'cohort')),
    is_sample integer not null check (is_sample in (0, 1)),
    created_at text not null check (length(created_at) = 24),
    updated_at text not null check (length(updated_at) = 24),
    revision integer not null check (revision >= 1),
    deleted_at text check (length(deleted_at) = 24)`,
  audit: `
    sequence integer not null primary key check (sequence >= 1),
    at text not null check (length(at) = 24),
    actor text not null,
    action text not null check (action in ('create', 'change', 'remove', 'restore')),
    entity text not null,
    entity_id text not null,
    before_json text,
    after_json text,
    batch_id text,
    prev_hash text not null check (length(prev_hash) = 64),
    hash text not null unique check (length(hash) = 64)`,
  institution: `
    id text not null primary key references record(id),
    ${names('name')}, ${names('city')},
    bin text not null, epvo_id integer check (epvo_id > 0), rector text not null, website text not null,
    only_one integer not null default 1 unique check (only_one = 1)`,
  partner: `
    id text not null primary key references record(id),
    ${names('name')},
    country text not null check (length(country) in (0, 2)),
    city text not null, website text not null, credit_system text not null,
    ects_per_credit float64 not null check (ects_per_credit > 0),
    notes text not null`,
  partner_identifier: listOf('partner', 'scheme text not null, value text not null'),
  partner_contact: listOf(
    'partner',
    'name text not null, job_title text not null, email text not null, phone text not null, is_signatory integer not null check (is_signatory in (0, 1))',
  ),
  partner_ranking: listOf(
    'partner',
    'system text not null, year integer not null, place integer not null check (place > 0), source text not null',
  ),
  agreement: `
    id text not null primary key references record(id),
    kind text not null check (kind in ('memorandum', 'agreement', 'contract', 'annex', 'network')),
    number text not null, title text not null, subject text not null,
    stage text not null check (stage in ('draft', 'negotiation', 'legal_review', 'signed', 'terminated')),
    signed_on text check (length(signed_on) = 10),
    starts_on text check (length(starts_on) = 10),
    term_kind text check (term_kind in ('fixed', 'perpetual', 'auto_renewed')),
    term_ends_on text check (length(term_ends_on) = 10),
    term_every_years integer check (term_every_years >= 1),
    term_notice_months integer check (term_notice_months >= 0),
    terminated_on text check (length(terminated_on) = 10),
    parent_id text references agreement(id),
    predecessor_id text references agreement(id),
    owner text not null, notes text not null,
    check ((coalesce(term_kind, '') = 'fixed') = (term_ends_on is not null)),
    check ((coalesce(term_kind, '') = 'auto_renewed') = (term_every_years is not null)),
    check ((coalesce(term_kind, '') = 'auto_renewed') = (term_notice_months is not null)),
    check (parent_id <> id), check (predecessor_id <> id)`,
  agreement_party: listOf('agreement', 'partner_id text not null references partner(id)'),
  agreement_signatory: listOf(
    'agreement',
    'partner_id text references partner(id), name text not null, job_title text not null',
  ),
  agreement_event: listOf(
    'agreement',
    'held_on text not null check (length(held_on) = 10), kind text not null, note text not null',
  ),
  programme: `
    id text not null primary key references record(id),
    ${names('name')},
    level text not null check (level in ('bachelor', 'master', 'doctoral')),
    master_track text check (master_track in ('scientific_pedagogical', 'profile')),
    code text not null, isced_f text not null,
    delivery text not null check (delivery in ('on_campus', 'online', 'blended')),
    award text check (award in ('two_equal', 'main_and_additional', 'one_joint')),
    register_status text not null,
    epvo_id integer check (epvo_id > 0),
    home_teachers integer check (home_teachers >= 0),
    partner_teachers integer check (partner_teachers >= 0),
    first_year integer not null, last_year integer,
    notes text not null`,
  programme_language: listOf('programme', 'language text not null check (length(language) = 2)'),
  programme_feature: listOf(
    'programme',
    "feature text not null check (feature in ('double', 'joint', 'global', 'interdisciplinary'))",
  ),
  programme_partner: listOf(
    'programme',
    'partner_id text not null references partner(id), agreement_id text references agreement(id), degree text not null',
  ),
  programme_period: listOf(
    'programme',
    'partner_id text references partner(id), credits float64 check (credits >= 0), starts_on text check (length(starts_on) = 10), ends_on text check (length(ends_on) = 10)',
  ),
  cohort: `
    id text not null primary key references record(id),
    programme_id text not null references programme(id),
    academic_year integer not null,
    ${[
      'contingent',
      'applied',
      'outgoing',
      'incoming',
      'at_partner',
      'returned',
      'graduated',
      'foreign_citizens',
    ]
      .map((column) => `${column} integer not null check (${column} >= 0)`)
      .join(', ')},
    source text not null`,
  cohort_withdrawal:
    'cohort_id text not null references cohort(id), reason text not null, learners integer not null check (learners >= 0), primary key (cohort_id, reason)',
  cohort_funding:
    'cohort_id text not null references cohort(id), source text not null, learners integer not null check (learners >= 0), primary key (cohort_id, source)',
  attachment_content:
    'sha256 text not null primary key check (length(sha256) = 64), size integer not null check (size >= 0), content binary not null',
  attachment: `
    id text not null primary key check (length(id) = 36),
    owner_entity text not null, owner_id text not null references record(id),
    name text not null, media_type text not null,
    sha256 text not null references attachment_content(sha256),
    added_at text not null check (length(added_at) = 24),
    removed_at text check (length(removed_at) = 24)`,
}

const indexes = [
  'create index record_entity_idx on record (entity)',
  'create index audit_entity_idx on audit (entity, entity_id)',
  'create index audit_batch_idx on audit (batch_id) where batch_id is not null',
  'create index partner_identifier_value_idx on partner_identifier (scheme, value)',
  'create index agreement_parent_idx on agreement (parent_id)',
  'create index agreement_predecessor_idx on agreement (predecessor_id)',
  'create index agreement_party_partner_idx on agreement_party (partner_id)',
  'create index agreement_signatory_partner_idx on agreement_signatory (partner_id)',
  'create index programme_partner_partner_idx on programme_partner (partner_id)',
  'create index programme_partner_agreement_idx on programme_partner (agreement_id)',
  'create index programme_period_partner_idx on programme_period (partner_id)',
  'create index cohort_programme_idx on cohort (programme_id, academic_year)',
  'create index attachment_owner_idx on attachment (owner_entity, owner_id)',
  'create index attachment_sha256_idx on attachment (sha256)',
]

/** The register: records of five kinds, their lists, attachments and the audit trail. */
export async function up(db: MigrationTarget, dialect: Dialect): Promise<void> {
  await createTables(db, dialect, tables)
  for (const index of indexes) await sql.raw(index).execute(db)
  await forbidChanges(db, dialect, 'audit')
}
