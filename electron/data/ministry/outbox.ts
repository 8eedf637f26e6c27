import {
  decideDelivery,
  type DeliveryAction,
  type DeliveryDecision,
  type GatewayAnswer,
  isDue,
} from '../../../shared/exchange/delivery.ts'
import type { Receipt } from '../../../shared/exchange/receipt.ts'
import type { Refusal } from '../../../shared/kernel/app-error.ts'
import type { Attempt } from '../../../shared/ministry/ministry.ts'
import type { Database, Writer } from '../workspace/database.ts'
import type { GatewayClient } from './gateway-client.ts'
import type { SubmissionTable } from './ministry.table.ts'
import { readOutboxPause } from './outbox-pause.ts'
import { readPackageFile, sha256 } from './package.repository.ts'
import { insertReceipt } from './receipt.repository.ts'
import {
  changeSubmission,
  finishAttempt,
  getSubmissionRow,
  listActiveRows,
  startAttempt,
} from './submission.repository.ts'

export type OutboxOptions = {
  readonly database: Database
  readonly client: GatewayClient
  readonly clock: () => Date
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** Told after every step of a submission. */
  readonly onChange: (submissionId: string) => void
  /** Told of what should not happen, such as a full disk; the outbox goes on later. */
  readonly onError: (error: unknown) => void
}

/** An attempt may take this long before another process takes it for dead; longer than any request may. */
export const leaseLength = 150_000
/** The outbox looks again at least this often: another process may have put something in. */
const longestSleep = 60_000

type Claim = {
  readonly row: SubmissionTable
  readonly action: DeliveryAction
  readonly bytes: Uint8Array
  readonly manifestSha256: string
}

/**
 * Delivers what is in the outbox: at least once, and by its key never twice in effect. One submission at a time, in the
 * order in which they were put in. What it does is written down before and after, so that it goes on from where it was
 * after any interruption.
 */
export class Outbox {
  readonly #options: OutboxOptions
  readonly #closing = new AbortController()
  #timer: NodeJS.Timeout | undefined
  /** The round that is running, if any. */
  #round: Promise<void> | null = null
  #isRoundWanted = false

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  /** Begins to deliver, after a pause that lets short-lived programs pass by. */
  start(pause: number): void {
    this.#schedule(pause)
  }

  /** Looks at once for what is due. */
  wake(): void {
    if (this.#closing.signal.aborted) return
    this.#isRoundWanted = true
    this.#round ??= this.#runWanted()
  }

  /** Resolves when nothing is due any more. */
  async settle(): Promise<void> {
    while (this.#round !== null) await this.#round
  }

  /** Ends the request that is under way and writes down that its outcome is unknown. */
  async stop(): Promise<void> {
    this.#closing.abort()
    clearTimeout(this.#timer)
    await this.settle()
  }

  #schedule(pause: number): void {
    clearTimeout(this.#timer)
    if (this.#closing.signal.aborted) return
    this.#timer = setTimeout(() => this.wake(), pause)
    this.#timer.unref()
  }

  async #runWanted(): Promise<void> {
    let pause = longestSleep
    try {
      while (this.#isRoundWanted && !this.#closing.signal.aborted) {
        this.#isRoundWanted = false
        pause = await this.#deliverDue()
      }
    } catch (error) {
      this.#options.onError(error)
    } finally {
      this.#round = null
    }
    if (this.#isRoundWanted) this.wake()
    else this.#schedule(pause)
  }

  /** Delivers everything that is due; returns how long nothing will be, milliseconds. */
  async #deliverDue(): Promise<number> {
    const { database, clock } = this.#options
    if ((await readOutboxPause(database.reader)) !== null) return longestSleep
    for (const row of await listActiveRows(database.reader)) {
      if (this.#closing.signal.aborted) return longestSleep
      if (isDueNow(row, clock())) await this.#deliver(row.id)
    }
    const waits = (await listActiveRows(database.reader)).map((row) => {
      const at = row.state === 'sending' ? row.lease_until : row.next_attempt_at
      return at === null ? longestSleep : Date.parse(at) - clock().getTime()
    })
    return Math.max(10, Math.min(longestSleep, ...waits))
  }

  async #deliver(id: string): Promise<void> {
    const claim = await this.#options.database.write((tx) => this.#claim(tx, id))
    this.#options.onChange(id)
    if (claim === null) return
    const answer = await this.#call(claim)
    await this.#options.database.write((tx) => this.#record(tx, claim, answer))
    this.#options.onChange(id)
  }

  /** Takes the submission for this process, unless it is not due any more or another process has it. */
  async #claim(tx: Writer, id: string): Promise<Claim | null> {
    const { clock } = this.#options
    const row = await getSubmissionRow(tx.trx, id)
    // Asked again inside the transaction: another process may have paused the outbox meanwhile.
    if (!isDueNow(row, clock()) || (await readOutboxPause(tx.trx)) !== null) return null
    const stored = await readPackageFile(tx.trx, row.package_id)
    if (sha256(stored.bytes) !== stored.sha256) {
      await changeSubmission(tx, row, finished('blocked', damaged(stored.fileName)))
      return null
    }
    const wasInterrupted = row.state === 'sending'
    if (wasInterrupted) {
      const problem: Refusal = { code: 'gateway-interrupted', params: {}, problems: [] }
      await finishAttempt(tx, id, row.attempts, { outcome: 'interrupted', httpStatus: null, problem })
    }
    const mustAsk = wasInterrupted || row.must_ask === 1 || row.state === 'processing'
    const action = mustAsk ? 'ask' : 'send'
    const claimed = await changeSubmission(tx, row, {
      state: 'sending',
      attempts: row.attempts + 1,
      next_attempt_at: null,
      lease_until: new Date(clock().getTime() + leaseLength).toISOString(),
      // Until the outcome is written down, it is unknown.
      must_ask: 1,
    })
    await startAttempt(tx, id, claimed.attempts, action)
    return { row: claimed, action, bytes: stored.bytes, manifestSha256: stored.manifestSha256 }
  }

  #call({ row, action, bytes }: Claim): Promise<GatewayAnswer> {
    const { client } = this.#options
    const endpoint = { url: row.receiver_url, certificate: row.certificate }
    const { signal } = this.#closing
    return action === 'ask'
      ? client.ask(endpoint, row.idempotency_key, signal)
      : client.send(endpoint, row.idempotency_key, bytes, signal)
  }

  async #record(tx: Writer, claim: Claim, answer: GatewayAnswer): Promise<void> {
    const { clock, random } = this.#options
    const current = await getSubmissionRow(tx.trx, claim.row.id)
    const isOurs = current.state === 'sending' && current.attempts === claim.row.attempts
    const decision = decideDelivery(answer, {
      action: claim.action,
      expected: { manifestSha256: claim.manifestSha256, idempotencyKey: claim.row.idempotency_key },
      attempt: claim.row.attempts,
      random,
      now: clock(),
    })
    const httpStatus = answer.kind === 'response' ? answer.status : null
    const end = {
      outcome: outcomeOf(decision, answer),
      httpStatus,
      problem: 'problem' in decision ? decision.problem : null,
    }
    await finishAttempt(tx, claim.row.id, claim.row.attempts, end)
    // A receipt counts whoever got it; everything else only while this attempt is the current one.
    if (decision.kind === 'receipt') await this.#accept(tx, current, decision.receipt, answer)
    else if (isOurs) await changeSubmission(tx, current, changesAfter(decision, clock()))
  }

