import { os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { createORPCClient } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { Connection, ConnectionLostError } from './connection.ts'

type Api = { name(): Promise<string>; wait(): Promise<string> }

/** A service that answers with its name, and never answers `wait`. */
function serve(name: string): MessagePort {
  const { port1, port2 } = new MessageChannel()
  const handler = new RPCHandler({
    name: os.handler(() => name),
    wait: os.handler(() => new Promise<string>(() => undefined)),
  })
  handler.upgrade(port2)
  port2.start()
  return port1
}

describe('the conversation with the data service', () => {
  it('holds calls made before there is a port until one arrives', async () => {
    const connection = new Connection()
    const client = createORPCClient<Api>(connection)
    const answer = client.name()
    expect(connection.state).toBe('connecting')
    const port = serve('first')
    connection.attach(port)
    await expect(answer).resolves.toBe('first')
    port.close()
  })

  it('fails calls in flight when the service is replaced, and goes on with the new one', async () => {
    const connection = new Connection()
    const client = createORPCClient<Api>(connection)
    connection.attach(serve('first'))
    const lost = client.wait()
    const failure = lost.catch((error: unknown) => error)
    const second = serve('second')
    connection.attach(second)
    expect(await failure).toBeInstanceOf(ConnectionLostError)
    await expect(client.name()).resolves.toBe('second')
    second.close()
  })

  it('leaves a cancellation that was asked for a cancellation', async () => {
    const connection = new Connection()
    const port = serve('first')
    connection.attach(port)
    const control = new AbortController()
    const ended = connection
      .call(['wait'], undefined, { signal: control.signal, context: {} })
      .catch((error: unknown) => error)
    control.abort()
    expect(await ended).not.toBeInstanceOf(ConnectionLostError)
    port.close()
  })

  it('says that it is lost and ready again', () => {
    const connection = new Connection()
    const states: string[] = []
    connection.subscribe(() => states.push(connection.state))
    connection.attach(serve('first'))
    const second = serve('second')
    connection.attach(second)
    expect(states).toEqual(['ready', 'lost', 'ready'])
    second.close()
  })
})
