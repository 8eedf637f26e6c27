import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Receiver } from '../../../shared/ministry/ministry.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import type { ReceiverTable } from './ministry.table.ts'
import { certificateFacts } from './receiver-address.ts'

/** A receiver with the certificate that is trusted for it. */
export type StoredReceiver = Pick<ReceiverTable, 'id' | 'name' | 'url' | 'certificate'>

export async function listReceivers(db: Reader): Promise<StoredReceiver[]> {
  return db
    .selectFrom('receiver')
    .select(['id', 'name', 'url', 'certificate'])
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** The receiver; refuses with `not-found`. */
export async function getReceiver(db: Reader, id: string): Promise<StoredReceiver> {
  const receiver = (await listReceivers(db)).find((candidate) => candidate.id === id)
  if (receiver === undefined) throw new AppError('not-found', { entity: 'receiver' })
  return receiver
}

/** Stores a new receiver, or changes the one with the id. Submissions on their way keep the address they started with. */
export async function saveReceiver(
  tx: Writer,
  id: string | null,
  fields: Omit<StoredReceiver, 'id'>,
): Promise<StoredReceiver> {
  const before = id === null ? null : await getReceiver(tx.trx, id)
  const stored = { id: id ?? tx.newId(), ...fields }
  if (before === null)
    await tx.trx
      .insertInto('receiver')
      .values({ ...stored, removed_at: null })
      .execute()
  else await tx.trx.updateTable('receiver').set(fields).where('id', '=', stored.id).execute()
  const action = before === null ? 'create' : 'change'
  await tx.audit.append({ action, entity: 'receiver', entityId: stored.id, before, after: stored })
  return stored
}

export async function removeReceiver(tx: Writer, id: string): Promise<void> {
  const before = await getReceiver(tx.trx, id)
  await tx.trx.updateTable('receiver').set({ removed_at: tx.at }).where('id', '=', id).execute()
  await tx.audit.append({ action: 'remove', entity: 'receiver', entityId: id, before, after: null })
}

export function toReceiver({ id, name, url, certificate }: StoredReceiver): Receiver {
  return { id, name, url, certificate: certificate === null ? null : certificateFacts(certificate) }
}
