import type { RecordReference } from '../../../shared/kernel/record.ts'
import type { Writer } from '../workspace/database.ts'
import { addAttachment } from './attachment.repository.ts'

/** Keeps a PDF that the program made with a record, in the transaction of that record. */
export async function keepMadePdf(
  tx: Writer,
  owner: RecordReference,
  file: { readonly name: string; readonly content: Uint8Array },
): Promise<void> {
  await addAttachment(tx, owner, { ...file, mediaType: 'application/pdf' })
}
