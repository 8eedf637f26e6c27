import type { ErrorCode, Refusal } from '../kernel/app-error.ts'
import {
  type GatewayErrorCode,
  problemCode,
  problemDetailsSchema,
  processingSchema,
} from './gateway.contract.ts'
import {
  nestingDepth,
  maxAnswerDepth,
  readReceipt,
  type Receipt,
  type ReceiptExpectation,
  type ReceiptFault,
} from './receipt.ts'

/** How an attempt can fail before there is an answer. */
export type ConnectionFailure =
  | 'offline'
  | 'name-not-found'
  | 'refused'
  | 'timeout'
  | 'connection-lost'
  | 'certificate-untrusted'
  | 'certificate-expired'
  | 'certificate-host'
  | 'tls-failed'
  | 'answer-too-large'
  | 'interrupted'

/** What came of one request: an answer, bounded in size, or the reason why there is none. */
export type GatewayAnswer =
  | { readonly kind: 'failure'; readonly failure: ConnectionFailure }
  | {
      readonly kind: 'response'
      readonly status: number
      readonly retryAfter: string | null
      readonly contentType: string
      readonly text: string
    }

/** `send` delivers the bytes; `ask` asks what became of an earlier delivery whose outcome is unknown. */
export type DeliveryAction = 'send' | 'ask'

/** What to do after an attempt. Delays are milliseconds. */
export type DeliveryDecision =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'processing'; readonly delay: number }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'retry'; readonly delay: number; readonly problem: Refusal; readonly mustAsk: boolean }
  | { readonly kind: 'blocked'; readonly problem: Refusal }

