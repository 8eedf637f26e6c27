import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { aPartner } from '../../../tests/support/builders.ts'
import { useTemporaryFolders } from '../../../tests/support/temporary-folder.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { personStore } from '../people/person.repository.ts'
import { backupFolder } from './backup.ts'
import { migrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { createWorkspaceFile, openWorkspaceFile } from './open-workspace.ts'
import { openConnection, readPragma } from './sqlite-connection.ts'

const aPerson = { name: 'Айгүл', position: '', email: '', role: 'manager' } as const
const options = { clock: () => new Date('2026-11-22T09:00:00.000Z'), actor: 'tester' }
const newFolder = useTemporaryFolders()

async function newWorkspace(): Promise<string> {
  const path = join(await newFolder(), 'register.qosdiplom')
  const database = await createWorkspaceFile(path, options)
  await database.write((tx) => partnerStore.insert(tx, aPartner({ city: 'Астана' })))
  await database.close()
  return path
}

/** The program's migrations and one more. */
const withNext = (name: string, up: Migration['up']) => ({
  ...options,
  migrations: { ...migrations, [name]: { up } },
})

/** The tables and triggers of a file, as SQLite keeps their texts. */
function schemaOf(path: string): string {
  const connection = openConnection(path, 'write')
  const rows = connection
    .prepare('select sql from sqlite_schema where sql is not null order by type desc, name')
    .all()
  connection.close()
  return `${rows.map(({ sql: text }) => String(text)).join(';\n\n')};\n`
}

describe('migrations', () => {
  it('are numbered one after the other and named after what they do', () => {
    for (const [index, name] of Object.keys(migrations).entries()) {
      expect(name).toMatch(/^\d{4}-[a-z]+(-[a-z]+)+$/)
      expect(Number(name.slice(0, 4))).toBe(index + 1)
    }
  })

  it('stand in one file each, and each file is in the list', async () => {
    const files = await readdir(new URL('migrations', import.meta.url))
    const named = files
      .filter((file) => /^\d{4}-.*(?<!\.test)\.ts$/.test(file))
      .map((file) => file.replace('.ts', ''))
    expect(named.toSorted()).toEqual(Object.keys(migrations))
  })

  it('make the committed schema', async () => {
    const path = await newWorkspace()
    await expect(schemaOf(path)).toMatchFileSnapshot('schema-snapshot.sql')
  })
})

describe('migrating a workspace', () => {
  it('keeps the records and writes a checked copy of the old file before', async () => {
    const path = await newWorkspace()
    const next = withNext('9999-add-remark', async (db) => {
      await sql`alter table partner add column remark text not null default ''`.execute(db)
    })
    const database = await openWorkspaceFile(path, next)
    expect((await partnerStore.listAll(database.reader)).map(({ city }) => city)).toEqual(['Астана'])
    await database.close()

    expect(schemaOf(path)).toContain('remark')
    const copies = await readdir(backupFolder(path))
    expect(copies).toEqual(['2026-11-22T09-00-00-000Z-migration-9999-add-remark.qosdiplom'])
    const copy = await openWorkspaceFile(join(backupFolder(path), copies[0] ?? ''), options)
    expect(await partnerStore.listAll(copy.reader)).toHaveLength(1)
    await copy.close()
  })

  it.each(
    Object.keys(migrations)
      .map((_, index) => index)
      .slice(1),
  )(
    'takes a file of the schema after migration %i with its records and what depends on them',
    async (applied) => {
      const path = join(await newFolder(), 'old.qosdiplom')
      const earlier = Object.fromEntries(Object.entries(migrations).slice(0, applied))
      const old = await createWorkspaceFile(path, { ...options, migrations: earlier })
      const contacts = [{ name: 'А', position: '', email: '', phone: '', isSignatory: true }]
      await old.write((tx) => partnerStore.insert(tx, aPartner({ city: 'Алматы', contacts })))
      await old.close()
      const database = await openWorkspaceFile(path, options)
      const [partner] = await partnerStore.listAll(database.reader)
      expect(partner).toMatchObject({ city: 'Алматы', contacts })
      expect(database.checkFile()).toEqual([])
      await database.write((tx) => personStore.insert(tx, aPerson))
      await database.close()
    },
  )

  it('makes no copy when there is nothing to migrate', async () => {
    const path = await newWorkspace()
    await (await openWorkspaceFile(path, options)).close()
    expect(await readdir(join(path, '..'))).toEqual(['register.qosdiplom'])
  })

  it('leaves the file as it was when a migration fails half-way', async () => {
    const path = await newWorkspace()
    const before = schemaOf(path)
    const failing = withNext('9999-break-everything', async (db) => {
      await sql`create table half (a integer) strict`.execute(db)
      await sql`drop table partner_contact`.execute(db)
      throw new Error('the disk went away')
    })
    await expect(openWorkspaceFile(path, failing)).rejects.toMatchObject({
      refusal: { code: 'workspace-migration-failed', params: { name: 'register.qosdiplom' } },
    })
    expect(schemaOf(path)).toBe(before)
    const database = await openWorkspaceFile(path, options)
    expect(await partnerStore.listAll(database.reader)).toHaveLength(1)
    await database.close()
  })

  it('rolls back a migration that leaves a reference to nothing', async () => {
    const path = await newWorkspace()
    const dangling = withNext('9999-lose-records', async (db) => {
      await sql`delete from record where entity = 'partner'`.execute(db)
    })
    await expect(openWorkspaceFile(path, dangling)).rejects.toMatchObject({
      refusal: { code: 'workspace-migration-failed' },
    })
    const database = await openWorkspaceFile(path, options)
    expect(await partnerStore.listAll(database.reader)).toHaveLength(1)
    await database.close()
  })

  it('keeps the rows that depend on a table when a migration rebuilds it', async () => {
    const path = await newWorkspace()
    const rebuilding = withNext('9999-rebuild-record', async (db) => {
      await sql`create table record_new as select * from record`.execute(db)
      await sql`drop table record`.execute(db)
      await sql`alter table record_new rename to record`.execute(db)
      await sql`create unique index record_id_idx on record (id)`.execute(db)
    })
    const database = await openWorkspaceFile(path, rebuilding)
    expect(await partnerStore.listAll(database.reader)).toHaveLength(1)
    await database.close()
  })

  it('counts the applied migrations in the file and remembers when', async () => {
    const path = await newWorkspace()
    const connection = openConnection(path, 'write')
    expect(readPragma(connection, 'user_version')).toBe(Object.keys(migrations).length)
    expect(connection.prepare('select name, applied_at from migration order by name').all()).toEqual(
      Object.keys(migrations).map((name) => ({ name, applied_at: '2026-11-22T09:00:00.000Z' })),
    )
    connection.close()
  })

  it('imports nothing of ours that goes on changing', async () => {
    for (const name of Object.keys(migrations)) {
      const text = await readFile(new URL(`migrations/${name}.ts`, import.meta.url), 'utf8')
      const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from)
      const allowed = imported.filter(
        (from) => from === 'kysely' || from === '../dialect.ts' || /^\.\/[a-z-]+\.ts$/.test(from ?? ''),
      )
      expect(allowed).toEqual(imported)
    }
  })
})
