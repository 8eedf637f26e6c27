import { forEveryEntity } from '../../../shared/kernel/record.ts'
import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPartner } from '../../../tests/support/builders.ts'
import { createClock } from '../../../tests/support/clock.ts'
import { createService } from '../service.ts'
import { openTestService, type TestService } from '../testing.ts'

describe('a workspace over the contract', () => {
  let test: TestService
  beforeEach(async () => {
    test = await openTestService()
  })
  afterEach(() => test.close())
  const grant = (name: string) => test.service.files.grant(join(test.folder, name))

  it('tells what it is and what is in it', async () => {
    await test.client.partners.create({ fields: aPartner() })
    expect(await test.client.workspace.state()).toEqual({
      name: 'register',
      readOnly: null,
      isSample: false,
      lastBackupAt: null,
      counts: { ...forEveryEntity(() => 0), institution: 1, partner: 1, framework: 4, agency: 17 },
      outbox: { waiting: 0, failed: 0, isPaused: false },
    })
  })

  it('can be closed and opened again, and refuses questions meanwhile', async () => {
    await test.client.partners.create({ fields: aPartner() })
    await test.client.workspace.close()
    expect(await test.client.workspace.state()).toBeNull()
    await expect(test.client.institution.get()).rejects.toMatchObject({ data: { code: 'no-workspace' } })
    const state = await test.client.workspace.open({ file: grant('register.qosdiplom') })
    expect(state.counts.partner).toBe(1)
  })

  it('is not shown before its sample is whole', async () => {
    const seen = new Set<string>()
    const making = { isOver: false }
    const made = test.client.workspace
      .create({ at: grant('sample.qosdiplom'), sample: 'university', language: 'kk' })
      .finally(() => {
        making.isOver = true
      })
    while (!making.isOver) {
      const state = await test.client.workspace.state()
      seen.add(state === null ? 'nothing' : `${state.name} ${state.counts.agreement > 0}`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect((await made).counts.agreement).toBeGreaterThan(0)
    expect(seen).toContain('nothing')
    expect(seen).not.toContain('sample false')
  })

  it('stays open when another file is refused', async () => {
    await writeFile(join(test.folder, 'other.txt'), 'text')
    const refused = test.client.workspace.open({ file: grant('other.txt') })
    await expect(refused).rejects.toMatchObject({ data: { code: 'workspace-not-sqlite' } })
    expect((await test.client.workspace.state())?.name).toBe('register')
  })

  it('cannot be opened by a file that nobody granted', async () => {
    const file = { grant: '7d444840-9dc0-41a1-b5f7-1d2b5b8f0c11', name: 'register.qosdiplom' }
    await expect(test.client.workspace.open({ file })).rejects.toMatchObject({
      data: { code: 'file-not-granted' },
    })
  })

  it('is created as a sample that is marked as one', async () => {
    const state = await test.client.workspace.create({
      at: grant('sample.qosdiplom'),
      sample: 'university',
      language: 'kk',
    })
    expect(state).toMatchObject({ name: 'sample', isSample: true })
    expect(state.counts.agreement).toBeGreaterThan(5)
    expect(await test.client.workspace.integrity()).toMatchObject({ ok: true, findings: [] })
  })

  it('leaves no file behind when it cannot be created', async () => {
    const at = grant('register.qosdiplom')
    const created = test.client.workspace.create({ at, sample: null, language: 'kk' })
    await expect(created).rejects.toMatchObject({ data: { code: 'workspace-exists' } })
    expect((await readdir(test.folder)).filter((name) => name.includes('new'))).toEqual([])
  })

  it('is backed up on demand and says when that was', async () => {
    const { name, size } = await test.client.workspace.backup()
    expect((await stat(join(test.folder, 'backups', 'register', name))).size).toBe(size)
    expect((await test.client.workspace.state())?.lastBackupAt).toBe('2026-11-22T09:00:00.000Z')
  })
})

describe('the stream of changes', () => {
  it.each(['before', 'after'])(
    'tells every listener what was saved, %s anyone has asked for a list',
    async (moment) => {
      const test = await openTestService()
      if (moment === 'after') await test.service.context.registers().upToDate()
      const listeners = [new AbortController(), new AbortController()]
      const streams = []
      for (const { signal } of listeners)
        streams.push(await test.client.workspace.changes(undefined, { signal }))
      const { record } = await test.client.partners.create({ fields: aPartner() })
      for (const stream of streams) expect((await stream.next()).value).toEqual({ topics: ['partners'] })
      await writeFile(join(test.folder, 'scan.pdf'), '%PDF-1.7')
      const files = [test.service.files.grant(join(test.folder, 'scan.pdf'))]
      await test.client.attachments.add({ owner: { entity: 'partner', id: record.id }, files })
      expect((await streams[0]?.next())?.value).toMatchObject({
        topics: expect.arrayContaining(['attachments']),
      })
      for (const listener of listeners) listener.abort()
      await test.close()
    },
  )

  it('tells of a change that another process made', async () => {
    const clock = createClock()
    const test = await openTestService({ clock: clock.now })
    const listener = new AbortController()
    const stream = await test.client.workspace.changes(undefined, { signal: listener.signal })
    await test.service.context.registers().upToDate()
    const second = createService({ clock: clock.now, actor: 'second' })
    await second.openWorkspace(test.path)
    await createRouterClient(second.router).partners.create({ fields: aPartner() })
    expect((await stream.next()).value).toEqual({ topics: ['partners'] })
    await second.close()
    listener.abort()
    await test.close()
  })
})
