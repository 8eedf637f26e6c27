import { randomBytes } from 'node:crypto'
import { createServer as createPlainServer, type Server } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createGatewayClient, failureOf } from '../../electron/data/ministry/gateway-client.ts'
import { decideDelivery, type DeliveryDecision, type GatewayAnswer } from '../../shared/exchange/delivery.ts'
import { ministryPackage } from '../support/ministry-package.ts'
import { type RunningGateway, startGateway } from './start-gateway.ts'
import type { Fault } from './faults.ts'

const built = await ministryPackage('VP-32')
const client = createGatewayClient({ total: 3000, silence: 700, headers: 16 * 1024, body: 1024 * 1024 })
const signal = new AbortController().signal
const newKey = (): string => randomBytes(32).toString('base64url')

function decide(answer: GatewayAnswer, key: string, action: 'send' | 'ask' = 'send'): DeliveryDecision {
  const expected = { manifestSha256: built.manifestSha256, idempotencyKey: key }
  return decideDelivery(answer, { action, expected, attempt: 1, random: () => 0.5, now: new Date() })
}

describe('the gateway', () => {
  let gateway: RunningGateway
  beforeAll(async () => {
    gateway = await startGateway()
  })
  afterAll(() => gateway.kill())
  beforeEach(() => gateway.plan([]))
  const endpoint = () => ({ url: gateway.url, certificate: gateway.ca })

  it('takes a package and answers every row, bound to the manifest and the key', async () => {
    const key = newKey()
    const decision = decide(await client.send(endpoint(), key, built.bytes, signal), key)
    expect(decision).toMatchObject({
      kind: 'receipt',
      receipt: { status: 'accepted', manifestSha256: built.manifestSha256, idempotencyKey: key },
    })
    expect(decision.kind === 'receipt' && decision.receipt.rows).toHaveLength(built.rows.length)
    expect(Buffer.compare(await gateway.bytes(built.manifestSha256), built.bytes)).toBe(0)
  })

  it('answers the same receipt for the same key, and knows it when asked later', async () => {
    const key = newKey()
    const first = await client.send(endpoint(), key, built.bytes, signal)
    expect(await client.send(endpoint(), key, built.bytes, signal)).toEqual(first)
    expect(await client.ask(endpoint(), key, signal)).toEqual(first)
  })

  it('takes a package that arrives under two keys in once', async () => {
    const before = (await gateway.state()).packages
    await client.send(endpoint(), newKey(), built.bytes, signal)
    expect((await gateway.state()).packages).toEqual(before)
  })

  it('refuses other bytes under a used key, a package that does not verify, and what is no package', async () => {
    const key = newKey()
    await client.send(endpoint(), key, built.bytes, signal)
    const other = (await ministryPackage('VP-32', { revision: 2 })).bytes
    expect(decide(await client.send(endpoint(), key, other, signal), key)).toMatchObject({
      kind: 'blocked',
      problem: { code: 'gateway-key-reused' },
    })
    const damaged = Uint8Array.from(built.bytes)
    damaged[200] = (damaged[200] ?? 0) ^ 1
    // It verifies, and what it calls a PDF is none.
    const noPdf = (await ministryPackage('VP-32', { summary: Buffer.from('summary') })).bytes
    for (const bytes of [damaged, noPdf, Buffer.from('hello')]) {
      const refused = newKey()
      expect(decide(await client.send(endpoint(), refused, bytes, signal), refused)).toMatchObject({
        kind: 'blocked',
        problem: { code: 'gateway-package-refused' },
      })
    }
  })

  it('does not know a key that never arrived, and says so in a way that is not a wrong address', async () => {
    expect(decide(await client.ask(endpoint(), newKey(), signal), newKey(), 'ask')).toEqual({
      kind: 'unknown-key',
    })
    const wrongAddress = { ...endpoint(), url: `${gateway.url}/other` }
    expect(decide(await client.ask(wrongAddress, newKey(), signal), newKey(), 'ask')).toMatchObject({
      kind: 'blocked',
      problem: { code: 'gateway-refused-request', params: { status: 404 } },
    })
  })

  it('refuses a request without a key', async () => {
    expect(decide(await client.send(endpoint(), 'short', built.bytes, signal), 'short')).toMatchObject({
      kind: 'blocked',
      problem: { code: 'gateway-refused-request', params: { status: 400 } },
    })
  })

  it('tells its health', async () => {
    expect(await client.health(endpoint(), signal)).toMatchObject({ kind: 'response', status: 200 })
  })

  it('rejects the rows it was told to, with a reason', async () => {
    await gateway.reject(['data/vp32.json:1'])
    const key = newKey()
    const decision = decide(await client.send(endpoint(), key, built.bytes, signal), key)
    await gateway.reject([])
    const rejected =
      decision.kind === 'receipt' ? decision.receipt.rows.filter((row) => row.outcome === 'rejected') : []
    expect(rejected).toMatchObject([
      { file: 'data/vp32.json', row: 1, reasons: [{ code: 'record-unknown' }] },
    ])
    expect(decision).toMatchObject({ receipt: { status: 'partly_accepted' } })
  })

  const hostile: [fault: Fault, decision: string, code: string][] = [
    [{ kind: 'status', status: 500 }, 'retry', 'gateway-server-error'],
    [{ kind: 'status', status: 503, retryAfter: '7' }, 'retry', 'gateway-busy'],
    [{ kind: 'status', status: 401 }, 'blocked', 'gateway-not-allowed'],
    [{ kind: 'status', status: 418 }, 'blocked', 'gateway-refused-request'],
    [{ kind: 'redirect' }, 'blocked', 'gateway-redirect'],
    [{ kind: 'drop-before' }, 'retry', 'gateway-connection-lost'],
    [{ kind: 'drop-after' }, 'retry', 'gateway-connection-lost'],
    [{ kind: 'cut-body' }, 'retry', 'gateway-connection-lost'],
    [{ kind: 'delay', milliseconds: 2000 }, 'retry', 'gateway-timeout'],
    [{ kind: 'trickle' }, 'retry', 'gateway-timeout'],
    [{ kind: 'huge-body' }, 'retry', 'gateway-answer-too-large'],
    [{ kind: 'huge-length' }, 'retry', 'gateway-answer-too-large'],
    [{ kind: 'huge-headers' }, 'retry', 'gateway-answer-too-large'],
    [{ kind: 'deep-json' }, 'retry', 'gateway-answer-unreadable'],
    [{ kind: 'garbage' }, 'retry', 'gateway-answer-unreadable'],
    [{ kind: 'compressed' }, 'retry', 'gateway-answer-unreadable'],
    [{ kind: 'html' }, 'retry', 'gateway-answer-unreadable'],
    [{ kind: 'wrong-manifest' }, 'blocked', 'gateway-receipt-other-package'],
    [{ kind: 'wrong-key' }, 'blocked', 'gateway-receipt-other-package'],
    [{ kind: 'row-twice' }, 'blocked', 'gateway-receipt-inconsistent'],
    [{ kind: 'wrong-status' }, 'blocked', 'gateway-receipt-inconsistent'],
  ]
  it.each(hostile)('is never believed when it answers with %j', async (fault, kind, code) => {
    await gateway.plan([{ fault }])
    const key = newKey()
    const decision = decide(await client.send(endpoint(), key, built.bytes, signal), key)
    expect(decision).toMatchObject({ kind, problem: { code } })
  })

  it('is asked again later when it is still processing', async () => {
    await gateway.plan([{ fault: { kind: 'processing', retryAfter: 3 } }])
    const key = newKey()
    const decision = decide(await client.send(endpoint(), key, built.bytes, signal), key)
    expect(decision).toMatchObject({ kind: 'processing' })
    expect(decision.kind === 'processing' && decision.delay).toBeGreaterThanOrEqual(3000)
  })

  it('keeps what it answered over a crash of its own', async () => {
    const first = await startGateway()
    const key = newKey()
    const answer = await client.send({ url: first.url, certificate: first.ca }, key, built.bytes, signal)
    await first.kill()
    const second = await startGateway({ folder: first.folder })
    expect(await client.ask({ url: second.url, certificate: second.ca }, key, signal)).toEqual(answer)
    await second.kill()
  })

  it('ends a request at once when the sender closes', async () => {
    await gateway.plan([{ fault: { kind: 'trickle' } }])
    const closing = new AbortController()
    const answer = client.send(endpoint(), newKey(), built.bytes, closing.signal)
    setTimeout(() => closing.abort(), 100)
    expect(await answer).toEqual({ kind: 'failure', failure: 'interrupted' })
    expect(await client.send(endpoint(), newKey(), built.bytes, closing.signal)).toEqual({
      kind: 'failure',
      failure: 'interrupted',
    })
  })
})

