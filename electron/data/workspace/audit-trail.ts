import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Schema } from './schema.ts'
import type { AuditTable } from './workspace.table.ts'

/** Stands before the first row of a chain. */
export const firstPreviousHash = '0'.repeat(64)

export type AuditEntry = {
  readonly action: AuditTable['action']
  /** Kind of thing that changed: an entity of the register, or another feature's own word. */
  readonly entity: string
  readonly entityId: string
  /** The fields before and after; null before it existed or after its removal. */
  readonly before: unknown
  readonly after: unknown
}

/** The end of the chain as a transaction found it or left it. */
export type ChainHead = { readonly sequence: number; readonly hash: string }

/** Adds the audit rows of one transaction to the chain. */
export class AuditTrail {
  readonly #trx: Transaction<Schema>
  readonly #common: { at: string; actor: string; batchId: string | null }
  #head: ChainHead
  readonly #entities = new Set<string>()
  #appended = 0

  constructor(
    trx: Transaction<Schema>,
    head: ChainHead,
    common: { at: string; actor: string; batchId: string | null },
  ) {
    this.#trx = trx
    this.#head = head
    this.#common = common
  }

  /** Where the chain ends now. */
  get head(): ChainHead {
    return this.#head
  }

  /** Number of rows that this transaction added. */
  get appended(): number {
    return this.#appended
  }

  /** Kinds of things that this transaction changed. */
  get entities(): ReadonlySet<string> {
    return this.#entities
  }

  /** Adds the row of one change. */
  async append(entry: AuditEntry): Promise<void> {
    const row = {
      sequence: this.#head.sequence + 1,
      at: this.#common.at,
      actor: this.#common.actor,
      action: entry.action,
      entity: entry.entity,
      entity_id: entry.entityId,
      before_json: toJson(entry.before),
      after_json: toJson(entry.after),
      batch_id: this.#common.batchId,
      prev_hash: this.#head.hash,
    }
    const hash = hashOf(row)
    await this.#trx
      .insertInto('audit')
      .values({ ...row, hash })
      .execute()
    this.#head = { sequence: row.sequence, hash }
    this.#entities.add(entry.entity)
    this.#appended += 1
  }
}

const toJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value)

/** SHA-256 over the row's values as one JSON array in this order, in UTF-8. */
export function hashOf(row: Omit<AuditTable, 'hash'>): string {
  const canonical = JSON.stringify([
    row.sequence,
    row.at,
    row.actor,
    row.action,
    row.entity,
    row.entity_id,
    row.before_json,
    row.after_json,
    row.batch_id,
    row.prev_hash,
  ])
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}

/** The end of the chain in the database. */
export async function readChainHead(db: Pick<Transaction<Schema>, 'selectFrom'>): Promise<ChainHead> {
  const last = await db
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { sequence: 0, hash: firstPreviousHash }
}

/**
 * Recomputes the whole chain. `brokenAt` is the first sequence that is missing, changed or wrongly linked;
 * null: every row is as it was written.
 */
export async function verifyAuditTrail(
  db: Pick<Transaction<Schema>, 'selectFrom'>,
): Promise<{ rows: number; brokenAt: number | null }> {
  const step = 2000
  let head: ChainHead = { sequence: 0, hash: firstPreviousHash }
  let rows = 0
  for (;;) {
    const part = await db
      .selectFrom('audit')
      .selectAll()
      .where('sequence', '>', head.sequence)
      .orderBy('sequence')
      .limit(step)
      .execute()
    for (const row of part) {
      const expected = head.sequence + 1
      if (row.sequence !== expected || row.prev_hash !== head.hash || row.hash !== hashOf(row)) {
        return { rows, brokenAt: expected }
      }
      head = { sequence: row.sequence, hash: row.hash }
      rows += 1
    }
    if (part.length < step) return { rows, brokenAt: null }
  }
}
