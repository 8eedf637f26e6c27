import type { Problem } from '../../../shared/kernel/problem.ts'
import type { RecordMeta, RevisionReference } from '../../../shared/kernel/record.ts'

/** A record with what the rules find in it. */
export type SavedRecord<Entry> = { record: Entry; problems: Problem[] }

/** The procedures of a kind of record that a form needs: `data.partners` has them. */
export type RecordCalls<Entry extends RecordMeta, Fields> = {
  readonly get: (input: { id: string }) => Promise<SavedRecord<Entry>>
  readonly create: (input: { fields: Fields }) => Promise<SavedRecord<Entry>>
  readonly save: (input: RevisionReference & { fields: Fields }) => Promise<SavedRecord<Entry>>
  readonly validate: (input: { id: string | null; fields: Fields }) => Promise<Problem[]>
}

/** The procedures that a list of records needs for deleting with undo. */
export type RemovalCalls = {
  readonly remove: (input: { records: RevisionReference[] }) => Promise<unknown>
  readonly restore: (input: { ids: string[] }) => Promise<unknown>
}
