import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useTemporaryFolders } from '../../tests/support/temporary-folder.ts'
import { FileGrants, writeWholeFile } from './files.ts'

const newFolder = useTemporaryFolders()

const refused = (code: string, name: string) => ({ refusal: { code, params: { name } } })

describe('grants of files', () => {
  it('are the same token for the same path and lead back to it', () => {
    const files = new FileGrants()
    const grant = files.grant('/home/a/Тізілім.xlsx')
    expect(grant.name).toBe('Тізілім.xlsx')
    expect(files.grant('/home/a/Тізілім.xlsx')).toEqual(grant)
    expect(files.resolve(grant)).toBe('/home/a/Тізілім.xlsx')
  })

  it('are taken over from the shell', () => {
    const files = new FileGrants()
    const grant = '7d444840-9dc0-41a1-b5f7-1d2b5b8f0c11'
    files.accept(grant, '/home/a/b.pdf')
    expect(files.resolve({ grant, name: 'whatever' })).toBe('/home/a/b.pdf')
    expect(files.grant('/home/a/b.pdf').grant).toBe(grant)
  })

  it('refuse a token that nobody gave', () => {
    const invented = { grant: '7d444840-9dc0-41a1-b5f7-1d2b5b8f0c11', name: 'passwd' }
    expect(() => new FileGrants().resolve(invented)).toThrow('file-not-granted')
  })

  it('say in words that a file cannot be read or written', async () => {
    const files = new FileGrants()
    const folder = await newFolder()
    const gone = files.grant(join(folder, 'gone.txt'))
    const unwritable = files.grant(join(folder, 'missing', 'out.txt'))
    await expect(files.read(gone)).rejects.toMatchObject(refused('file-unreadable', 'gone.txt'))
    await expect(files.size(gone)).rejects.toMatchObject(refused('file-unreadable', 'gone.txt'))
    await expect(files.size(files.grant(folder))).rejects.toMatchObject({
      refusal: { code: 'file-unreadable' },
    })
    await expect(files.write(unwritable, 'a')).rejects.toMatchObject(refused('file-unwritable', 'out.txt'))
  })
})

describe('writing a whole file', () => {
  it('replaces what was there and leaves nothing beside it', async () => {
    const folder = await newFolder()
    const path = join(folder, 'report.json')
    await writeFile(path, 'old and longer than the new one')
    await writeWholeFile(path, 'жаңа')
    expect(await readFile(path, 'utf8')).toBe('жаңа')
    expect(await readdir(folder)).toEqual(['report.json'])
  })

  it('leaves what was there, and nothing beside it, when it fails', async () => {
    const folder = await newFolder()
    const path = join(folder, 'taken')
    await mkdir(path)
    await writeFile(join(path, 'inside'), 'kept')
    await expect(writeWholeFile(path, 'new')).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM|EEXIST/)
    expect(await readdir(folder)).toEqual(['taken'])
    expect(await readFile(join(path, 'inside'), 'utf8')).toBe('kept')
  })
})
