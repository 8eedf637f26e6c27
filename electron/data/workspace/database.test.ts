import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPartner } from '../../../tests/support/builders.ts'
import { openSqliteDatabase } from '../../../tests/support/databases.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { Database } from './database.ts'
import { openSqliteEngine, type SqliteEngine } from './engine.ts'

type Open = Awaited<ReturnType<typeof openSqliteDatabase>>

/** An error as SQLite gives it. */
const sqliteError = (errcode: number) =>
  Object.assign(new Error('from the disk'), { code: 'ERR_SQLITE_ERROR', errcode })

/** An engine whose next commit fails with the error, before or after SQLite has done it. */
function failNextCommit(engine: SqliteEngine, error: Error, moment: 'before' | 'after'): void {
  const { connection } = engine
  const exec = connection.exec.bind(connection)
  let hasFailed = false
  const value = (sql: string) => {
    if (sql !== 'commit' || hasFailed) return exec(sql)
    hasFailed = true
    if (moment === 'after') exec(sql)
    throw error
  }
  Object.defineProperty(connection, 'exec', { value, configurable: true })
}

describe('the database', () => {
  let open: Open
  beforeEach(async () => {
    open = await openSqliteDatabase()
  })
  afterEach(() => open.close())

  it('answers readers with the committed state while a write runs', async () => {
    await open.database.write(async (tx) => {
      await partnerStore.insert(tx, aPartner())
      expect(await partnerStore.listAll(open.database.reader)).toEqual([])
      expect(await partnerStore.listAll(tx.trx)).toHaveLength(1)
    })
    expect(await partnerStore.listAll(open.database.reader)).toHaveLength(1)
  })

  it('runs writes that were asked for together one after the other', async () => {
    const cities = ['1', '2', '3', '4', '5']
    await Promise.all(
      cities.map((city) => open.database.write((tx) => partnerStore.insert(tx, aPartner({ city })))),
    )
    const sequences = await open.database.reader
      .selectFrom('audit')
      .select('sequence')
      .orderBy('sequence')
      .execute()
    expect(sequences.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5])
  })

  it('throws for a write inside a write instead of waiting for itself', async () => {
    const nested = open.database.write(() => open.database.write((tx) => partnerStore.insert(tx, aPartner())))
    await expect(nested).rejects.toThrow('a write inside a write')
  })

  it('tells listeners after a commit, and not after a rollback', async () => {
    let told = 0
    const stop = open.database.onCommit(() => {
      told += 1
    })
    await open.database.write((tx) => partnerStore.insert(tx, aPartner()))
    await expect(open.database.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    stop()
    await open.database.write((tx) => partnerStore.insert(tx, aPartner()))
    expect(told).toBe(1)
  })

  it('gives up in words when another process holds the file', async () => {
    const other = openSqliteEngine(open.path, { readOnly: false })
    other.connection.exec('begin immediate')
    const engine = openSqliteEngine(open.path, { readOnly: false })
    engine.connection.exec('pragma busy_timeout = 20')
    const database = await Database.open(() => Promise.resolve(engine), {
      clock: open.clock.now,
      actor: 'second',
    })
    const write = database.write((tx) => partnerStore.insert(tx, aPartner()))
    await expect(write).rejects.toMatchObject({ refusal: { code: 'workspace-busy' } })
    other.connection.exec('rollback')
    await database.write((tx) => partnerStore.insert(tx, aPartner()))
    await database.close()
    await other.close()
  })

  it('sees that another process has written, and not its own writes', async () => {
    const version = open.database.foreignVersion()
    await open.database.write((tx) => partnerStore.insert(tx, aPartner()))
    expect(open.database.foreignVersion()).toBe(version)
    const second = await Database.open(
      () => Promise.resolve(openSqliteEngine(open.path, { readOnly: false })),
      {
        clock: open.clock.now,
        actor: 'second',
      },
    )
    await second.write((tx) => partnerStore.insert(tx, aPartner()))
    expect(open.database.foreignVersion()).not.toBe(version)
    await second.close()
  })
})

describe('a disk that fails', () => {
  let open: Open
  let engines: SqliteEngine[]
  let database: Database
  const openEngine = () => {
    const engine = openSqliteEngine(open.path, { readOnly: false })
    engines.push(engine)
    return Promise.resolve(engine)
  }
  const newestEngine = (): SqliteEngine => {
    const engine = engines.at(-1)
    if (engine === undefined) throw new Error('no engine is open')
    return engine
  }
  const insert = (city: string) => database.write((tx) => partnerStore.insert(tx, aPartner({ city })))

  beforeEach(async () => {
    open = await openSqliteDatabase()
    engines = []
    database = await Database.open(openEngine, { clock: open.clock.now, actor: 'tester' })
    await insert('before')
  })
  afterEach(async () => {
    await database.close()
    await open.close()
  })

  it('acknowledges a change that was saved although the commit reported an error', async () => {
    failNextCommit(newestEngine(), sqliteError(1034), 'after')
    await expect(insert('during')).resolves.toMatchObject({ city: 'during' })
    expect((await partnerStore.listAll(database.reader)).map(({ city }) => city)).toEqual([
      'before',
      'during',
    ])
    await insert('after')
    expect(engines).toHaveLength(2)
  })

  it('says that a change was not saved when the commit failed before it', async () => {
    failNextCommit(newestEngine(), sqliteError(1034), 'before')
    await expect(insert('during')).rejects.toMatchObject({ refusal: { code: 'workspace-disk-error' } })
    expect((await partnerStore.listAll(database.reader)).map(({ city }) => city)).toEqual(['before'])
    await insert('after')
    expect(await partnerStore.listAll(database.reader)).toHaveLength(2)
  })

  it('stops writing and says that the outcome is uncertain when the file cannot be opened again', async () => {
    let mayOpen = true
    const once = await Database.open(
      () => (mayOpen ? openEngine() : Promise.reject(new Error('the disk is gone'))),
      { clock: open.clock.now, actor: 'tester' },
    )
    mayOpen = false
    failNextCommit(newestEngine(), sqliteError(1034), 'before')
    const change = once.write((tx) => partnerStore.insert(tx, aPartner()))
    await expect(change).rejects.toMatchObject({ refusal: { code: 'commit-uncertain' } })
    const next = once.write((tx) => partnerStore.insert(tx, aPartner()))
    await expect(next).rejects.toMatchObject({ refusal: { code: 'write-stopped' } })
  })

  it.each([
    [13, 'workspace-disk-full'],
    [8, 'workspace-read-only'],
    [11, 'workspace-damaged'],
  ])('gives SQLite error %d at the commit its own words and goes on', async (errcode, code) => {
    failNextCommit(newestEngine(), sqliteError(errcode), 'before')
    await expect(insert('during')).rejects.toMatchObject({ refusal: { code } })
    await insert('after')
    expect((await partnerStore.listAll(database.reader)).map(({ city }) => city)).toEqual(['before', 'after'])
  })

  it('passes a bug on as it is', async () => {
    await expect(database.write(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow(TypeError)
  })
})
