import { describe, expect, it } from 'vitest'
import { EventQueue } from './event-queue.ts'

describe('the queue of shell events', () => {
  it('delivers in order what happened before and after the page began to listen', async () => {
    const queue = new EventQueue<number>()
    queue.push(1)
    const stop = new AbortController()
    const events = queue.take(stop.signal)
    expect((await events.next()).value).toBe(1)
    const next = events.next()
    queue.push(2)
    queue.push(3)
    expect((await next).value).toBe(2)
    expect((await events.next()).value).toBe(3)
  })

  it('ends for a page that is gone and keeps what it has not taken for the next one', async () => {
    const queue = new EventQueue<string>()
    const stop = new AbortController()
    const waiting = queue.take(stop.signal).next()
    stop.abort()
    expect(await waiting).toEqual({ done: true, value: undefined })
    queue.push('dropped')
    expect((await queue.take(new AbortController().signal).next()).value).toBe('dropped')
  })
})