export type DeliveryContext = {
  readonly action: DeliveryAction
  readonly expected: ReceiptExpectation
  /** Attempts made so far, this one included. */
  readonly attempt: number
  /** Uniform in [0, 1). */
  readonly random: () => number
  readonly now: Date
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const baseDelay = 2 * second
/** Longest pause after a failed connection, and after an answer of the server that asks for patience. */
const connectionCap = 15 * minute
const serverCap = hour
/** No pause is longer, whatever the receiver asks for; a next attempt further away means that the clock was moved. */
export const longestDelay = 24 * hour

/** Failures after which the package cannot have arrived: nothing of the request was sent. */
const neverArrived: ReadonlySet<ConnectionFailure> = new Set<ConnectionFailure>([
  'offline',
  'name-not-found',
  'refused',
  'certificate-untrusted',
  'certificate-expired',
  'certificate-host',
  'tls-failed',
])

const retryableStatus = new Set([408, 425, 429, 500, 502, 503, 504])

/** Decides what follows from the outcome of one attempt. Pure: time and chance come from the context. */
export function decideDelivery(answer: GatewayAnswer, context: DeliveryContext): DeliveryDecision {
  if (answer.kind === 'failure') {
    const mustAsk = context.action === 'ask' || !neverArrived.has(answer.failure)
    return {
      kind: 'retry',
      delay: backoff(context, connectionCap),
      problem: refusal(`gateway-${answer.failure}`),
      mustAsk,
    }
  }
  if (answer.status === 200) return decideReceipt(answer, context)
  if (answer.status === 202) return decideProcessing(answer, context)
  return decideRefusal(answer, context)
}

type Response = Extract<GatewayAnswer, { kind: 'response' }>

const receiptProblems: Record<ReceiptFault, ErrorCode> = {
  'not-json': 'gateway-answer-unreadable',
  'too-large': 'gateway-answer-too-large',
  'too-deep': 'gateway-answer-unreadable',
  'not-a-receipt': 'gateway-answer-unreadable',
  'other-package': 'gateway-receipt-other-package',
  'other-submission': 'gateway-receipt-other-package',
  inconsistent: 'gateway-receipt-inconsistent',
}

/** A 200 without a receipt for exactly this package is never taken for acceptance. */
function decideReceipt(answer: Response, context: DeliveryContext): DeliveryDecision {
  if (!isJson(answer.contentType)) return unreadable(context)
  const read = readReceipt(answer.text, context.expected)
  if (read.ok) return { kind: 'receipt', receipt: read.receipt }
  // Some page in between may answer for a while; a receipt that belongs elsewhere is for a person to look at.
  const code = receiptProblems[read.fault]
  return code === 'gateway-answer-unreadable' ? unreadable(context) : blocked(code)
}

function decideProcessing(answer: Response, context: DeliveryContext): DeliveryDecision {
  if (!isJson(answer.contentType) || !processingSchema.safeParse(parseJson(answer.text)).success)
    return unreadable(context)
  return { kind: 'processing', delay: pause(answer.retryAfter, context) }
}

function unreadable(context: DeliveryContext): DeliveryDecision {
  return {
    kind: 'retry',
    delay: backoff(context, serverCap),
    problem: refusal('gateway-answer-unreadable'),
    mustAsk: true,
  }
}

/** What an answer other than 200 and 202 means; what is not known to pass by itself is left to a person. */
function decideRefusal(answer: Response, context: DeliveryContext): DeliveryDecision {
  const { status } = answer
  const code = isJson(answer.contentType) ? readProblem(answer.text) : null
  if (context.action === 'ask' && code === 'UNKNOWN_SUBMISSION') return { kind: 'unknown-key' }
  if (code === 'IN_PROGRESS') return { kind: 'processing', delay: pause(answer.retryAfter, context) }
  if (retryableStatus.has(status)) {
    const problem = refusal(status === 429 || status === 503 ? 'gateway-busy' : 'gateway-server-error', {
      status,
    })
    return { kind: 'retry', delay: pause(answer.retryAfter, context), problem, mustAsk: true }
  }
  if (status >= 300 && status < 400) return blocked('gateway-redirect', { status })
  const meant = code === null ? undefined : refusalByCode[code]
  return blocked(meant ?? refusalByStatus.get(status) ?? 'gateway-refused-request', { status })
}

const refusalByCode: Partial<Record<GatewayErrorCode, ErrorCode>> = {
  KEY_REUSED: 'gateway-key-reused',
  PACKAGE_INVALID: 'gateway-package-refused',
  NOT_A_PACKAGE: 'gateway-package-refused',
  DIGEST_MISMATCH: 'gateway-package-refused',
  TOO_LARGE: 'gateway-package-too-large',
}

const refusalByStatus: ReadonlyMap<number, ErrorCode> = new Map([
  [401, 'gateway-not-allowed'],
  [403, 'gateway-not-allowed'],
  [413, 'gateway-package-too-large'],
])

const isJson = (contentType: string): boolean => /^application\/(problem\+)?json\s*(;|$)/i.test(contentType)

function readProblem(text: string): ReturnType<typeof problemCode> {
  const parsed = problemDetailsSchema.safeParse(parseJson(text))
  return parsed.success ? problemCode(parsed.data.type) : null
}

function parseJson(text: string): unknown {
  if (nestingDepth(text) > maxAnswerDepth) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(code: ErrorCode, params: Refusal['params'] = {}): Refusal {
  return { code, params, problems: [] }
}

function blocked(code: ErrorCode, params: Refusal['params'] = {}): DeliveryDecision {
  return { kind: 'blocked', problem: refusal(code, params) }
}

/** Full jitter: any pause up to the doubled one, so that many senders do not come back at once. */
function backoff({ attempt, random }: DeliveryContext, cap: number): number {
  return Math.floor(random() * Math.min(cap, baseDelay * 2 ** Math.min(attempt, 20)))
}

/** At least what the receiver asks for (seconds or a date), within a day, plus jitter. */
function pause(retryAfter: string | null, context: DeliveryContext): number {
  const asked = retryAfter === null ? 0 : readRetryAfter(retryAfter, context.now)
  return Math.min(longestDelay, asked + backoff(context, asked > 0 ? Math.min(asked, serverCap) : serverCap))
}

function readRetryAfter(text: string, now: Date): number {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * second
  const until = Date.parse(text)
  return Number.isNaN(until) ? 0 : Math.max(0, until - now.getTime())
}

/** Tells whether an attempt is due. One planned further away than any pause was planned by a clock that has since moved. */
export function isDue(nextAttemptAt: string | null, now: Date): boolean {
  if (nextAttemptAt === null) return false
  const wait = Date.parse(nextAttemptAt) - now.getTime()
  return wait <= 0 || wait > longestDelay
}
