import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGatewayClient } from '../../electron/data/ministry/gateway-client.ts'
import { leaseLength, Outbox } from '../../electron/data/ministry/outbox.ts'
import { insertPackage } from '../../electron/data/ministry/package.repository.ts'
import { enqueue, listSubmissions } from '../../electron/data/ministry/submission.repository.ts'
import { createService } from '../../electron/data/service.ts'
import { openTestService, type TestService } from '../../electron/data/testing.ts'
import type { Submission } from '../../shared/ministry/ministry.ts'
import { openSqliteDatabase } from '../support/databases.ts'
import { ministryPackage } from '../support/ministry-package.ts'
import { ministryPeriod } from '../support/ministry-register.ts'
import { storeMinistryRegister } from '../support/ministry-records.ts'
import { createRandom } from '../support/random.ts'
import { testId } from '../support/register-of.ts'
import type { Fault } from './faults.ts'
import { type RunningGateway, startGateway } from './start-gateway.ts'

let gateway: RunningGateway
beforeEach(async () => {
  gateway = await startGateway()
})
afterEach(() => gateway.kill())

/** The result at the end of a stream. */
async function drain<R>(steps: AsyncIterator<unknown, R>): Promise<R> {
  for (;;) {
    const step = await steps.next()
    if (step.done === true) return step.value
  }
}

describe('a package of the program', () => {
  let test: TestService
  beforeEach(async () => {
    test = await openTestService({ clock: () => new Date() })
    await storeMinistryRegister(test.service.context.database())
  })
  afterEach(() => test.close())

  async function build(): Promise<string> {
    const request = { form: 'VP-32', ...ministryPeriod, language: 'kk' } as const
    const { warningsDigest } = await test.client.ministry.preflight(request)
    return (await drain(await test.client.ministry.build({ ...request, acceptedWarnings: warningsDigest })))
      .id
  }

  async function addReceiver(): Promise<string> {
    const certificate = test.service.files.grant(gateway.caPath)
    const receiver = await test.client.ministry.saveReceiver({
      id: null,
      name: 'Шлюз',
      url: gateway.url,
      certificate,
    })
    expect(receiver.certificate?.subject).toContain('Qosdiplom test authority')
    return receiver.id
  }

  /** Waits until the submission is in one of the states, hurrying it whenever it waits. */
  async function until(id: string, ...states: Submission['state'][]): Promise<Submission> {
    let found: Submission | undefined
    await expect
      .poll(
        async () => {
          found = (await test.client.ministry.submissions()).find((submission) => submission.id === id)
          if (found?.state === 'waiting') await test.client.ministry.sendNow({ id })
          return found?.state
        },
        { timeout: 20_000, interval: 50 },
      )
      .toSatisfy((state: Submission['state']) => states.includes(state))
    if (found === undefined) throw new Error('the submission is gone')
    return found
  }

  it('arrives once through a failure, a lost answer and a repetition, and is answered record by record', async () => {
    const packageId = await build()
    const receiverId = await addReceiver()
    expect(await test.client.ministry.testReceiver({ id: receiverId })).toEqual({
      service: 'Test gateway',
      version: '1',
    })
    await gateway.reject(['data/vp32.json:1'])
    await gateway.plan([
      { fault: { kind: 'status', status: 503 } },
      { fault: { kind: 'drop-after' } },
      { on: 'submission', times: 2, fault: { kind: 'status', status: 500 } },
      { fault: { kind: 'duplicate-request' } },
    ])
    const { id } = await test.client.ministry.send({ packageId, receiverId })
    await until(id, 'answered')

    const { summary, receipts, submissions } = await test.client.ministry.package({ id: packageId })
    expect(summary.state).toBe('partly_accepted')
    expect(receipts[0]).toMatchObject({ road: 'gateway', acceptedCount: 3, rejectedCount: 1 })
    expect(receipts[0]?.rows.find(({ outcome }) => outcome === 'rejected')).toMatchObject({
      record: { entity: 'programme', id: testId('g', 2) },
      reasons: [{ code: 'record-unknown' }],
    })
    expect(submissions[0]?.attempts.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'send retry',
      'ask retry',
      'ask retry',
      'ask unknown_key',
      'send retry',
      'ask receipt',
    ])
    const state = await gateway.state()
    expect(state.packages).toEqual([summary.manifestSha256])
    expect(state.submissions).toHaveLength(1)
    const arrived = await gateway.bytes(summary.manifestSha256)
    await test.client.ministry.savePackage({
      id: packageId,
      to: test.service.files.grant(join(test.folder, 'p.zip')),
    })
    expect(Buffer.compare(arrived, await readFile(join(test.folder, 'p.zip')))).toBe(0)
  })

  it('shows how the outbox stands while it waits and when a person is needed', async () => {
    const packageId = await build()
    const receiverId = await addReceiver()
    await gateway.plan([{ fault: { kind: 'wrong-manifest' } }])
    const { id } = await test.client.ministry.send({ packageId, receiverId })
    expect(await until(id, 'blocked')).toMatchObject({ problem: { code: 'gateway-receipt-other-package' } })
    expect((await test.client.workspace.state())?.outbox).toEqual({ waiting: 0, failed: 1, isPaused: false })
    expect((await test.client.ministry.package({ id: packageId })).summary.state).toBe('needs_attention')
    await test.client.ministry.send({ packageId, receiverId })
    await until(id, 'answered')
    expect((await test.client.workspace.state())?.outbox).toEqual({ waiting: 0, failed: 0, isPaused: false })
  })

  it('is sent from the command line step by step, and a second command continues instead of doubling', async () => {
    const packageId = await build()
    const receiver = { url: gateway.url, certificate: test.service.files.grant(gateway.caPath) }
    await gateway.plan([{ fault: { kind: 'drop-after' } }])
    const send = async (attempts: number) =>
      drain(await test.client.ministry.sendAndWait({ packageId, receiver, attempts }))
    expect(await send(1)).toMatchObject({ state: 'waiting', problem: { code: 'gateway-connection-lost' } })
    expect(await send(5)).toMatchObject({ state: 'answered' })
    expect(await send(5)).toMatchObject({ state: 'answered' })
    expect((await gateway.state()).submissions).toHaveLength(1)
  })

  it('survives the death of the program in the middle of sending', async () => {
    const packageId = await build()
    await test.service.close()
    await gateway.plan([{ fault: { kind: 'delay', milliseconds: 60_000 } }])
    const script = fileURLToPath(new URL('./sender.ts', import.meta.url))
    const sender = spawn(process.execPath, [script, test.path, packageId, gateway.url, gateway.caPath], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await expect.poll(async () => (await gateway.state()).requests.length, { timeout: 20_000 }).toBe(1)
    sender.kill('SIGKILL')
    await once(sender, 'exit')

    const later = createService({ clock: () => new Date(Date.now() + leaseLength), actor: 'tester' })
    await later.openWorkspace(test.path)
    const client = createRouterClient(later.router)
    expect(await client.ministry.submissions()).toMatchObject([{ state: 'sending', attemptCount: 1 }])
    const receiver = { url: gateway.url, certificate: later.files.grant(gateway.caPath) }
    const steps = await client.ministry.sendAndWait({ packageId, receiver, attempts: 5 })
    expect(await drain(steps)).toMatchObject({ state: 'answered' })
    const { submissions } = await client.ministry.package({ id: packageId })
    expect(submissions[0]?.attempts.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'send interrupted',
      'ask unknown_key',
      'send receipt',
    ])
    await later.close()
    expect((await gateway.state()).packages).toHaveLength(1)
  })
})

