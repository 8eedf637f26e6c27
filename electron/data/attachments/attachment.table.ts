import type { Entity } from '../../../shared/kernel/record.ts'

/** Bytes, once per content. */
export type AttachmentContentTable = { sha256: string; size: number; content: Uint8Array }

export type AttachmentTable = {
  id: string
  owner_entity: Entity
  owner_id: string
  name: string
  media_type: string
  sha256: string
  added_at: string
  /** Null: the attachment is live. */
  removed_at: string | null
}

export type AttachmentTables = { attachment_content: AttachmentContentTable; attachment: AttachmentTable }
