import { createHash } from 'node:crypto'
import { request, type RequestOptions } from 'node:https'
import type { IncomingMessage } from 'node:http'
import type { ConnectionFailure, GatewayAnswer } from '../../../shared/exchange/delivery.ts'
import { maxAnswerSize } from '../../../shared/exchange/receipt.ts'

/** Where to deliver. `certificate`: the only CA that is trusted for this receiver (PEM); null: those of the program. */
export type Endpoint = { readonly url: string; readonly certificate: string | null }

/** Limits against a server that stalls or floods; milliseconds and bytes. */
export type ClientLimits = {
  readonly total: number
  readonly silence: number
  readonly headers: number
  readonly body: number
}

export const clientLimits: ClientLimits = {
  total: 120_000,
  silence: 20_000,
  headers: 16 * 1024,
  body: maxAnswerSize,
}

type Call = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

/** The requests that a receiver is asked. Every one ends in an answer within the limits; nothing is thrown. */
export type GatewayClient = {
  send(endpoint: Endpoint, key: string, bytes: Uint8Array, signal: AbortSignal): Promise<GatewayAnswer>
  ask(endpoint: Endpoint, key: string, signal: AbortSignal): Promise<GatewayAnswer>
  health(endpoint: Endpoint, signal: AbortSignal): Promise<GatewayAnswer>
}

/** A client over HTTPS: certificates are always checked, redirects never followed, answers never decompressed. */
export function createGatewayClient(limits: ClientLimits = clientLimits): GatewayClient {
  return {
    send: (endpoint, key, bytes, signal) => {
      const digest = createHash('sha256').update(bytes).digest('base64')
      const headers = {
        'content-type': 'application/zip',
        'content-length': String(bytes.byteLength),
        'content-digest': `sha-256=:${digest}:`,
        'idempotency-key': key,
      }
      return call(endpoint, { method: 'POST', path: '/v1/packages', headers, body: bytes }, limits, signal)
    },
    ask: (endpoint, key, signal) =>
      call(endpoint, { method: 'GET', path: `/v1/submissions/${encodeURIComponent(key)}` }, limits, signal),
    health: (endpoint, signal) => call(endpoint, { method: 'GET', path: '/v1/health' }, limits, signal),
  }
}

function call(
  endpoint: Endpoint,
  { method, path, headers, body }: Call,
  limits: ClientLimits,
  signal: AbortSignal,
): Promise<GatewayAnswer> {
  return new Promise((resolve) => {
    const failed = (failure: ConnectionFailure) => resolve({ kind: 'failure', failure })
    const options: RequestOptions = {
      method,
      agent: false,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      maxHeaderSize: limits.headers,
      timeout: limits.silence,
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-encoding': 'identity',
        ...headers,
      },
      ...(endpoint.certificate === null ? {} : { ca: endpoint.certificate }),
    }
    const outgoing = request(new URL(`${endpoint.url}${path}`), options)
    const stop = (failure: ConnectionFailure) => {
      failed(failure)
      outgoing.destroy()
    }
    const deadline = setTimeout(() => stop('timeout'), limits.total)
    const onAbort = () => stop('interrupted')
    signal.addEventListener('abort', onAbort, { once: true })
    outgoing.on('close', () => {
      clearTimeout(deadline)
      signal.removeEventListener('abort', onAbort)
      // Settles nothing when an answer or a failure came before.
      failed('connection-lost')
    })
    outgoing.on('timeout', () => stop('timeout'))
    outgoing.on('error', (error) => failed(failureOf(error)))
    outgoing.on('response', (incoming) => readAnswer(incoming, limits, { done: resolve, stop }))
    if (signal.aborted) onAbort()
    else outgoing.end(body)
  })
}

function readAnswer(
  incoming: IncomingMessage,
  limits: ClientLimits,
  settle: { done(answer: GatewayAnswer): void; stop(failure: ConnectionFailure): void },
): void {
  const chunks: Buffer[] = []
  let size = 0
  if (Number(incoming.headers['content-length'] ?? 0) > limits.body) {
    settle.stop('answer-too-large')
    return
  }
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > limits.body) settle.stop('answer-too-large')
    else chunks.push(chunk)
  })
  incoming.on('error', () => settle.stop('connection-lost'))
  incoming.on('end', () => {
    if (!incoming.complete) {
      settle.stop('connection-lost')
      return
    }
    settle.done({
      kind: 'response',
      status: incoming.statusCode ?? 0,
      retryAfter: incoming.headers['retry-after'] ?? null,
      // A compressed answer was not asked for; it counts as no JSON.
      contentType:
        incoming.headers['content-encoding'] === undefined ? (incoming.headers['content-type'] ?? '') : '',
      text: Buffer.concat(chunks).toString('utf8'),
    })
  })
}

const failures: ReadonlyMap<string, ConnectionFailure> = new Map<string, ConnectionFailure>([
  ['ENETUNREACH', 'offline'],
  ['ENETDOWN', 'offline'],
  ['EHOSTUNREACH', 'offline'],
  ['EADDRNOTAVAIL', 'offline'],
  ['EAI_AGAIN', 'offline'],
  ['ENOTFOUND', 'name-not-found'],
  ['EAI_NODATA', 'name-not-found'],
  ['EAI_NONAME', 'name-not-found'],
  ['ECONNREFUSED', 'refused'],
  ['ETIMEDOUT', 'timeout'],
  ['ECONNRESET', 'connection-lost'],
  ['EPIPE', 'connection-lost'],
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-host'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'certificate-untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-untrusted'],
  ['CERT_SIGNATURE_FAILURE', 'certificate-untrusted'],
  ['CERT_UNTRUSTED', 'certificate-untrusted'],
  ['CERT_REJECTED', 'certificate-untrusted'],
  ['CERT_REVOKED', 'certificate-untrusted'],
  ['INVALID_CA', 'certificate-untrusted'],
  ['INVALID_PURPOSE', 'certificate-untrusted'],
  ['CA_MD_TOO_WEAK', 'certificate-untrusted'],
  ['EE_KEY_TOO_SMALL', 'certificate-untrusted'],
  ['EPROTO', 'tls-failed'],
  ['HPE_HEADER_OVERFLOW', 'answer-too-large'],
])

/** The reason of a failed connection; several addresses of one name fail together, then the first reason counts. */
export function failureOf(error: unknown): ConnectionFailure {
  if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors[0])
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = failures.get(code)
  if (known !== undefined) return known
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) return 'tls-failed'
  // The answer was no HTTP; whether the request arrived is unknown.
  return 'connection-lost'
}
