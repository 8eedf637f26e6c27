/** One import that was written. Its changes are the audit rows of the batch of the same id. */
export type ImportBatchTable = {
  id: string
  at: string
  actor: string
  file_name: string
  file_sha256: string
  sheet: string
  row_counts_json: string
  record_counts_json: string
  /** The rows that were not taken, with their cells and reasons. */
  refused_json: string
  undone_at: string | null
}

/** What the columns of one layout of a register meant last time. */
export type ImportMappingTable = {
  /** SHA-256 of the names of all columns. */
  signature: string
  mapping_json: string
  used_at: string
}

export type ImportTables = { import_batch: ImportBatchTable; import_mapping: ImportMappingTable }
