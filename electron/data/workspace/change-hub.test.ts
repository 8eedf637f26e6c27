import { describe, expect, it } from 'vitest'
import { ChangeHub } from './change-hub.ts'

describe('the change hub', () => {
  it('gives a slow listener what it has missed, each topic once', async () => {
    const hub = new ChangeHub()
    const slow = hub.subscribe()
    for (let change = 0; change < 1000; change += 1) hub.publish({ topics: ['agreements', 'partners'] })
    hub.publish({ topics: ['ministry'] })
    expect((await slow.next()).value).toEqual({ topics: ['agreements', 'partners', 'ministry'] })
    await slow.return()
  })

  it('wakes a listener that waits', async () => {
    const hub = new ChangeHub()
    const next = hub.subscribe().next()
    hub.publish({ topics: ['workspace'] })
    expect(await next).toEqual({ done: false, value: { topics: ['workspace'] } })
  })

  it('forgets a listener whose page is gone, whether it has read or not', async () => {
    const hub = new ChangeHub()
    const [reading, silent] = [new AbortController(), new AbortController()]
    const next = hub.subscribe(reading.signal).next()
    hub.subscribe(silent.signal)
    expect(hub.size).toBe(2)
    reading.abort()
    silent.abort()
    expect(await next).toEqual({ done: true, value: undefined })
    expect(hub.size).toBe(0)
  })

  it('forgets a listener that stops reading', async () => {
    const hub = new ChangeHub()
    const stream = hub.subscribe()
    hub.publish({ topics: ['imports'] })
    for await (const change of stream) {
      expect(change).toEqual({ topics: ['imports'] })
      break
    }
    expect(hub.size).toBe(0)
  })
})
