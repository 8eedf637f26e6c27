import { afterEach, expect, it } from 'vitest'
import { problemType } from '../../../shared/exchange/gateway.contract.ts'
import { onBothDialects } from '../../../tests/support/databases.ts'
import { ministryPackage } from '../../../tests/support/ministry-package.ts'
import { openTestService, type TestService } from '../testing.ts'
import type { GatewayClient } from './gateway-client.ts'
import { Outbox } from './outbox.ts'
import { pauseOutbox, readOutboxPause, resumeOutbox } from './outbox-pause.ts'
import { insertPackage } from './package.repository.ts'
import { saveReceiver } from './receiver.repository.ts'
import { enqueue, stopSubmission } from './submission.repository.ts'

const built = await ministryPackage('VP-32')
const receiver = { name: 'Gateway', url: 'https://gateway.example', certificate: null }

/** A receiver that has never got anything, and notes what it is asked. */
function emptyReceiver(): { client: GatewayClient; asked: string[] } {
  const asked: string[] = []
  const reply = (action: string, status: number, body: object) => {
    asked.push(action)
    return Promise.resolve({
      kind: 'response' as const,
      status,
      retryAfter: null,
      contentType: 'application/json',
      text: JSON.stringify(body),
    })
  }
  const client: GatewayClient = {
    ask: () => reply('ask', 404, { type: problemType('UNKNOWN_SUBMISSION') }),
    send: () => reply('send', 202, { state: 'processing' }),
    health: () => reply('health', 200, {}),
  }
  return { client, asked }
}

onBothDialects('a paused outbox', (current) => {
  const running: Outbox[] = []
  afterEach(async () => {
    await Promise.all(running.splice(0).map((outbox) => outbox.stop()))
  })

  async function deliver(client: GatewayClient): Promise<void> {
    const { database, clock } = current()
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
    outbox.wake()
    await outbox.settle()
  }

  const queue = () =>
    current().database.write(async (tx) => {
      const { id } = await insertPackage(tx, built)
      return enqueue(tx, id, receiver)
    })

  it('sends nothing, also not later, until a person says to go on', async () => {
    const { database, clock } = current()
    await queue()
    await database.write((tx) => pauseOutbox(tx, 'restored'))
    const { client, asked } = emptyReceiver()
    await deliver(client)
    clock.forward(86_400_000)
    await deliver(client)
    expect(asked).toEqual([])
    expect(await readOutboxPause(database.reader)).toMatchObject({ reason: 'restored' })
  })

  it('asks before it sends what was never tried here, once it goes on', async () => {
    const { database } = current()
    await queue()
    await database.write((tx) => pauseOutbox(tx, 'restored'))
    await database.write(resumeOutbox)
    const { client, asked } = emptyReceiver()
    await deliver(client)
    await deliver(client)
    expect(asked).toEqual(['ask', 'send'])
    expect(await readOutboxPause(database.reader)).toBeNull()
  })

  it('asks first also for what a person had taken out and puts in again', async () => {
    const { database } = current()
    const { id, packageId } = await queue()
    await database.write((tx) => stopSubmission(tx, id))
    await database.write((tx) => pauseOutbox(tx, 'restored'))
    await database.write(resumeOutbox)
    await database.write((tx) => enqueue(tx, packageId, receiver))
    const { client, asked } = emptyReceiver()
    await deliver(client)
    expect(asked).toEqual(['ask'])
  })

  it('keeps the moment of the first pause and says both changes in the trail', async () => {
    const { database, clock } = current()
    await database.write((tx) => pauseOutbox(tx, 'restored'))
    const first = await readOutboxPause(database.reader)
    clock.forward(60_000)
    await database.write((tx) => pauseOutbox(tx, 'restored'))
    expect(await readOutboxPause(database.reader)).toEqual(first)
    await database.write(resumeOutbox)
    await database.write(resumeOutbox)
    const trail = await database.reader
      .selectFrom('audit')
      .select(['before_json', 'after_json'])
      .where('entity', '=', 'outbox')
      .orderBy('sequence')
      .execute()
    expect(trail).toEqual([
      { before_json: null, after_json: JSON.stringify(first) },
      { before_json: JSON.stringify(first), after_json: null },
    ])
  })
})

let test: TestService | undefined
afterEach(async () => {
  await test?.close()
  test = undefined
})

it('refuses to send in words while it is paused, and goes on when it is told to', async () => {
  test = await openTestService()
  const { service, client } = test
  const database = service.context.database()
  const ids = await database.write(async (tx) => {
    const packageId = (await insertPackage(tx, built)).id
    const receiverId = (await saveReceiver(tx, null, receiver)).id
    await pauseOutbox(tx, 'restored')
    return { packageId, receiverId }
  })
  expect(await client.workspace.state()).toMatchObject({ outbox: { isPaused: true } })
  expect(await client.ministry.outboxPause()).toMatchObject({ reason: 'restored' })
  const refused = { data: { code: 'ministry-outbox-paused' } }
  await expect(client.ministry.send(ids)).rejects.toMatchObject(refused)
  const steps = await client.ministry.sendAndWait({
    packageId: ids.packageId,
    receiver: { id: ids.receiverId },
    attempts: 1,
  })
  await expect(steps.next()).rejects.toMatchObject(refused)
  await client.ministry.resumeOutbox()
  expect(await client.ministry.outboxPause()).toBeNull()
  expect(await client.ministry.send(ids)).toMatchObject({ state: 'queued' })
  expect(await client.workspace.state()).toMatchObject({ outbox: { waiting: 1, isPaused: false } })
})
