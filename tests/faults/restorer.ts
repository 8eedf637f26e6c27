/**
 * A process that restores one backup after the other until it is killed: `node restorer.ts FILE NAME NAME`. After every
 * restore it reports `ack NUMBER NAME` in one write.
 */
import { writeSync } from 'node:fs'
import { createRouterClient } from '@orpc/server'
import { createService } from '../../electron/data/service.ts'

const [path = '', ...names] = process.argv.slice(2)
const service = createService({ clock: () => new Date(), actor: 'restorer' })
await service.openWorkspace(path)
const client = createRouterClient(service.router)
writeSync(1, 'ack 0 ready\n')
for (let number = 1; ; number += 1) {
  const name = names[number % names.length] ?? ''
  const steps = await client.workspace.restore({ name })
  while ((await steps.next()).done !== true);
  writeSync(1, `ack ${number} ${name}\n`)
}
