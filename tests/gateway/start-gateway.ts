import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { request } from 'node:https'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { CertificateKind } from './certificates.ts'
import type { faultSchema } from './faults.ts'

const startedSchema = z.object({ url: z.string(), ca: z.string(), folder: z.string() })
const stateSchema = z.object({
  requests: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      key: z.string().nullable(),
      fault: z.string().nullable(),
    }),
  ),
  packages: z.array(z.string()),
  submissions: z.array(z.object({ key: z.string(), packageSha256: z.string() })),
})
export type GatewayState = z.infer<typeof stateSchema>

/** A gateway in a process of its own. */
export type RunningGateway = {
  readonly url: string
  /** Path and text of the CA certificate that the sender must trust. */
  readonly caPath: string
  readonly ca: string
  readonly folder: string
  /** Replaces the faults still to come. */
  plan(faults: z.input<typeof faultSchema>[]): Promise<void>
  /** Rows to reject from now on, such as `data/vp32.json:1`. */
  reject(rows: string[]): Promise<void>
  state(): Promise<GatewayState>
  /** The bytes that arrived under the hash of a manifest. */
  bytes(manifestSha256: string): Promise<Buffer>
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>
}

/** Starts `server.ts` in its own process and waits until it listens. */
export async function startGateway(
  options: { folder?: string; port?: number; certificate?: CertificateKind } = {},
): Promise<RunningGateway> {
  const script = fileURLToPath(new URL('./server.ts', import.meta.url))
  const args = [script, '--port', String(options.port ?? 0), '--certificate', options.certificate ?? 'valid']
  if (options.folder !== undefined) args.push('--folder', options.folder)
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [''])])
  const { url, ca: caPath, folder } = startedSchema.parse(JSON.parse(String(line)))
  const ca = await readFile(caPath, 'utf8')

  const command = (method: 'GET' | 'POST', path: string, body?: unknown): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      // The control requests accept any certificate: they must also reach a gateway that shows a wrong one.
      const outgoing = request(
        `${url}/_control/${path}`,
        { method, agent: false, rejectUnauthorized: false },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('end', () => resolve(Buffer.concat(chunks)))
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body === undefined ? undefined : JSON.stringify(body))
    })

  return {
    url,
    caPath,
    ca,
    folder,
    plan: async (faults) => void (await command('POST', 'faults', faults)),
    reject: async (rows) => void (await command('POST', 'reject', rows)),
    state: async () => stateSchema.parse(JSON.parse((await command('GET', 'state')).toString('utf8'))),
    bytes: (manifestSha256) => command('GET', `packages/${manifestSha256}`),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
