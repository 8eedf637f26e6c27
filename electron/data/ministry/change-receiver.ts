import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import type { Receiver } from '../../../shared/ministry/ministry.ts'
import type { DataContext } from '../context.ts'
import { readCertificateFile } from './ministry-outbox.ts'
import { receiverAddress } from './receiver-address.ts'
import { getReceiver, saveReceiver, toReceiver } from './receiver.repository.ts'

/** Stores a receiver. `certificate` undefined: as it was; null: none, the authorities that the program knows are trusted. */
export async function changeReceiver(
  context: DataContext,
  input: { id: string | null; name: string; url: string; certificate?: FileGrant | null | undefined },
): Promise<Receiver> {
  const url = receiverAddress(input.url)
  const chosen = input.certificate
  const before = input.id === null ? null : await getReceiver(context.database().reader, input.id)
  const kept = before?.certificate ?? null
  const certificate =
    chosen === undefined ? kept : chosen === null ? null : await readCertificateFile(context, chosen)
  const fields = { name: input.name, url, certificate }
  return toReceiver(await context.database().write((tx) => saveReceiver(tx, input.id, fields)))
}
