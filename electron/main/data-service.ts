import { type MessagePortMain, utilityProcess, type UtilityProcess } from 'electron'
import { type ControlMessage, type ServiceMessage, serviceMessageSchema } from '../../shared/shell/control.ts'
import type { Log } from './log.ts'

/** More ends than this within the time span mean that starting again does not help. */
const toleratedEnds = { count: 3, withinMs: 60_000 }
const closeWithinMs = 15_000

export type DataServiceEvents = {
  /** Something the service reports. */
  message(message: ServiceMessage): void
  /** The service was started anew after an unexpected end: grants, workspace and ports have to be handed over again. */
  restarted(): void
  /** The service keeps ending; it is not started any more. */
  gaveUp(): void
}

type Waiting = { message: ControlMessage; ports: MessagePortMain[] }

/** The utility process with the data: starts it, speaks its control protocol, starts it again when it ends. */
export class DataService {
  readonly #entry: string
  readonly #log: Log
  readonly #events: DataServiceEvents
  #process: UtilityProcess | null = null
  #isReady = false
  #isClosing = false
  #waiting: Waiting[] = []
  #ends: number[] = []
  #closed: () => void = () => undefined

  /** `entry` is the built service. */
  constructor(entry: string, log: Log, events: DataServiceEvents) {
    this.#entry = entry
    this.#log = log
    this.#events = events
  }

  /** Starts the process; messages sent meanwhile wait until it listens. */
  start(): void {
    const service = utilityProcess.fork(this.#entry, [], {
      serviceName: 'Qosdiplom data service',
      stdio: 'pipe',
    })
    this.#process = service
    this.#isReady = false
    service.stdout?.on('data', (chunk: Buffer) => this.#log.info('data', chunk.toString()))
    service.stderr?.on('data', (chunk: Buffer) => this.#log.error('data', chunk.toString()))
    service.on('message', (raw: unknown) => this.#receive(raw))
    service.on('exit', (code) => this.#onExit(service, code))
  }

  /** Sends a control message; ports are transferred with it. */
  send(message: ControlMessage, ports: MessagePortMain[] = []): void {
    if (this.#process === null || !this.#isReady) this.#waiting.push({ message, ports })
    else this.#process.postMessage(message, ports)
  }

  /** Ends the service after it has put everything on disk. */
  async stop(): Promise<void> {
    this.#isClosing = true
    const service = this.#process
    if (service === null) return
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, closeWithinMs)
      this.#closed = () => {
        clearTimeout(limit)
        resolve()
      }
      this.send({ type: 'close' })
    })
    service.kill()
  }

  #receive(raw: unknown): void {
    const parsed = serviceMessageSchema.safeParse(raw)
    if (!parsed.success) {
      this.#log.error('main', 'the data service sent a message that is not of the control protocol')
      return
    }
    const message = parsed.data
    if (message.type === 'ready') this.#becomeReady()
    if (message.type === 'closed') this.#closed()
    this.#events.message(message)
  }

  #becomeReady(): void {
    this.#isReady = true
    const waiting = this.#waiting
    this.#waiting = []
    for (const { message, ports } of waiting) this.send(message, ports)
  }

  #onExit(service: UtilityProcess, code: number): void {
    if (service !== this.#process) return
    this.#process = null
    this.#isReady = false
    if (this.#isClosing) {
      this.#closed()
      return
    }
    this.#log.error('main', `the data service ended with code ${code}`)
    const now = Date.now()
    this.#ends = [...this.#ends.filter((at) => now - at < toleratedEnds.withinMs), now]
    if (this.#ends.length > toleratedEnds.count) {
      this.#events.gaveUp()
      return
    }
    // Whatever waited was meant for the process that is gone.
    this.#waiting = []
    this.start()
    this.#events.restarted()
  }
}
