import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideDelivery, type DeliveryContext, type GatewayAnswer, isDue, longestDelay } from './delivery.ts'
import { problemType } from './gateway.contract.ts'
import type { Receipt } from './receipt.ts'

const manifestSha256 = 'a'.repeat(64)
const now = new Date('2026-05-20T06:00:00.000Z')
const context = (changes: Partial<DeliveryContext> = {}): DeliveryContext => ({
  action: 'send',
  expected: { manifestSha256, idempotencyKey: 'k'.repeat(43) },
  attempt: 1,
  random: () => 0.5,
  now,
  ...changes,
})
const response = (
  status: number,
  text = '{}',
  more: { retryAfter?: string; contentType?: string } = {},
): GatewayAnswer => ({
  kind: 'response',
  status,
  text,
  retryAfter: more.retryAfter ?? null,
  contentType: more.contentType ?? 'application/json; charset=utf-8',
})
const problem = (status: number, code: Parameters<typeof problemType>[0]) =>
  response(status, JSON.stringify({ type: problemType(code), detail: '<script>' }), {
    contentType: 'application/problem+json',
  })
const receipt: Receipt = {
  format: 'qosdiplom-receipt',
  formatVersion: 1,
  receiptId: 'r1',
  receiver: 'R',
  manifestSha256,
  idempotencyKey: 'k'.repeat(43),
  status: 'accepted',
  issuedAt: '2026-05-20T06:00:01.000Z',
  reasons: [],
  rows: [{ file: 'data/vp32.json', row: 0, outcome: 'accepted', reasons: [] }],
}

type Failure = Extract<GatewayAnswer, { kind: 'failure' }>['failure']

function mustAskAfter(failure: Failure, action: 'send' | 'ask' = 'send'): boolean {
  const decision = decideDelivery({ kind: 'failure', failure }, context({ action }))
  return decision.kind === 'retry' && decision.mustAsk
}

/** The pause before the next attempt, milliseconds; null: there is none. */
function delayAfter(answer: GatewayAnswer, attempt: number, random: number): number | null {
  const decision = decideDelivery(answer, context({ attempt, random: () => random }))
  return decision.kind === 'retry' ? decision.delay : null
}

describe('a delivery', () => {
  it('is done only with a receipt for exactly this package and submission', () => {
    expect(decideDelivery(response(200, JSON.stringify(receipt)), context())).toEqual({
      kind: 'receipt',
      receipt,
    })
    const others: Partial<Receipt>[] = [
      { manifestSha256: 'b'.repeat(64) },
      { idempotencyKey: 'x'.repeat(43) },
      { idempotencyKey: null },
    ]
    for (const change of others) {
      expect(
        decideDelivery(response(200, JSON.stringify({ ...receipt, ...change })), context()),
      ).toMatchObject({
        kind: 'blocked',
        problem: { code: 'gateway-receipt-other-package' },
      })
    }
  })

  it('drops what a receipt says beyond the contract', () => {
    const text = JSON.stringify({ ...receipt, url: 'https://evil.example', __proto__: { polluted: true } })
    expect(decideDelivery(response(200, text), context())).toEqual({ kind: 'receipt', receipt })
  })

  it('is never done with any other answer, whatever it is', () => {
    const answer = fc.record({
      status: fc.integer({ min: 100, max: 599 }),
      text: fc.oneof(fc.string(), fc.json()),
      contentType: fc.constantFrom('application/json', 'text/html', ''),
    })
    fc.assert(
      fc.property(answer, ({ status, text, contentType }) => {
        expect(decideDelivery(response(status, text, { contentType }), context()).kind).not.toBe('receipt')
      }),
      { numRuns: 1000 },
    )
  })

  it('first asks after an attempt that may have arrived, and not after one that cannot have', () => {
    expect(
      (['timeout', 'connection-lost', 'interrupted', 'answer-too-large'] as const).map((one) =>
        mustAskAfter(one),
      ),
    ).toEqual([true, true, true, true])
    expect(
      (['offline', 'name-not-found', 'refused', 'certificate-untrusted', 'tls-failed'] as const).map((one) =>
        mustAskAfter(one),
      ),
    ).toEqual(Array(5).fill(false))
    expect(mustAskAfter('offline', 'ask')).toBe(true)
  })

  it('sends again when the receiver says that it does not know the key, and only when it says so itself', () => {
    expect(decideDelivery(problem(404, 'UNKNOWN_SUBMISSION'), context({ action: 'ask' }))).toEqual({
      kind: 'unknown-key',
    })
    expect(
      decideDelivery(response(404, 'nothing here', { contentType: 'text/plain' }), context({ action: 'ask' }))
        .kind,
    ).toBe('blocked')
    expect(decideDelivery(problem(404, 'UNKNOWN_SUBMISSION'), context()).kind).toBe('blocked')
  })

  it('waits while the receiver is processing', () => {
    expect(decideDelivery(response(202, '{"state":"processing"}', { retryAfter: '5' }), context()).kind).toBe(
      'processing',
    )
    expect(decideDelivery(problem(409, 'IN_PROGRESS'), context()).kind).toBe('processing')
    expect(decideDelivery(response(202, '{}'), context())).toMatchObject({ kind: 'retry', mustAsk: true })
  })

  it.each([408, 425, 429, 500, 502, 503, 504])('tries again after status %i', (status) => {
    expect(decideDelivery(response(status), context()).kind).toBe('retry')
  })

  it.each([300, 301, 302, 307, 308, 400, 401, 403, 404, 405, 410, 413, 415, 422])(
    'leaves status %i to a person',
    (status) => {
      expect(decideDelivery(response(status), context()).kind).toBe('blocked')
    },
  )

  it('waits as long as the receiver asks for, in seconds or until a date, but never longer than a day', () => {
    expect(delayAfter(response(503, '', { retryAfter: '120' }), 1, 0)).toBe(120_000)
    expect(delayAfter(response(503, '', { retryAfter: 'Wed, 20 May 2026 06:10:00 GMT' }), 1, 0)).toBe(600_000)
    expect(delayAfter(response(503, '', { retryAfter: 'Wed, 20 May 2020 06:10:00 GMT' }), 1, 0)).toBe(0)
    expect(delayAfter(response(503, '', { retryAfter: '999999999' }), 1, 0)).toBe(longestDelay)
    expect(delayAfter(response(503, '', { retryAfter: 'soon' }), 1, 0)).toBe(0)
  })

  it('spreads its attempts over a growing span that ends at the cap', () => {
    const refused: GatewayAnswer = { kind: 'failure', failure: 'refused' }
    expect([1, 2, 3].map((attempt) => delayAfter(refused, attempt, 0.999_999))).toEqual([3999, 7999, 15_999])
    expect(delayAfter(refused, 1000, 0.999_999)).toBeLessThanOrEqual(15 * 60_000)
    expect(delayAfter(refused, 1000, 0)).toBe(0)
  })
})

describe('the schedule', () => {
  it('is due at its time, and also when the clock went back so far that its time would never come', () => {
    expect(isDue('2026-05-20T06:00:00.000Z', now)).toBe(true)
    expect(isDue('2026-05-20T06:00:00.001Z', now)).toBe(false)
    expect(isDue('2036-05-20T06:00:00.000Z', now)).toBe(true)
    expect(isDue(null, now)).toBe(false)
  })
})
