import type { Entity } from '../../../shared/kernel/record.ts'

/** What every record has, whatever its kind; a record's own fields stand in the table of its entity. */
export type RecordTable = {
  id: string
  entity: Entity
  is_sample: 0 | 1
  created_at: string
  updated_at: string
  revision: number
  /** Null: the record is live. */
  deleted_at: string | null
}

/** The fields of a record that has no table of its own, as one JSON text (docs/decisions/0015-records-as-json.md). */
export type RecordFieldsTable = {
  id: string
  /** What only one live record may have, such as the criterion of an assessment; null: nothing. */
  unique_name: string | null
  fields_json: string
}

/** A record that such a record points at, once however many of its fields do. */
export type RecordLinkTable = { source_id: string; target_id: string }

/** One change of one record; append-only and chained by hash. */
export type AuditTable = {
  sequence: number
  at: string
  actor: string
  action: 'create' | 'change' | 'remove' | 'restore'
  entity: string
  entity_id: string
  before_json: string | null
  after_json: string | null
  batch_id: string | null
  prev_hash: string
  hash: string
}

/** Facts about the workspace itself, such as the kind of sample it was filled with. */
export type WorkspaceSettingTable = { key: string; value: string }

export type MigrationTable = { name: string; applied_at: string }

export type WorkspaceTables = {
  record: RecordTable
  record_fields: RecordFieldsTable
  record_link: RecordLinkTable
  audit: AuditTable
  workspace_setting: WorkspaceSettingTable
  migration: MigrationTable
}
