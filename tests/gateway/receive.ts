import { createHash } from 'node:crypto'
import { implement, ORPCError } from '@orpc/server'
import {
  gatewayContract,
  gatewayErrorCodeSchema,
  gatewayErrors,
  type GatewayErrorCode,
  maxPackageSize,
  problemType,
} from '../../shared/exchange/gateway.contract.ts'
import type { Receipt } from '../../shared/exchange/receipt.ts'
import type { Fault } from './faults.ts'
import type { Inbox } from './inbox.ts'

/** What the answer to one request depends on beside the request. */
export type GatewayContext = { readonly inbox: Inbox; readonly fault: Fault | null }

const refuse = (code: GatewayErrorCode, detail = ''): ORPCError<GatewayErrorCode, { detail: string }> =>
  new ORPCError(code, { ...gatewayErrors[code], defined: true, data: { detail } })

/** The gateway as its contract describes it. */
export function createGatewayRouter() {
  const os = implement(gatewayContract).$context<GatewayContext>()
  return os.router({
    submit: os.submit.handler(async ({ input, context }) => {
      const bytes = new Uint8Array(await input.body.arrayBuffer())
      if (bytes.length > maxPackageSize) throw refuse('TOO_LARGE')
      const digest = `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`
      if (digest !== input.headers['content-digest']) throw refuse('DIGEST_MISMATCH')
      const key = input.headers['idempotency-key']
      const taken = await context.inbox.take(key, bytes)
      const again = context.fault?.kind === 'duplicate-request' ? await context.inbox.take(key, bytes) : taken
      if ('refused' in again) throw refuse(again.refused, again.detail)
      return { status: 200 as const, body: bent(again.receipt, context.fault) }
    }),
    submission: os.submission.handler(({ input, context }) => {
      const submission = context.inbox.find(input.params.key)
      if (submission === undefined) throw refuse('UNKNOWN_SUBMISSION')
      return { status: 200 as const, body: bent(submission.receipt, context.fault) }
    }),
    health: os.health.handler(() => ({
      service: 'Test gateway',
      version: '1',
      time: new Date().toISOString(),
    })),
  })
}

/** The receipt as a faulty receiver would give it. */
function bent(receipt: Receipt, fault: Fault | null): Receipt {
  switch (fault?.kind) {
    case 'wrong-manifest':
      return { ...receipt, manifestSha256: '0'.repeat(64) }
    case 'wrong-key':
      return { ...receipt, idempotencyKey: 'x'.repeat(43) }
    case 'row-twice':
      return { ...receipt, rows: [...receipt.rows, ...receipt.rows.slice(0, 1)] }
    case 'wrong-status':
      return { ...receipt, status: receipt.status === 'accepted' ? 'rejected' : 'accepted' }
    case undefined:
    default:
      return receipt
  }
}

/** Problem details (RFC 9457) in place of the library's own error body. */
export function problemDetails(error: ORPCError<string, unknown>): Record<string, unknown> {
  const code = gatewayErrorCodeSchema.safeParse(error.code)
  if (code.success)
    return {
      type: problemType(code.data),
      title: gatewayErrors[code.data].message,
      status: error.status,
      ...detailOf(error.data),
    }
  const isKeyMissing = error.code === 'BAD_REQUEST'
  return {
    type: isKeyMissing ? problemType('KEY_MISSING') : 'about:blank',
    title: error.message,
    status: error.status,
  }
}

const detailOf = (data: unknown): { detail?: unknown } =>
  typeof data === 'object' && data !== null && 'detail' in data ? { detail: data.detail } : {}
