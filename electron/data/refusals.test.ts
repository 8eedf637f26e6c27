import { createRouterClient, implement } from '@orpc/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { refusalOf } from '../../tests/support/refusal-of.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import { procedure } from '../../shared/kernel/contract-base.ts'
import { createLog } from './log.ts'
import { refusals } from './refusals.ts'

const secret = 'Айгүл Серікқызы, 7 701 123 45 67'
const contract = {
  save: procedure
    .input(z.object({ name: z.string().min(1), tags: z.array(z.string().max(3)) }))
    .output(z.object({ ok: z.boolean() })),
  stream: procedure.input(z.object({ failAt: z.number() })).output(eventIterator(z.number(), z.string())),
}

describe('what leaves the router when something fails', () => {
  let lines: string[]
  let failure: unknown
  const client = () => {
    const log = createLog((line) => lines.push(line))
    const router = implement(contract)
      .use(refusals(log))
      .router({
        save: implement(contract).save.handler(() => {
          if (failure !== undefined) throw failure
          return { ok: true }
        }),
        stream: implement(contract).stream.handler(async function* ({ input }) {
          for (let step = 0; step < 3; step += 1) {
            if (step === input.failAt) throw failure
            yield step
          }
          return 'done'
        }),
      })
    return createRouterClient(router)
  }
  beforeEach(() => {
    lines = []
    failure = undefined
  })

  it('is the code of an expected failure, as the typed error of the contract', async () => {
    failure = new AppError('conflict', { entity: 'partner' })
    const refusal = await refusalOf(client().save({ name: 'a', tags: [] }))
    expect(refusal).toEqual({ code: 'conflict', params: { entity: 'partner' }, problems: [] })
    expect(lines).toEqual([])
  })

  it('is a reference for a bug, under which the log has its place in the code but nothing that was typed', async () => {
    failure = new TypeError(`cannot read ${secret}`)
    const { code, params } = await refusalOf(client().save({ name: 'a', tags: [] }))
    expect(code).toBe('internal')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(params['reference'])
    expect(lines[0]).toContain('TypeError')
    expect(lines[0]).toContain('refusals.test.ts')
    expect(lines[0]).not.toContain(secret)
  })

  it('names the field of input that is not of the contract', async () => {
    const refusal = await refusalOf(client().save({ name: 'a', tags: ['b', 'too long'] }))
    expect(refusal).toEqual({ code: 'invalid-input', params: { field: 'tags.1' }, problems: [] })
  })

  it.each([
    [new AppError('workspace-disk-full'), 'workspace-disk-full'],
    [new Error(secret), 'internal'],
  ])('is the same inside a stream: %s', async (thrown, expected) => {
    failure = thrown
    const stream = await client().stream({ failAt: 2 })
    const seen: number[] = []
    const read = async () => {
      for await (const step of stream) seen.push(step)
    }
    expect((await refusalOf(read())).code).toBe(expected)
    expect(seen).toEqual([0, 1])
  })

  it('lets a stream end with its result', async () => {
    const stream = await client().stream({ failAt: 9 })
    await stream.next()
    await stream.next()
    await stream.next()
    expect(await stream.next()).toEqual({ done: true, value: 'done' })
  })
})
