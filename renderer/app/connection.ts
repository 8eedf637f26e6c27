import type { ClientContext } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { dataPort, portsWanted, shellPort } from '../../shared/shell/ports.ts'

/** `connecting`: no port yet; `lost`: the other side is gone and a new port is awaited. */
export type ConnectionState = 'connecting' | 'ready' | 'lost'

type Link = RPCLink<ClientContext>
type CallOptions = Parameters<Link['call']>[2]

/** Thrown into calls whose answer can no longer arrive, because the data service or the shell ended. */
export class ConnectionLostError extends Error {
  constructor() {
    super('connection lost')
    this.name = 'ConnectionLostError'
  }
}

/**
 * One side of the page's conversation over a message port that may be replaced.
 * Calls made while there is no port wait for the next one; calls in flight when the port dies fail at once,
 * since nobody knows whether they were carried out.
 */
export class Connection {
  #state: ConnectionState = 'connecting'
  #link: Promise<Link>
  #announce: (link: Link) => void = () => undefined
  #abandon: (reason: Error) => void = () => undefined
  #lost: Promise<never> = new Promise(() => undefined)
  #port: MessagePort | null = null
  readonly #listeners = new Set<() => void>()

  constructor() {
    this.#link = this.#await()
  }

  get state(): ConnectionState {
    return this.#state
  }

  /** Calls the listener after every change of state; returns the undo. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes a new port into use; an earlier one is dead from here on. */
  attach(port: MessagePort): void {
    if (this.#port !== null) this.#drop(this.#port)
    this.#port = port
    this.#lost = new Promise((_, reject) => {
      this.#abandon = reject
    })
    this.#lost.catch(() => undefined)
    port.addEventListener('close', () => this.#drop(port))
    this.#announce(new RPCLink({ port }))
    port.start()
    this.#become('ready')
  }

  /** The link for oRPC's client: passes calls to the current port. */
  call = async (path: readonly string[], input: unknown, options: CallOptions): Promise<unknown> => {
    const link = await this.#link
    try {
      return await Promise.race([link.call(path, input, options), this.#lost])
    } catch (error) {
      // The link ends its calls with the same error as a cancellation; one that nobody asked for is a loss,
      // and must be told to the person.
      const isAbort = error instanceof Error && error.name === 'AbortError'
      throw isAbort && options.signal?.aborted !== true ? new ConnectionLostError() : error
    }
  }

  #await(): Promise<Link> {
    return new Promise((resolve) => {
      this.#announce = resolve
    })
  }

  #drop(port: MessagePort): void {
    if (this.#port !== port) return
    this.#port = null
    // A port closed from this side is not told so; the link on it ends its open streams when it hears "close".
    port.dispatchEvent(new Event('close'))
    port.close()
    this.#abandon(new ConnectionLostError())
    this.#link = this.#await()
    this.#become('lost')
  }

  #become(state: ConnectionState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

/** The conversation with the data service. */
export const dataConnection = new Connection()

/** The conversation with the shell. */
export const shellConnection = new Connection()

/** Listens for ports from the preload, now and after every restart of the data service, and asks for the first two. */
export function connect(): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window) return
    const port = event.ports[0]
    if (port === undefined) return
    if (event.data === dataPort) dataConnection.attach(port)
    if (event.data === shellPort) shellConnection.attach(port)
  })
  window.postMessage(portsWanted, window.location.origin)
}
