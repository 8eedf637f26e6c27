import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { partnerStore } from '../../electron/data/partners/partner.repository.ts'
import { checkIntegrity } from '../../electron/data/workspace/integrity.ts'
import { createWorkspaceFile, openWorkspaceFile } from '../../electron/data/workspace/open-workspace.ts'
import { useTemporaryFolders } from '../support/temporary-folder.ts'
import { WritingProcess } from './writing-process.ts'

const options = { clock: () => new Date(), actor: 'checker' }
const newFolder = useTemporaryFolders()

const hasStrace = spawnSync('strace', ['-V']).status === 0
const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount()

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'qosdiplom-'))
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0
  if (isMounted) spawnSync('umount', [folder])
  rmdirSync(folder)
  return isMounted
}

/** What the file holds after the process has ended, set beside what it reported. */
async function compareWithFile(path: string, writer: WritingProcess) {
  const database = await openWorkspaceFile(path, options)
  const cities = new Set((await partnerStore.listAll(database.reader)).map(({ city }) => city))
  const integrity = await checkIntegrity(database, [])
  await database.close()
  return {
    lost: writer.acknowledged.filter(({ city }) => !cities.has(city)),
    savedAlthoughRefused: writer.refused.filter(
      ({ code, city }) => code !== 'commit-uncertain' && cities.has(city),
    ),
    integrity,
  }
}

describe.skipIf(!hasStrace)('a disk that reports an error while syncing', () => {
  it.each([3, 4, 5, 8, 13])(
    'at the sync number %d: every answer is true',
    async (number) => {
      const path = join(await newFolder(), 'register.qosdiplom')
      await (await createWorkspaceFile(path, options)).close()
      const inject = `inject=fsync,fdatasync:error=EIO:when=${number}`
      const trace = join(path, '..', 'trace')
      const under = ['strace', '-f', '-qq', '-o', trace, '-e', 'trace=fsync,fdatasync', '-e', inject]
      const writer = new WritingProcess(path, 'tester', 20, { under })
      expect(await writer.ended).toBe(0)
      expect(await readFile(trace, 'utf8')).toContain('(INJECTED)')
      expect(writer.acknowledged.length + writer.refused.length).toBe(20)
      // One sync failed: no more than one change was refused, and writing went on.
      expect(writer.refused.length).toBeLessThan(2)
      const { lost, savedAlthoughRefused, integrity } = await compareWithFile(path, writer)
      expect({ lost, savedAlthoughRefused }).toEqual({ lost: [], savedAlthoughRefused: [] })
      expect(integrity).toMatchObject({ ok: true, auditRows: writer.acknowledged.length })
    },
    120_000,
  )
})

describe.skipIf(!mayMount)('a disk that is full', () => {
  let mounted: string | undefined
  afterEach(() => {
    if (mounted !== undefined) spawnSync('umount', [mounted])
    mounted = undefined
  })

  it('refuses in words, loses nothing, and goes on when there is room again', async () => {
    mounted = await newFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', mounted])
    const path = join(mounted, 'register.qosdiplom')
    await (await createWorkspaceFile(path, options)).close()
    const writer = new WritingProcess(path, 'full', 400, { noteLength: 4000 })
    expect({ code: await writer.ended, errors: writer.errors }).toEqual({ code: 0, errors: '' })
    expect(writer.acknowledged.length).toBeGreaterThan(10)
    expect(new Set(writer.refused.map(({ code }) => code))).toEqual(new Set(['workspace-disk-full']))

    execFileSync('mount', ['-o', 'remount,size=32m', mounted])
    const { lost, savedAlthoughRefused, integrity } = await compareWithFile(path, writer)
    expect({ lost, savedAlthoughRefused }).toEqual({ lost: [], savedAlthoughRefused: [] })
    expect(integrity.ok).toBe(true)
    const after = new WritingProcess(path, 'again', 5)
    expect(await after.ended).toBe(0)
    expect(after.acknowledged).toHaveLength(5)
    expect(readdirSync(mounted)).toEqual(['register.qosdiplom'])
  }, 120_000)
})
