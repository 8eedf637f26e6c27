import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aPartner } from '../../../tests/support/builders.ts'
import { openSqliteDatabase } from '../../../tests/support/databases.ts'
import { silentLog } from '../log.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { backupFolder, sha256OfFile, writeBackup } from './backup.ts'
import type { StoredBackup } from '../../../shared/workspace/backup.ts'
import { backupsToDelete, listBackups, parseBackupName } from './backup-rotation.ts'
import { BackupSchedule } from './backup-schedule.ts'
import { openWorkspaceFile } from './open-workspace.ts'

type Open = Awaited<ReturnType<typeof openSqliteDatabase>>

const aBackup = (at: string, facts: Partial<StoredBackup> = {}): StoredBackup => ({
  name: at,
  at,
  reason: 'activity',
  size: 1000,
  schemaVersion: 3,
  ...facts,
})

const every = (minutes: number, count: number, from: string) =>
  Array.from({ length: count }, (_none, index) =>
    aBackup(new Date(Date.parse(from) - index * minutes * 60_000).toISOString()),
  )

describe('a backup', () => {
  let open: Open
  const options = () => ({ clock: open.clock.now, actor: 'tester' })
  beforeEach(async () => {
    open = await openSqliteDatabase()
    await open.database.write((tx) => partnerStore.insert(tx, aPartner({ city: 'Алматы' })))
  })
  afterEach(() => open.close())

  it('opens as a workspace with everything that was committed', async () => {
    const backup = await writeBackup(open.path, { at: open.clock.now(), reason: 'manual' })
    expect(backup).toEqual({
      name: '2026-11-22T09-00-00-000Z-manual.qosdiplom',
      path: join(backupFolder(open.path), '2026-11-22T09-00-00-000Z-manual.qosdiplom'),
      at: '2026-11-22T09:00:00.000Z',
      reason: 'manual',
      sha256: await sha256OfFile(backup.path),
      size: (await stat(backup.path)).size,
    })
    const copy = await openWorkspaceFile(backup.path, options())
    expect((await partnerStore.listAll(copy.reader)).map(({ city }) => city)).toEqual(['Алматы'])
    await copy.close()
  })

  it('is taken while a write runs, and does not hold what that has not committed', async () => {
    const backup = await open.database.write(async (tx) => {
      await partnerStore.insert(tx, aPartner({ city: 'Ақтау' }))
      return writeBackup(open.path, { at: open.clock.now(), reason: 'activity' })
    })
    const copy = await openWorkspaceFile(backup.path, options())
    expect((await partnerStore.listAll(copy.reader)).map(({ city }) => city)).toEqual(['Алматы'])
    await copy.close()
  })

  it('can be taken of a workspace that may only be read', async () => {
    await open.database.close()
    await chmod(open.path, 0o444)
    const backup = await writeBackup(open.path, { at: open.clock.now(), reason: 'manual', readOnly: true })
    const copy = await openWorkspaceFile(backup.path, options())
    expect(await partnerStore.listAll(copy.reader)).toHaveLength(1)
    await copy.close()
  })

  it('leaves nothing behind when the folder cannot be made', async () => {
    await writeFile(join(open.path, '..', 'backups'), 'a file stands where the folder would be')
    const backup = writeBackup(open.path, { at: open.clock.now(), reason: 'manual' })
    await expect(backup).rejects.toMatchObject({ refusal: { code: 'backup-failed' } })
    expect(await readFile(join(open.path, '..', 'backups'), 'utf8')).toContain('a file stands')
  })
})

