import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import type { GatewayAnswer } from '../../../shared/exchange/delivery.ts'
import { problemType } from '../../../shared/exchange/gateway.contract.ts'
import type { Receipt } from '../../../shared/exchange/receipt.ts'
import { onBothDialects, type TestDatabase } from '../../../tests/support/databases.ts'
import { ministryPackage } from '../../../tests/support/ministry-package.ts'
import type { GatewayClient } from './gateway-client.ts'
import { leaseLength, Outbox } from './outbox.ts'
import { insertPackage } from './package.repository.ts'
import { listReceipts } from './receipt.repository.ts'
import {
  answerSubmission,
  countOutbox,
  enqueue,
  getSubmission,
  getSubmissionRow,
  hurrySubmission,
  listAttempts,
  stopSubmission,
} from './submission.repository.ts'

const built = await ministryPackage('VP-32')
const receiver = { name: 'Gateway', url: 'https://gateway.example', certificate: null }
type Reply = (key: string) => GatewayAnswer | Promise<GatewayAnswer>

const json = (status: number, body: unknown, retryAfter: string | null = null): GatewayAnswer => ({
  kind: 'response',
  status,
  retryAfter,
  contentType: 'application/json',
  text: JSON.stringify(body),
})
const failure =
  (reason: Extract<GatewayAnswer, { kind: 'failure' }>['failure']): Reply =>
  () => ({ kind: 'failure', failure: reason })
const receiptFor = (key: string, changes: Partial<Receipt> = {}): Receipt => ({
  format: 'qosdiplom-receipt',
  formatVersion: 1,
  receiptId: 'receipt-1',
  receiver: 'Gateway',
  manifestSha256: built.manifestSha256,
  idempotencyKey: key,
  status: 'accepted',
  issuedAt: '2026-11-22T09:00:01.000Z',
  reasons: [],
  rows: built.rows.map(({ file, row }) => ({ file, row, outcome: 'accepted', reasons: [] })),
  ...changes,
})
const accepted: Reply = (key) => json(200, receiptFor(key))
const unknownKey: Reply = () => json(404, { type: problemType('UNKNOWN_SUBMISSION') })

/** A receiver that answers from a script, one reply per request, and keeps what it was asked. */
class ScriptedClient implements GatewayClient {
  readonly asked: string[] = []
  readonly keys = new Set<string>()
  readonly #replies: Reply[]

  constructor(...replies: Reply[]) {
    this.#replies = replies
  }

  send(_endpoint: unknown, key: string, bytes: Uint8Array, signal: AbortSignal): Promise<GatewayAnswer> {
    if (Buffer.compare(bytes, built.bytes) !== 0) throw new Error('other bytes than those that were stored')
    return this.#answer('send', key, signal)
  }

  ask(_endpoint: unknown, key: string, signal: AbortSignal): Promise<GatewayAnswer> {
    return this.#answer('ask', key, signal)
  }

  health(): Promise<GatewayAnswer> {
    return Promise.resolve({ kind: 'failure', failure: 'refused' })
  }

  #answer(action: string, key: string, signal: AbortSignal): Promise<GatewayAnswer> {
    this.asked.push(action)
    this.keys.add(key)
    const reply = this.#replies.shift()
    if (reply === undefined) throw new Error('the receiver was asked more often than the test expects')
    const aborted = new Promise<GatewayAnswer>((resolve) => {
      signal.addEventListener('abort', () => resolve({ kind: 'failure', failure: 'interrupted' }))
    })
    return Promise.race([aborted, Promise.resolve(reply(key))])
  }
}

const never: Reply = () => new Promise<GatewayAnswer>(() => undefined)

async function run(outbox: Outbox): Promise<void> {
  outbox.wake()
  await outbox.settle()
}

const processing: Reply = () => json(202, { state: 'processing' }, '0')
const nothing = (): void => undefined

