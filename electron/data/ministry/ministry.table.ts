import type { DeliveryAction } from '../../../shared/exchange/delivery.ts'
import type { ReceiptRow, ReceiptStatus } from '../../../shared/exchange/receipt.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Entity } from '../../../shared/kernel/record.ts'
import type { Attempt, FormId, RecordedReceipt, SubmissionState } from '../../../shared/ministry/ministry.ts'

export type ReceiverTable = {
  id: string
  name: string
  url: string
  /** CA certificate in PEM; null: the authorities that the program knows. */
  certificate: string | null
  removed_at: string | null
}

/** A package as it was built or taken in; rows are only ever added. */
export type PackageTable = {
  id: string
  form: FormId
  form_version: string
  mapping_version: string
  academic_year: number
  taken_on: Day
  revision: number
  file_name: string
  size: number
  sha256: string
  manifest_sha256: string
  previous_manifest_sha256: string | null
  manifest_json: string
  row_count: number
  warning_count: number
  is_sample: 0 | 1
  created_at: string
  /** The zip file, byte for byte. */
  content: Uint8Array
}

/** Which record a row of a data file came from. */
export type PackageRowTable = {
  package_id: string
  file: string
  position: number
  entity: Entity | null
  record_id: string | null
  label: string
}

export type SubmissionTable = {
  id: string
  package_id: string
  /** The receiver as it was when the package was queued. */
  receiver_name: string
  receiver_url: string
  certificate: string | null
  idempotency_key: string
  state: SubmissionState
  attempts: number
  next_attempt_at: string | null
  /** While sending: until when this attempt may take; after it, another process may go on. */
  lease_until: string | null
  /** The outcome of the last delivery is unknown: ask before sending again. */
  must_ask: 0 | 1
  problem_json: string | null
  created_at: string
}

export type SubmissionAttemptTable = {
  submission_id: string
  number: number
  action: DeliveryAction
  started_at: string
  finished_at: string | null
  outcome: Attempt['outcome']
  http_status: number | null
  problem_json: string | null
}

export type ReceiptTable = {
  id: string
  package_id: string
  submission_id: string | null
  road: RecordedReceipt['road']
  receipt_id: string
  receiver: string
  status: ReceiptStatus
  reasons_json: string
  issued_at: string
  recorded_at: string
  /** The answer as it came. */
  content: string
}

export type ReceiptRowTable = {
  answer_id: string
  file: string
  position: number
  outcome: ReceiptRow['outcome']
  reasons_json: string
}

export type MinistryTables = {
  receiver: ReceiverTable
  package: PackageTable
  package_row: PackageRowTable
  submission: SubmissionTable
  submission_attempt: SubmissionAttemptTable
  receipt: ReceiptTable
  receipt_row: ReceiptRowTable
}