  async #accept(tx: Writer, row: SubmissionTable, receipt: Receipt, answer: GatewayAnswer): Promise<void> {
    const text = answer.kind === 'response' ? answer.text : ''
    await insertReceipt(tx, {
      packageId: row.package_id,
      submissionId: row.id,
      road: 'gateway',
      receipt,
      text,
    })
    if (row.state === 'answered') return
    await changeSubmission(tx, row, finished('answered', null))
  }
}

/** Due is what waits for its time, and what another process began and never finished. */
function isDueNow(row: SubmissionTable, now: Date): boolean {
  if (row.state === 'sending') return isDue(row.lease_until, now)
  return row.state === 'queued' || row.state === 'waiting' || row.state === 'processing'
    ? isDue(row.next_attempt_at, now)
    : false
}

function outcomeOf(
  decision: DeliveryDecision,
  answer: GatewayAnswer,
): Exclude<Attempt['outcome'], 'running'> {
  if (answer.kind === 'failure' && answer.failure === 'interrupted') return 'interrupted'
  const outcomes = {
    receipt: 'receipt',
    processing: 'processing',
    'unknown-key': 'unknown_key',
    retry: 'retry',
    blocked: 'refused',
  } as const
  return outcomes[decision.kind]
}

type Changes = Parameters<typeof changeSubmission>[2]

function changesAfter(decision: Exclude<DeliveryDecision, { kind: 'receipt' }>, now: Date): Changes {
  if (decision.kind === 'blocked') return finished('blocked', decision.problem)
  const delay = decision.kind === 'unknown-key' ? 0 : decision.delay
  const mustAsk = decision.kind === 'processing' || (decision.kind === 'retry' && decision.mustAsk)
  return {
    state: decision.kind === 'processing' ? 'processing' : 'waiting',
    lease_until: null,
    next_attempt_at: new Date(now.getTime() + delay).toISOString(),
    must_ask: mustAsk ? 1 : 0,
    problem_json: decision.kind === 'retry' ? JSON.stringify(decision.problem) : null,
  }
}

/** The stored bytes are not those that were built: nothing of them is sent. */
function damaged(fileName: string): Refusal {
  return { code: 'ministry-package-damaged', params: { name: fileName, file: fileName }, problems: [] }
}

function finished(state: 'answered' | 'blocked', problem: Refusal | null): Changes {
  return {
    state,
    lease_until: null,
    next_attempt_at: null,
    problem_json: problem === null ? null : JSON.stringify(problem),
  }
}
