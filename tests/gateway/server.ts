import { mkdtemp, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { z } from 'zod'
import { type CertificateKind, makeCertificates } from './certificates.ts'
import { answerInstead, type Fault, FaultPlan, faultSchema, type PlannedFault } from './faults.ts'
import { Inbox } from './inbox.ts'
import { createGatewayRouter, problemDetails } from './receive.ts'

/**
 * A receiver of packages for tests and demonstrations: HTTPS with a certificate of its own.
 *
 *   node tests/gateway/server.ts [--port 0] [--folder DIR] [--certificate valid|expired|future|wrong-host|self-signed]
 *
 * It prints one line of JSON: `url`, `ca` (path of the CA certificate), `folder`. Under `/_control/` it can be told to
 * fail (POST faults), to reject rows (POST reject), and asked what arrived (GET state, GET packages/<manifest hash>).
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    folder: { type: 'string' },
    certificate: { type: 'string', default: 'valid' },
  },
})

const kinds = ['valid', 'expired', 'future', 'wrong-host', 'self-signed'] as const
const certificateKind: CertificateKind = z.enum(kinds).parse(values.certificate)
const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'qosdiplom-gateway-')))
const certificates = await makeCertificates(certificateKind)
const caPath = join(folder, 'ca.pem')
const inbox = await Inbox.open(folder)
await writeFile(caPath, certificates.ca)

const plan = new FaultPlan()
const requests: { method: string; path: string; key: string | null; fault: string | null }[] = []
const handler = new OpenAPIHandler(createGatewayRouter(), { customErrorResponseBodyEncoder: problemDetails })

const server = createServer(
  { key: certificates.key, cert: certificates.certificate },
  (request, response) => {
    respond(request, response).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      response.destroy()
    })
  },
)
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`${JSON.stringify({ url: `https://localhost:${port}`, ca: caPath, folder })}\n`)
})
process.on('SIGTERM', () => process.exit(0))

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'https://localhost').pathname
  if (path.startsWith('/_control/')) {
    await control(request, response, path.slice('/_control/'.length))
    return
  }
  const fault = plan.next(kindOf(request, path))
  const key = request.headers['idempotency-key']
  requests.push({
    method: request.method ?? '',
    path,
    key: typeof key === 'string' ? key : null,
    fault: fault?.kind ?? null,
  })
  if (fault !== null) {
    if (fault.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds))
    if (answerInstead(fault, response)) return
  }
  await serve(request, response, fault)
}

function kindOf(request: IncomingMessage, path: string): PlannedFault['on'] {
  if (request.method === 'POST') return 'submit'
  return path.startsWith('/v1/submissions/') ? 'submission' : 'health'
}

async function serve(request: IncomingMessage, response: ServerResponse, fault: Fault | null): Promise<void> {
  const writeHead = response.writeHead.bind(response)
  // The library answers JSON; refusals have a media type of their own.
  Object.assign(response, {
    writeHead: (status: number, headers?: object) => {
      if (fault?.kind === 'drop-after') {
        response.socket?.destroy()
        return response
      }
      return writeHead(status, {
        ...headers,
        ...(status >= 400 ? { 'content-type': 'application/problem+json' } : {}),
      })
    },
  })
  if (fault?.kind === 'withhold') {
    Object.assign(response, { writeHead: () => response, write: () => true, end: () => response })
  }
  const { matched } = await handler.handle(request, response, { context: { inbox, fault } })
  if (matched) return
  writeHead(404, { 'content-type': 'text/plain' })
  response.end('not found')
}

async function control(request: IncomingMessage, response: ServerResponse, command: string): Promise<void> {
  const body = await readBody(request)
  if (command === 'faults') {
    plan.clear()
    for (const fault of z.array(faultSchema).parse(JSON.parse(body))) plan.add(fault)
  } else if (command === 'reject') {
    inbox.rejectedRows.clear()
    for (const row of z.array(z.string()).parse(JSON.parse(body))) inbox.rejectedRows.add(row)
  } else if (command.startsWith('packages/')) {
    response.writeHead(200, { 'content-type': 'application/zip' })
    response.end(await inbox.bytesOf(command.slice('packages/'.length).replaceAll(/[^0-9a-f]/g, '')))
    return
  } else if (command !== 'state') {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ requests, packages: inbox.packages, submissions: inbox.submissions }))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