const faults: readonly [Fault, ...Fault[]] = [
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'duplicate-request' },
  { kind: 'status', status: 503 },
  { kind: 'cut-body' },
  { kind: 'html' },
  { kind: 'processing', retryAfter: 1 },
  { kind: 'huge-headers' },
]

function rethrow(error: unknown): never {
  throw error
}

describe('many packages over a bad connection', () => {
  it('each arrive exactly once', async () => {
    const random = createRandom(20_261_122)
    const workspace = await openSqliteDatabase()
    const { database, clock } = workspace
    const client = createGatewayClient({ total: 2000, silence: 300, headers: 16_384, body: 1_048_576 })
    const expected: string[] = []
    for (let number = 1; number <= 30; number += 1) {
      const built = await ministryPackage('VP-32', { revision: number })
      expected.push(built.manifestSha256)
      await database.write(async (tx) => {
        const { id } = await insertPackage(tx, built)
        await enqueue(tx, id, { name: 'Gateway', url: gateway.url, certificate: gateway.ca })
      })
    }
    await gateway.plan(
      Array.from({ length: 60 }, () => ({
        on: random.chance(0.6) ? ('submit' as const) : ('submission' as const),
        fault: random.oneOf(faults),
      })),
    )
    const options = {
      database,
      client,
      clock: clock.now,
      random: () => random.below(1000) / 1000,
      onChange: () => undefined,
    }
    for (let round = 0; round < 60; round += 1) {
      const outbox = new Outbox({ ...options, onError: rethrow })
      outbox.wake()
      // Every third time the program is closed while it is sending.
      if (round % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 30))
      else await outbox.settle()
      await outbox.stop()
      clock.forward(leaseLength)
    }
    const states = (await listSubmissions(database.reader)).map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['answered']))
    const { packages, submissions, requests } = await gateway.state()
    expect(requests.filter(({ fault }) => fault !== null).length).toBeGreaterThan(30)
    expect(packages).toEqual(expected.toSorted())
    expect(submissions).toHaveLength(expected.length)
    await workspace.close()
  })
})
