import { chmod, mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aPartner } from '../../../tests/support/builders.ts'
import { useTemporaryFolders } from '../../../tests/support/temporary-folder.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import type { Database } from './database.ts'
import { createWorkspaceFile, openWorkspaceFile } from './open-workspace.ts'
import { openConnection } from './sqlite-connection.ts'

const options = { clock: () => new Date('2026-11-22T09:00:00.000Z'), actor: 'tester' }
const newFolder = useTemporaryFolders()

async function newWorkspace(partners = 0): Promise<string> {
  const path = join(await newFolder(), 'register.qosdiplom')
  const database = await createWorkspaceFile(path, options)
  await insertPartners(database, partners)
  await database.close()
  return path
}

async function insertPartners(database: Database, count: number): Promise<void> {
  await database.write(async (tx) => {
    for (let number = 0; number < count; number += 1)
      await partnerStore.insert(tx, aPartner({ city: `${number}` }))
  })
}

const refusedAs = (code: string) => ({ refusal: { code } })

describe('creating a workspace', () => {
  it('leaves one complete file and no draft', async () => {
    const path = await newWorkspace()
    expect(await readdir(join(path, '..'))).toEqual(['register.qosdiplom'])
    const database = await openWorkspaceFile(path, options)
    expect(await partnerStore.listAll(database.reader)).toEqual([])
    await database.close()
  })

  it('never overwrites a file that is there', async () => {
    const path = join(await newFolder(), 'notes.txt')
    await writeFile(path, 'not to be lost')
    await expect(createWorkspaceFile(path, options)).rejects.toMatchObject(refusedAs('workspace-exists'))
    expect(await readFile(path, 'utf8')).toBe('not to be lost')
  })

  it('says when the folder is not there', async () => {
    const path = join(await newFolder(), 'missing', 'register.qosdiplom')
    await expect(createWorkspaceFile(path, options)).rejects.toMatchObject(
      refusedAs('workspace-not-creatable'),
    )
  })
})

describe('opening a workspace', () => {
  it('finds again what was saved', async () => {
    const path = await newWorkspace(3)
    const database = await openWorkspaceFile(path, options)
    expect(await partnerStore.listAll(database.reader)).toHaveLength(3)
    await database.close()
  })

  it('leaves no log beside the file after it was closed', async () => {
    const path = await newWorkspace(3)
    expect(await readdir(join(path, '..'))).toEqual(['register.qosdiplom'])
  })

  it('refuses a file that is not there', async () => {
    const path = join(await newFolder(), 'register.qosdiplom')
    await expect(openWorkspaceFile(path, options)).rejects.toMatchObject(refusedAs('workspace-missing'))
  })

  it('refuses a folder', async () => {
    const path = join(await newFolder(), 'register.qosdiplom')
    await mkdir(path)
    await expect(openWorkspaceFile(path, options)).rejects.toMatchObject(refusedAs('workspace-not-sqlite'))
  })

  it('refuses a file of zero bytes, which SQLite would take for an empty register', async () => {
    const path = await newWorkspace(3)
    await truncate(path, 0)
    await expect(openWorkspaceFile(path, options)).rejects.toMatchObject(refusedAs('workspace-empty-file'))
    expect((await stat(path)).size).toBe(0)
  })

  it('refuses a text file', async () => {
    const path = join(await newFolder(), 'register.qosdiplom')
    await writeFile(path, 'Серіктес университет;Ел\n'.repeat(400))
    await expect(openWorkspaceFile(path, options)).rejects.toMatchObject(refusedAs('workspace-not-sqlite'))
  })

  it('refuses the database of another program and leaves nothing beside it', async () => {
    const folder = await newFolder()
    const path = join(folder, 'other.db')
    const other = openConnection(path, 'write')
    other.exec('create table history (url text); pragma user_version = 1')
    other.close()
    await expect(openWorkspaceFile(path, options)).rejects.toMatchObject(refusedAs('workspace-foreign'))
    expect(await readdir(folder)).toEqual(['other.db'])
  })

  it('refuses the database of another program that has a log beside it', async () => {
    const path = join(await newFolder(), 'other.db')
    const other = openConnection(path, 'write')
    other.exec('create table history (url text)')
    await expect(openWorkspaceFile(path, options)).rejects.toMatchObject(refusedAs('workspace-foreign'))
    other.close()
  })

  it('refuses a file from a newer program and names both versions', async () => {
    const path = await newWorkspace()
    const newer = openConnection(path, 'write')
    newer.exec('pragma user_version = 9000')
    newer.close()
    await expect(openWorkspaceFile(path, options)).rejects.toMatchObject({
      refusal: { code: 'workspace-newer', params: { version: 9000, name: 'register.qosdiplom' } },
    })
  })

  it('refuses a file with a damaged page', async () => {
    const path = await newWorkspace(40)
    const bytes = await readFile(path)
    bytes.fill(0xab, 8192, 8192 + 4096)
    await writeFile(path, bytes)
    await expect(openWorkspaceFile(path, options)).rejects.toMatchObject(refusedAs('workspace-damaged'))
  })

  it('refuses a file whose end was cut off', async () => {
    const path = await newWorkspace(40)
    await truncate(path, (await stat(path)).size - 8192)
    await expect(openWorkspaceFile(path, options)).rejects.toMatchObject(refusedAs('workspace-damaged'))
  })

  it('opens a write-protected file for reading and leaves nothing beside it', async () => {
    const path = await newWorkspace(3)
    await chmod(path, 0o444)
    const database = await openWorkspaceFile(path, options)
    expect(database.isReadOnly).toBe(true)
    expect(await partnerStore.listAll(database.reader)).toHaveLength(3)
    const write = database.write((tx) => partnerStore.insert(tx, aPartner()))
    await expect(write).rejects.toMatchObject(refusedAs('workspace-read-only'))
    await database.close()
    expect(await readdir(join(path, '..'))).toEqual(['register.qosdiplom'])
  })

  it('reads what a write-protected file has in its log', async () => {
    const path = await newWorkspace(1)
    const writing = await openWorkspaceFile(path, options)
    await insertPartners(writing, 2)
    await chmod(path, 0o444)
    const reading = await openWorkspaceFile(path, options)
    expect(reading.isReadOnly).toBe(true)
    expect(await partnerStore.listAll(reading.reader)).toHaveLength(3)
    await reading.close()
    await writing.close()
  })

  it('opens a file whose name has signs that mean something in an address', async () => {
    const path = join(await newFolder(), 'Тізілім 100% #1 ?.qosdiplom')
    await (await createWorkspaceFile(path, options)).close()
    await chmod(path, 0o444)
    const database = await openWorkspaceFile(path, options)
    expect(database.isReadOnly).toBe(true)
    await database.close()
  })
})