describe('the connection', () => {
  it.each([
    ['expired', 'certificate-expired'],
    ['future', 'certificate-expired'],
    ['wrong-host', 'certificate-host'],
    ['self-signed', 'certificate-untrusted'],
  ] as const)('is refused when the certificate is %s', async (certificate, failure) => {
    const gateway = await startGateway({ certificate })
    const answer = await client.send(
      { url: gateway.url, certificate: gateway.ca },
      newKey(),
      built.bytes,
      signal,
    )
    expect(answer).toEqual({ kind: 'failure', failure })
    expect((await gateway.state()).requests).toEqual([])
    await gateway.kill()
  })

  it('is refused when the authority is not known to the program', async () => {
    const gateway = await startGateway()
    expect(await client.health({ url: gateway.url, certificate: null }, signal)).toEqual({
      kind: 'failure',
      failure: 'certificate-untrusted',
    })
    await gateway.kill()
  })

  it('is refused when only another authority is trusted for this receiver', async () => {
    const [one, other] = await Promise.all([startGateway(), startGateway()])
    expect(await client.health({ url: one.url, certificate: other.ca }, signal)).toEqual({
      kind: 'failure',
      failure: 'certificate-untrusted',
    })
    await Promise.all([one.kill(), other.kill()])
  })

  it('names a server that is not there and a server without TLS', async () => {
    const plain = createPlainServer((socket) => socket.resume().end('HTTP/1.1 200 OK\r\n\r\n')).listen(
      0,
      '127.0.0.1',
    )
    await once(plain, 'listening')
    const port = portOf(plain)
    expect(await client.health({ url: `https://localhost:${port}`, certificate: null }, signal)).toEqual({
      kind: 'failure',
      failure: 'tls-failed',
    })
    plain.close()
    await once(plain, 'close')
    expect(await client.health({ url: `https://localhost:${port}`, certificate: null }, signal)).toEqual({
      kind: 'failure',
      failure: 'refused',
    })
  })

  it.each([
    ['ENOTFOUND', 'name-not-found'],
    ['EAI_AGAIN', 'offline'],
    ['ENETUNREACH', 'offline'],
    ['ECONNRESET', 'connection-lost'],
    ['ERR_SSL_NO_PROTOCOLS_AVAILABLE', 'tls-failed'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-untrusted'],
    ['HPE_INVALID_CONSTANT', 'connection-lost'],
  ])('gives the system error %s its own reason', (code, failure) => {
    const error = Object.assign(new Error(code), { code })
    expect(failureOf(error)).toBe(failure)
    expect(failureOf(new AggregateError([error, new Error('other address')]))).toBe(failure)
  })

  it('gives up on a server that accepts and stays silent', async () => {
    const silent = createPlainServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const url = `https://localhost:${portOf(silent)}`
    expect(await client.health({ url, certificate: null }, signal)).toEqual({
      kind: 'failure',
      failure: 'timeout',
    })
    silent.close()
  })
})

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen')
  return address.port
}