describe('automatic backups', () => {
  let open: Open
  let schedule: BackupSchedule
  const names = async () => (await readdir(backupFolder(open.path)).catch((): string[] => [])).toSorted()
  const start = async () => {
    schedule = await BackupSchedule.start({
      path: open.path,
      readOnly: false,
      clock: open.clock.now,
      log: silentLog,
    })
  }
  /** Lets the time pass that a scheduled backup waits, and the backup end. */
  const wait = async () => {
    vi.advanceTimersByTime(3_000)
    vi.useRealTimers()
    await schedule.stop()
  }
  beforeEach(async () => {
    open = await openSqliteDatabase()
    await start()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(async () => {
    vi.useRealTimers()
    await open.close()
  })

  it('are written at the first opening of a day', async () => {
    schedule.onOpened()
    await wait()
    expect(await names()).toEqual(['2026-11-22T09-00-00-000Z-opened.qosdiplom'])
  })

  it('are not written at the second opening of a day', async () => {
    await schedule.backUp('manual')
    open.clock.forward(3_600_000)
    await start()
    schedule.onOpened()
    await wait()
    expect(await names()).toEqual(['2026-11-22T09-00-00-000Z-manual.qosdiplom'])
  })

  it('are written at most every 15 minutes while people work', async () => {
    await schedule.backUp('manual')
    open.clock.forward(14 * 60_000)
    schedule.onActivity()
    open.clock.forward(60_000)
    schedule.onActivity()
    schedule.onActivity()
    await wait()
    expect(await names()).toEqual([
      '2026-11-22T09-00-00-000Z-manual.qosdiplom',
      '2026-11-22T09-15-00-000Z-activity.qosdiplom',
    ])
  })

  it('are not repeated within a minute before an import', async () => {
    await schedule.backUpUnlessFresh('import')
    open.clock.forward(59_000)
    await schedule.backUpUnlessFresh('import')
    open.clock.forward(1_000)
    await schedule.backUpUnlessFresh('import')
    expect(await names()).toHaveLength(2)
    expect(schedule.lastAt).toBe('2026-11-22T09:01:00.000Z')
  })
})

describe('thinning out backups', () => {
  const now = new Date('2026-11-22T12:00:00.000Z')
  const keptOf = (backups: StoredBackup[]) => {
    const deleted = new Set(backupsToDelete(backups, now))
    return backups.filter((backup) => !deleted.has(backup)).map(({ at }) => at)
  }

  it('keeps four of the last hour and the newest of each earlier hour', () => {
    expect(keptOf(every(10, 13, '2026-11-22T11:55:00.000Z'))).toEqual([
      '2026-11-22T11:55:00.000Z',
      '2026-11-22T11:45:00.000Z',
      '2026-11-22T11:35:00.000Z',
      '2026-11-22T11:25:00.000Z',
      '2026-11-22T10:55:00.000Z',
      '2026-11-22T09:55:00.000Z',
    ])
  })

  it('keeps days, weeks and months of a year of work, about 60 files in all', () => {
    const kept = keptOf(every(60, 365 * 24, '2026-11-22T11:00:00.000Z'))
    expect(kept.slice(0, 24)).toEqual(every(60, 24, '2026-11-22T11:00:00.000Z').map(({ at }) => at))
    expect(new Set(kept.map((at) => at.slice(0, 7))).size).toBe(12)
    expect(kept.length).toBeGreaterThan(45)
    expect(kept.length).toBeLessThan(65)
  })

  it('never deletes the newest one, however old or large it is', () => {
    const huge = aBackup('2020-01-01T00:00:00.000Z', { size: 5 * 1024 ** 3 })
    expect(backupsToDelete([huge], now)).toEqual([])
    const older = aBackup('2019-01-01T00:00:00.000Z')
    expect(backupsToDelete([huge, older], now)).toEqual([older])
  })

  it('keeps the last three copies made before migrations', () => {
    const copies = [1, 2, 3, 4].map((number) =>
      aBackup(`2026-11-22T11:0${5 - number}:00.000Z`, { reason: 'migration', name: `${number}` }),
    )
    const noise = every(1, 60, '2026-11-22T12:00:00.000Z').filter(({ at }) => at > '2026-11-22T11:10')
    const kept = keptOf([...noise, ...copies])
    expect(copies.filter(({ at }) => kept.includes(at)).map(({ name }) => name)).toEqual(['1', '2', '3'])
  })

  it.each([
    ['2026-11-22T09-00-00-000Z-manual.qosdiplom', { at: '2026-11-22T09:00:00.000Z', reason: 'manual' }],
    [
      '2026-11-22T09-00-00-000Z-migration-0002-add-imports.qosdiplom',
      { at: '2026-11-22T09:00:00.000Z', reason: 'migration' },
    ],
    ['2026-11-22T09-00-00-000Z-manual.qosdiplom-wal', null],
    ['.2026-11-22T09-00-00-000Z-manual.qosdiplom.part', null],
    ['register.qosdiplom', null],
  ])('reads the file name %s', (name, expected) => {
    expect(parseBackupName(name)).toEqual(expected)
  })

  it('leaves files alone that it did not write', async () => {
    const open = await openSqliteDatabase()
    await writeBackup(open.path, { at: now, reason: 'manual' })
    await writeFile(join(backupFolder(open.path), 'my own copy.qosdiplom'), 'mine')
    expect((await listBackups(open.path)).map(({ name }) => name)).toEqual([
      '2026-11-22T12-00-00-000Z-manual.qosdiplom',
    ])
    await open.close()
  })
})
