import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { afterAll, afterEach, beforeEach, describe } from 'vitest'
import type { Clock } from './clock.ts'
import { createClock } from './clock.ts'
import { Database } from '../../electron/data/workspace/database.ts'
import type { Dialect } from '../../electron/data/workspace/dialect.ts'
import type { Engine } from '../../electron/data/workspace/engine.ts'
import { migratePostgres } from '../../electron/data/workspace/migrate.ts'
import { createWorkspaceFile } from '../../electron/data/workspace/open-workspace.ts'
import type { Schema } from '../../electron/data/workspace/schema.ts'

export type TestDatabase = { readonly database: Database; readonly clock: Clock; close(): Promise<void> }

/** A workspace file in a folder of its own. */
export async function openSqliteDatabase(): Promise<TestDatabase & { readonly path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'qosdiplom-'))
  const clock = createClock()
  const path = join(folder, 'register.qosdiplom')
  const database = await createWorkspaceFile(path, { clock: clock.now, actor: 'tester' })
  return {
    database,
    clock,
    path,
    async close() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A PostgreSQL inside this process; starting one takes seconds, so a test file has one. */
let postgres: Promise<PGlite> | undefined

/** An empty schema in PostgreSQL with our tables. */
async function openPostgresDatabase(): Promise<TestDatabase> {
  postgres ??= PGlite.create()
  const client = await postgres
  await client.exec('drop schema public cascade; create schema public')
  const kysely = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: client }) })
  const clock = createClock()
  await migratePostgres(kysely, clock.now().toISOString())
  const engine: Engine = {
    dialect: 'postgres',
    writer: kysely,
    reader: kysely,
    foreignVersion: () => 0,
    checkFile: () => [],
    replaceContents: () => Promise.reject(new Error('a restore is a matter of workspace files')),
    close: () => Promise.resolve(),
  }
  const database = await Database.open(() => Promise.resolve(engine), { clock: clock.now, actor: 'tester' })
  return { database, clock, close: () => database.close() }
}

/** Runs the same suite on both databases; `open` gives it a fresh one for each test. */
export function onBothDialects(
  title: string,
  suite: (current: () => TestDatabase, dialect: Dialect) => void,
): void {
  const ways = { sqlite: openSqliteDatabase, postgres: openPostgresDatabase }
  describe.each(['sqlite', 'postgres'] as const)(`${title} on %s`, (dialect) => {
    let open: TestDatabase | undefined
    beforeEach(async () => {
      open = await ways[dialect]()
    })
    afterEach(() => open?.close())
    afterAll(async () => {
      if (dialect === 'postgres') await (await postgres)?.close()
    })
    suite(() => {
      if (open === undefined) throw new Error('the test database is opened before each test')
      return open
    }, dialect)
  })
}