onBothDialects('the outbox', (current, dialect) => {
  const running: Outbox[] = []
  afterEach(async () => {
    await Promise.all(running.splice(0).map((outbox) => outbox.stop()))
  })

  function start({ database, clock }: TestDatabase, client: GatewayClient): Outbox {
    const outbox = new Outbox({
      database,
      client,
      clock: clock.now,
      random: () => 0.5,
      onChange: () => undefined,
      onError: (error) => {
        throw error
      },
    })
    running.push(outbox)
    return outbox
  }

  /** Puts the package into the outbox of a fresh workspace. */
  async function queue(): Promise<string> {
    const { database } = current()
    return database.write(async (tx) => {
      const { id } = await insertPackage(tx, built)
      return (await enqueue(tx, id, receiver)).id
    })
  }

  const submission = (id: string) => getSubmission(current().database.reader, id)
  const steps = async (id: string) =>
    (await listAttempts(current().database.reader, id)).map(({ action, outcome }) => `${action} ${outcome}`)

  it('delivers a package and records the receipt with our record beside every row', async () => {
    const id = await queue()
    const client = new ScriptedClient(accepted)
    await run(start(current(), client))
    const { packageId, state, problem } = await submission(id)
    expect({ state, problem }).toEqual({ state: 'answered', problem: null })
    const [receipt] = await listReceipts(current().database.reader, packageId)
    expect(receipt).toMatchObject({
      status: 'accepted',
      road: 'gateway',
      acceptedCount: built.rows.length,
      rejectedCount: 0,
    })
    expect(receipt?.rows.map(({ record, label }) => ({ record, label }))).toEqual(
      built.rows
        .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.row - b.row))
        .map(({ record, label }) => ({ record, label })),
    )
    expect(await countOutbox(current().database.reader)).toEqual({ waiting: 0, failed: 0 })
  })

  it('waits after a failure, tries again when it is time, and keeps one key throughout', async () => {
    const id = await queue()
    const client = new ScriptedClient(failure('refused'), () => json(503, {}, '60'), unknownKey, accepted)
    const outbox = start(current(), client)
    await run(outbox)
    expect(await submission(id)).toMatchObject({
      state: 'waiting',
      problem: { code: 'gateway-refused' },
      attemptCount: 1,
    })
    await run(outbox)
    expect(client.asked).toHaveLength(1)
    current().clock.forward(2000)
    await run(outbox)
    expect(await submission(id)).toMatchObject({ problem: { code: 'gateway-busy', params: { status: 503 } } })
    current().clock.forward(59_000)
    await run(outbox)
    expect(client.asked).toHaveLength(2)
    current().clock.forward(120_000)
    await run(outbox)
    await run(outbox)
    expect(await steps(id)).toEqual(['send retry', 'send retry', 'ask unknown_key', 'send receipt'])
    expect(client.keys.size).toBe(1)
    expect(await submission(id)).toMatchObject({ state: 'answered' })
  })

  it('asks first after a delivery whose outcome is unknown, and does not send what has arrived', async () => {
    const id = await queue()
    const outbox = start(current(), new ScriptedClient(failure('connection-lost'), accepted))
    await run(outbox)
    current().clock.forward(60_000)
    await run(outbox)
    expect(await steps(id)).toEqual(['send retry', 'ask receipt'])
  })

  it('asks until the receiver has processed the package', async () => {
    const id = await queue()
    const outbox = start(current(), new ScriptedClient(processing, processing, accepted))
    for (let round = 0; round < 3; round += 1) {
      await run(outbox)
      current().clock.forward(3_600_000)
    }
    expect(await steps(id)).toEqual(['send processing', 'ask processing', 'ask receipt'])
  })

  it('goes on after a crash in the middle: not before the lease has run out, and by asking first', async () => {
    const id = await queue()
    const crashed = start(current(), new ScriptedClient(never))
    crashed.wake()
    await expect.poll(async () => (await submission(id)).state).toBe('sending')

    const client = new ScriptedClient(unknownKey, accepted)
    const next = start(current(), client)
    await run(next)
    expect(client.asked).toEqual([])
    current().clock.forward(leaseLength)
    await run(next)
    await run(next)
    expect(await steps(id)).toEqual(['send interrupted', 'ask unknown_key', 'send receipt'])
    expect(await submission(id)).toMatchObject({ state: 'answered' })
  })

  it('records a receipt that arrives late, and what is late without one changes nothing', async () => {
    const id = await queue()
    let release: (answer: GatewayAnswer) => void = nothing
    const slow = start(current(), new ScriptedClient(() => new Promise((resolve) => (release = resolve))))
    slow.wake()
    await expect.poll(async () => (await submission(id)).state).toBe('sending')
    current().clock.forward(leaseLength)
    await run(start(current(), new ScriptedClient(accepted)))
    release({ kind: 'failure', failure: 'timeout' })
    await slow.settle()
    expect(await submission(id)).toMatchObject({ state: 'answered', problem: null })
  })

  it('sends once when two processes look at the same time', async () => {
    const id = await queue()
    const [one, other] = [new ScriptedClient(accepted), new ScriptedClient(accepted)]
    await Promise.all([run(start(current(), one)), run(start(current(), other))])
    expect(one.asked.length + other.asked.length).toBe(1)
    expect(await submission(id)).toMatchObject({ state: 'answered', attemptCount: 1 })
  })

  it('ends what is under way when it is stopped, and writes down that the outcome is unknown', async () => {
    const id = await queue()
    const outbox = start(current(), new ScriptedClient(never))
    outbox.wake()
    await expect.poll(async () => (await submission(id)).state).toBe('sending')
    await outbox.stop()
    expect(await submission(id)).toMatchObject({ state: 'waiting', problem: { code: 'gateway-interrupted' } })
    expect(await getSubmissionRow(current().database.reader, id)).toMatchObject({
      must_ask: 1,
      lease_until: null,
    })
    expect(await steps(id)).toEqual(['send interrupted'])
  })

  it('leaves a refusal to a person and goes on under the old key when it is sent again', async () => {
    const id = await queue()
    const { database } = current()
    const client = new ScriptedClient(() => json(200, receiptFor('x'.repeat(43))), accepted)
    const outbox = start(current(), client)
    await run(outbox)
    expect(await submission(id)).toMatchObject({
      state: 'blocked',
      problem: { code: 'gateway-receipt-other-package' },
      nextAttemptAt: null,
    })
    expect(await countOutbox(database.reader)).toEqual({ waiting: 0, failed: 1 })
    current().clock.forward(86_400_000)
    await run(outbox)
    expect(client.asked).toEqual(['send'])
    const { packageId } = await submission(id)
    const again = await database.write((tx) => enqueue(tx, packageId, receiver))
    expect(again.id).toBe(id)
    await run(outbox)
    expect(client.asked).toEqual(['send', 'ask'])
    expect(client.keys.size).toBe(1)
    expect(await submission(id)).toMatchObject({ state: 'answered' })
  })

  it('refuses a second delivery of a package that is on its way or answered', async () => {
    const id = await queue()
    const { database } = current()
    const { packageId } = await submission(id)
    const again = () => database.write((tx) => enqueue(tx, packageId, receiver))
    await expect(again()).rejects.toMatchObject({ refusal: { code: 'ministry-already-sent' } })
    await run(start(current(), new ScriptedClient(accepted)))
    await expect(again()).rejects.toMatchObject({ refusal: { code: 'ministry-already-answered' } })
    const elsewhere = { ...receiver, url: 'https://other.example' }
    expect(await database.write((tx) => enqueue(tx, packageId, elsewhere))).toMatchObject({ state: 'queued' })
  })

  it('tries at once when a person asks for it', async () => {
    const id = await queue()
    const outbox = start(current(), new ScriptedClient(() => json(503, {}, '86400'), accepted))
    await run(outbox)
    await current().database.write((tx) => hurrySubmission(tx, id))
    await run(outbox)
    expect(await submission(id)).toMatchObject({ state: 'answered' })
    await expect(current().database.write((tx) => hurrySubmission(tx, id))).rejects.toMatchObject({
      refusal: { code: 'ministry-submission-finished' },
    })
  })

  it('does not send what a person took out, and still records a receipt that comes by hand', async () => {
    const id = await queue()
    const { database } = current()
    await database.write((tx) => stopSubmission(tx, id))
    const client = new ScriptedClient()
    await run(start(current(), client))
    expect(client.asked).toEqual([])
    const { idempotency_key: key, package_id: packageId } = await getSubmissionRow(database.reader, id)
    expect(await database.write((tx) => answerSubmission(tx, packageId, key))).toBe(id)
    expect(await submission(id)).toMatchObject({ state: 'answered' })
  })

  it('is neither stalled nor hurried by a clock that jumps', async () => {
    const id = await queue()
    const client = new ScriptedClient(failure('offline'), failure('offline'), accepted)
    const outbox = start(current(), client)
    current().clock.set('2036-01-01T00:00:00.000Z')
    await run(outbox)
    current().clock.set('2026-11-22T09:00:05.000Z')
    await run(outbox)
    expect(client.asked).toHaveLength(2)
    await run(outbox)
    expect(client.asked).toHaveLength(2)
    current().clock.forward(60_000)
    await run(outbox)
    expect(await submission(id)).toMatchObject({ state: 'answered', attemptCount: 3 })
  })

  it('does not send a package whose stored bytes were changed', async () => {
    const { database } = current()
    const id = await database.write(async (tx) => {
      const packageId = (await insertPackage(tx, built)).id
      return (await enqueue(tx, packageId, receiver)).id
    })
    const { packageId } = await submission(id)
    const client = new ScriptedClient()
    await database.write(async (tx) => {
      const trigger = dialect === 'sqlite' ? 'package_no_update' : 'package_no_change on package'
      await sql.raw(`drop trigger ${trigger}`).execute(tx.trx)
      await tx.trx
        .updateTable('package')
        .set({ content: new Uint8Array(10) })
        .where('id', '=', packageId)
        .execute()
    })
    await run(start(current(), client))
    expect(client.asked).toEqual([])
    expect(await submission(id)).toMatchObject({
      state: 'blocked',
      problem: { code: 'ministry-package-damaged' },
    })
  })

  it('cannot change or lose what was sent and answered', async () => {
    const id = await queue()
    await run(start(current(), new ScriptedClient(accepted)))
    const { packageId } = await submission(id)
    const { database } = current()
    const attempts = [
      database.write((tx) =>
        tx.trx.updateTable('package').set({ revision: 9 }).where('id', '=', packageId).execute(),
      ),
      database.write((tx) => tx.trx.deleteFrom('receipt').where('package_id', '=', packageId).execute()),
    ]
    for (const attempt of attempts) await expect(attempt).rejects.toThrow(/append-only/)
    expect(await listReceipts(database.reader, packageId)).toHaveLength(1)
  })
})
