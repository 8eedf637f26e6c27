import type { ServerResponse } from 'node:http'
import { z } from 'zod'

/** How the gateway misbehaves. Each fault applies to the next `times` requests of its kind, then it behaves again. */
export const faultSchema = z.object({
  on: z.enum(['submit', 'submission', 'health']).default('submit'),
  times: z.number().int().min(1).default(1),
  fault: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('status'), status: z.number().int(), retryAfter: z.string().optional() }),
    z.object({ kind: z.literal('delay'), milliseconds: z.number().int() }),
    /** The connection breaks before, or after, the package was taken in. */
    z.object({ kind: z.literal('drop-before') }),
    z.object({ kind: z.literal('drop-after') }),
    /** The package is taken in, and the answer never comes; the connection stays open. */
    z.object({ kind: z.literal('withhold') }),
    /** The network delivers the request twice. */
    z.object({ kind: z.literal('duplicate-request') }),
    z.object({ kind: z.literal('processing'), retryAfter: z.number().int().default(0) }),
    z.object({ kind: z.literal('wrong-manifest') }),
    z.object({ kind: z.literal('wrong-key') }),
    z.object({ kind: z.literal('row-twice') }),
    z.object({ kind: z.literal('wrong-status') }),
    z.object({ kind: z.literal('huge-body') }),
    z.object({ kind: z.literal('huge-length') }),
    z.object({ kind: z.literal('huge-headers') }),
    z.object({ kind: z.literal('deep-json') }),
    z.object({ kind: z.literal('garbage') }),
    z.object({ kind: z.literal('compressed') }),
    z.object({ kind: z.literal('html') }),
    z.object({ kind: z.literal('redirect') }),
    /** Sends a byte now and then and never ends. */
    z.object({ kind: z.literal('trickle') }),
    z.object({ kind: z.literal('cut-body') }),
  ]),
})
export type PlannedFault = z.infer<typeof faultSchema>
export type Fault = PlannedFault['fault']

/** The faults still to come. */
export class FaultPlan {
  #planned: PlannedFault[] = []

  add(fault: PlannedFault): void {
    this.#planned.push({ ...fault })
  }

  clear(): void {
    this.#planned = []
  }

  /** The fault for the next request of a kind, used up once. */
  next(on: PlannedFault['on']): Fault | null {
    const planned = this.#planned.find((fault) => fault.on === on)
    if (planned === undefined) return null
    planned.times -= 1
    if (planned.times === 0) this.#planned = this.#planned.filter((fault) => fault !== planned)
    return planned.fault
  }
}

const jsonType = { 'content-type': 'application/json' }

/** Answers that take the place of the real one; false: the fault is of another kind. */
export function answerInstead(fault: Fault, response: ServerResponse): boolean {
  const instead = answers[fault.kind]
  if (instead === undefined) return false
  instead(response, fault)
  return true
}

type Answer = (response: ServerResponse, fault: Fault) => void

const answers: Partial<Record<Fault['kind'], Answer>> = {
  status: (response, fault) => {
    if (fault.kind !== 'status') return
    response.writeHead(fault.status, {
      ...jsonType,
      ...(fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }),
    })
    response.end('{"type":"about:blank"}')
  },
  'drop-before': (response) => response.socket?.destroy(),
  processing: (response, fault) => {
    response.writeHead(202, {
      ...jsonType,
      'retry-after': String(fault.kind === 'processing' ? fault.retryAfter : 0),
    })
    response.end('{"state":"processing"}')
  },
  'huge-body': (response) => {
    response.writeHead(200, jsonType)
    const chunk = Buffer.alloc(64 * 1024, 0x20)
    const push = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', push)
    }
    push()
  },
  'huge-length': (response) => {
    response.writeHead(200, { ...jsonType, 'content-length': String(5 * 1024 ** 3) })
    response.write('{')
  },
  'huge-headers': (response) => {
    response.writeHead(200, { ...jsonType, 'x-filler': 'x'.repeat(64 * 1024) })
    response.end('{}')
  },
  'deep-json': (response) => {
    response.writeHead(200, jsonType)
    response.end('['.repeat(200_000) + ']'.repeat(200_000))
  },
  garbage: (response) => {
    response.writeHead(200, jsonType)
    response.end(Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0x22, 0xc3, 0x28]))
  },
  compressed: (response) => {
    response.writeHead(200, { ...jsonType, 'content-encoding': 'gzip' })
    response.end(Buffer.from('1f8b0800', 'hex'))
  },
  html: (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end('<!doctype html><title>Sign in</title><form action="/login"></form>')
  },
  redirect: (response) => {
    response.writeHead(307, { location: 'https://localhost:1/v1/packages' })
    response.end()
  },
  trickle: (response) => {
    response.writeHead(200, jsonType)
    const timer = setInterval(() => response.write(' '), 50)
    response.on('close', () => clearInterval(timer))
  },
  'cut-body': (response) => {
    response.writeHead(200, { ...jsonType, 'content-length': '500' })
    response.write('{"format":"qosdiplom-receipt",')
    setTimeout(() => response.socket?.destroy(), 20)
  },
}
