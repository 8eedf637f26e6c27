/* oxlint-disable unicorn/require-post-message-target-origin -- Electron's port between processes, not a window */
import { userInfo } from 'node:os'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { controlMessageSchema, type ControlMessage, type ServiceMessage } from '../../shared/shell/control.ts'
import { createLog } from './log.ts'
import { toRefusal } from './refusals.ts'
import { createService } from './service.ts'

/** The part of Electron's `process.parentPort` that is used here; the data service does not know Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { data: unknown; ports: SupportedMessagePort[] }) => void): void
  postMessage(message: ServiceMessage): void
}

/** The name under which changes stand in the audit trail; a computer without users has none. */
function actorName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

function parentPort(): ParentPort {
  const { parentPort: port } = process as typeof process & { parentPort?: ParentPort }
  if (port === undefined) throw new Error('the data service is started by the shell as a utility process')
  return port
}

const shell = parentPort()
const log = createLog()
const service = createService({
  clock: () => new Date(),
  actor: actorName(),
  log,
  onPath: (path) => {
    shell.postMessage({ type: 'workspace', path })
    if (path !== null) setImmediate(() => service.warmUp())
  },
})
const handler = new RPCHandler(service.router)

async function obey(message: ControlMessage, ports: readonly SupportedMessagePort[]): Promise<void> {
  switch (message.type) {
    case 'connect': {
      const [port] = ports
      if (port === undefined) throw new Error('a page wants to talk, but no port came with its message')
      handler.upgrade(port, { context: {} })
      if ('start' in port && typeof port.start === 'function') port.start()
      return
    }
    case 'grant':
      service.files.accept(message.grant, message.path)
      return
    case 'open':
      try {
        await service.openWorkspace(message.path)
      } catch (error) {
        shell.postMessage({ type: 'refused', path: message.path, refusal: toRefusal(error, log) })
      }
      return
    case 'close':
      await service.close()
      shell.postMessage({ type: 'closed' })
  }
}

shell.on('message', ({ data, ports }) => {
  const message = controlMessageSchema.safeParse(data)
  if (!message.success) {
    log.info('unknown-control-message')
    return
  }
  obey(message.data, ports).catch((error: unknown) => log.bug(error, 'control'))
})
process.on('uncaughtException', (error) => {
  log.bug(error, 'uncaught')
  // The state of the process is unknown now. What was acknowledged is on the disk; the shell starts a new service.
  process.exit(1)
})
process.on('unhandledRejection', (error) => log.bug(error, 'unhandled'))
shell.postMessage({ type: 'ready' })
