import { createRouterClient } from '@orpc/server'
import { createService } from '../../electron/data/service.ts'

/**
 * A sender in a process of its own, to be killed in the middle: opens the workspace, sends the package and waits.
 *
 *   node tests/gateway/sender.ts WORKSPACE PACKAGE-ID URL CA-FILE
 */
const [workspace, packageId, url, caFile] = process.argv.slice(2)
if (workspace === undefined || packageId === undefined || url === undefined || caFile === undefined) {
  throw new Error('usage: sender.ts WORKSPACE PACKAGE-ID URL CA-FILE')
}
const service = createService({ clock: () => new Date(), actor: 'sender' })
await service.openWorkspace(workspace)
const client = createRouterClient(service.router)
const certificate = service.files.grant(caFile)
const steps = await client.ministry.sendAndWait({ packageId, receiver: { url, certificate }, attempts: 1 })
for await (const { state } of steps) process.stdout.write(`${state}\n`)
await service.close()
