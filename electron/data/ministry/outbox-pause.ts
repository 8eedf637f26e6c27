import { AppError } from '../../../shared/kernel/app-error.ts'
import { type OutboxPause, outboxPauseSchema } from '../../../shared/ministry/ministry.ts'
import type { WorkspaceState } from '../../../shared/workspace/workspace.contract.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import { readSetting, writeSetting } from '../workspace/settings.ts'
import { changeSubmission, countOutbox } from './submission.repository.ts'

const pauseSetting = 'outbox-pause'
/** The setting of an outbox that goes on; a setting is never deleted. */
const notPaused = ''

/** Why and since when nothing is sent; null: the outbox works. */
export async function readOutboxPause(db: Reader): Promise<OutboxPause | null> {
  const value = (await readSetting(db, pauseSetting)) ?? notPaused
  return value === notPaused ? null : outboxPauseSchema.parse(JSON.parse(value))
}

/**
 * Keeps the outbox of this workspace from sending anything until a person says to go on. A pause that is on stays as it
 * is. Whoever brings back an older state of a workspace calls this before the workspace is opened for work: what was
 * sent since is not known in it.
 */
export async function pauseOutbox(tx: Writer, reason: OutboxPause['reason']): Promise<void> {
  if ((await readOutboxPause(tx.trx)) !== null) return
  await writePause(tx, null, { reason, at: tx.at })
}

/**
 * Lets the outbox go on. Whatever has no answer yet is asked for before it is sent, because the receiver may have it.
 * Does nothing when the outbox is not paused.
 */
export async function resumeOutbox(tx: Writer): Promise<void> {
  const pause = await readOutboxPause(tx.trx)
  if (pause === null) return
  const unanswered = await tx.trx
    .selectFrom('submission')
    .selectAll()
    .where('state', '<>', 'answered')
    .orderBy('id')
    .execute()
  for (const row of unanswered) {
    const isPlanned = row.next_attempt_at !== null
    await changeSubmission(tx, row, { must_ask: 1, ...(isPlanned ? { next_attempt_at: tx.at } : {}) })
  }
  await writePause(tx, pause, null)
}

/** Refuses with `ministry-outbox-paused` while nothing may be sent. */
export async function assertNotPaused(db: Reader): Promise<void> {
  const pause = await readOutboxPause(db)
  if (pause !== null) throw new AppError('ministry-outbox-paused')
}

/** What the window shows of the outbox wherever one is. */
export async function readOutbox(db: Reader): Promise<WorkspaceState['outbox']> {
  return { ...(await countOutbox(db)), isPaused: (await readOutboxPause(db)) !== null }
}

async function writePause(tx: Writer, before: OutboxPause | null, after: OutboxPause | null): Promise<void> {
  await writeSetting(tx, pauseSetting, after === null ? notPaused : JSON.stringify(after))
  await tx.audit.append({ action: 'change', entity: 'outbox', entityId: 'outbox', before, after })
}
