import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPartner } from '../../../tests/support/builders.ts'
import { createService } from '../service.ts'
import { openTestService, type TestService } from '../testing.ts'
import { verifyAuditTrail } from './audit-trail.ts'
import { backupFolder } from './backup.ts'
import { openWorkspaceFile } from './open-workspace.ts'

let minute = 0
const clock = () => new Date(Date.UTC(2026, 10, 22, 9, minute))

async function toEnd<Step, Result>(stream: AsyncIterator<Step, Result>): Promise<Result> {
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return step.value
  }
}

describe('the backups of a workspace', () => {
  let test: TestService
  beforeEach(async () => {
    minute = 0
    test = await openTestService({ clock })
  })
  afterEach(() => test.close())

  const addPartner = (city: string) => test.client.partners.create({ fields: aPartner({ city }) })
  const cities = async () => {
    const { rows } = await test.client.partners.list({
      on: '2026-11-22',
      language: 'kk',
      text: '',
      filter: { countries: [], hasActiveAgreement: null, hasProgramme: null, ids: null },
      sort: [],
      offset: 0,
      limit: 100,
    })
    return rows.map(({ city }) => city).toSorted()
  }
  const restore = async (name: string) => toEnd(await test.client.workspace.restore({ name }))

  /** A backup with one partner, after which another one was added. */
  async function backupOfOne(): Promise<string> {
    await addPartner('Алматы')
    minute = 1
    const { name } = await test.client.workspace.backup()
    minute = 2
    await addPartner('Ақтау')
    return name
  }

  it('are listed with day, reason, size and schema version, newest first', async () => {
    const name = await backupOfOne()
    minute = 3
    const second = await test.client.workspace.backup()
    const listed = await test.client.workspace.backups()
    expect(listed.map((backup) => backup.name)).toEqual([second.name, name])
    expect(listed[1]).toMatchObject({ at: '2026-11-22T09:01:00.000Z', reason: 'manual' })
    expect(listed[1]?.schemaVersion).toBeGreaterThanOrEqual(3)
    expect(listed[1]?.size).toBeGreaterThan(4096)
  })

  it('are shown beside what is there now before anything is replaced', async () => {
    const name = await backupOfOne()
    const preview = await test.client.workspace.restorePreview({ name })
    expect(preview.findings).toEqual([])
    expect(preview.now.counts.partner).toBe(2)
    expect(preview.backup?.counts.partner).toBe(1)
    expect(preview.backup?.lastChangeAt).toBe('2026-11-22T09:00:00.000Z')
    expect(preview.now.lastChangeAt).toBe('2026-11-22T09:02:00.000Z')
    expect(await cities()).toEqual(['Алматы', 'Ақтау'].toSorted())
  })

  it('come back whole: records, lists in memory, chain of changes; the replaced state is a backup too', async () => {
    const name = await backupOfOne()
    expect(await cities()).toHaveLength(2)
    minute = 3
    const { safetyBackup, contents } = await restore(name)
    expect(contents.counts.partner).toBe(1)
    expect(await cities()).toEqual(['Алматы'])
    expect(await test.client.workspace.integrity()).toMatchObject({ ok: true, findings: [] })

    minute = 4
    await restore(safetyBackup)
    expect(await cities()).toEqual(['Алматы', 'Ақтау'].toSorted())
    expect(await test.client.workspace.integrity()).toMatchObject({ ok: true })
  })

  it('leave a row in the chain that names what was replaced and where it is kept', async () => {
    const name = await backupOfOne()
    const { reader } = test.service.context.database()
    const before = await reader
      .selectFrom('audit')
      .select(['sequence', 'hash'])
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    minute = 3
    const { safetyBackup } = await restore(name)
    const row = await reader
      .selectFrom('audit')
      .selectAll()
      .where('entity', '=', 'workspace')
      .executeTakeFirstOrThrow()
    expect(row.action).toBe('restore')
    expect(JSON.parse(row.before_json ?? '')).toMatchObject({ ...before, backup: safetyBackup })
    expect(JSON.parse(row.after_json ?? '')).toMatchObject({
      sequence: row.sequence - 1,
      hash: row.prev_hash,
      backup: name,
    })
    expect(await verifyAuditTrail(reader)).toMatchObject({ brokenAt: null })
  })

  it('come back with the outbox at rest', async () => {
    const name = await backupOfOne()
    minute = 3
    await restore(name)
    expect((await test.client.workspace.state())?.outbox.isPaused).toBe(true)
  })

  it('are refused when damaged, before anything is replaced or backed up', async () => {
    const name = await backupOfOne()
    const path = join(backupFolder(test.path), name)
    const bytes = await readFile(path)
    await writeFile(path, bytes.fill(0x5a, 4096 * 20, 4096 * 24))
    const preview = await test.client.workspace.restorePreview({ name })
    expect(preview.findings[0]?.check).toBe('file')
    await expect(restore(name)).rejects.toMatchObject({ data: { code: 'backup-damaged' } })
    expect(await cities()).toHaveLength(2)
    expect(await readdir(backupFolder(test.path))).toEqual([name])
    expect((await test.client.workspace.state())?.outbox.isPaused).toBe(false)
  })

  it('are refused when their chain of changes was tampered with', async () => {
    const name = await backupOfOne()
    const path = join(backupFolder(test.path), name)
    const copy = await openWorkspaceFile(path, { clock, actor: 'x' })
    await copy.write(async (tx) => {
      await tx.trx.updateTable('partner').set({ city: 'Астана' }).execute()
    })
    await copy.close()
    await expect(restore(name)).rejects.toMatchObject({ data: { code: 'backup-damaged' } })
  })

  it('may be files from elsewhere, but no names that lead elsewhere', async () => {
    const name = await backupOfOne()
    const elsewhere = join(test.folder, 'көшірме.qosdiplom')
    await copyFile(join(backupFolder(test.path), name), elsewhere)
    minute = 3
    await toEnd(await test.client.workspace.restore({ file: test.service.files.grant(elsewhere) }))
    expect(await cities()).toEqual(['Алматы'])
    await expect(restore('../../register.qosdiplom')).rejects.toMatchObject({
      data: { code: 'backup-missing' },
    })
  })

  it('come back in another process, too, which has the workspace open', async () => {
    const name = await backupOfOne()
    const other = createService({ clock, actor: 'әріптес' })
    await other.openWorkspace(test.path)
    const client = createRouterClient(other.router)
    minute = 3
    await toEnd(await client.workspace.restore({ name }))
    await client.partners.create({ fields: aPartner({ city: 'Тараз' }) })
    expect(await cities()).toEqual(['Алматы', 'Тараз'])
    await addPartner('Орал')
    expect(await test.client.workspace.integrity()).toMatchObject({ ok: true })
    await other.close()
  })

  it('leave nothing beside the file, whether restored or refused', async () => {
    const name = await backupOfOne()
    minute = 3
    await restore(name)
    expect((await readdir(test.folder)).filter((file) => file.startsWith('.'))).toEqual([])
  })

  it('open beside a damaged file, which stays as it is; the newest whole one is offered', async () => {
    const name = await backupOfOne()
    minute = 3
    const newest = await test.client.workspace.backup()
    await test.client.workspace.close()
    const path = join(backupFolder(test.path), newest.name)
    await writeFile(path, (await readFile(path)).fill(0x5a, 4096 * 20, 4096 * 24))
    await writeFile(test.path, (await readFile(test.path)).fill(0x5a, 4096 * 10, 4096 * 60))
    const damaged = await readFile(test.path)
    const file = test.service.files.grant(test.path)
    await expect(test.client.workspace.open({ file })).rejects.toMatchObject({
      data: { code: 'workspace-damaged' },
    })
    expect((await test.client.workspace.rescue({ file }))?.name).toBe(name)
    const state = await test.client.workspace.openBackup({ file, name })
    expect(state).toMatchObject({ name: 'register 2026-11-22', outbox: { isPaused: true } })
    expect(await cities()).toEqual(['Алматы'])
    expect(await test.client.workspace.integrity()).toMatchObject({ ok: true })
    expect((await readFile(test.path)).equals(damaged)).toBe(true)
    await expect(test.client.workspace.openBackup({ file, name: newest.name })).rejects.toMatchObject({
      data: { code: 'backup-damaged' },
    })
  })
})
