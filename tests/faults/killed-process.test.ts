import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { partnerStore } from '../../electron/data/partners/partner.repository.ts'
import { verifyAuditTrail } from '../../electron/data/workspace/audit-trail.ts'
import { backupFolder } from '../../electron/data/workspace/backup.ts'
import { checkIntegrity } from '../../electron/data/workspace/integrity.ts'
import { createWorkspaceFile, openWorkspaceFile } from '../../electron/data/workspace/open-workspace.ts'
import { createRandom } from '../support/random.ts'
import { useTemporaryFolders } from '../support/temporary-folder.ts'
import { WritingProcess } from './writing-process.ts'

/** Rounds of kill -9; `FAULT_ROUNDS=10000` for a long run. */
const rounds = Number(process.env['FAULT_ROUNDS'] ?? 12)
const options = { clock: () => new Date(), actor: 'checker' }
const newFolder = useTemporaryFolders()

async function newWorkspace(): Promise<string> {
  const path = join(await newFolder(), 'register.qosdiplom')
  await (await createWorkspaceFile(path, options)).close()
  return path
}

describe('a process that is killed while it writes', () => {
  it(`loses nothing that it acknowledged, in ${rounds} rounds on one file`, async () => {
    const path = await newWorkspace()
    const random = createRandom(20_261_122)
    const acknowledged: { sequence: number; city: string }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const writer = new WritingProcess(path, `round${round}`, 100_000)
      await writer.reported
      await wait(random.below(60))
      await writer.kill()
      acknowledged.push(...writer.acknowledged)

      const database = await openWorkspaceFile(path, options)
      const partners = await partnerStore.listAll(database.reader)
      const cities = new Set(partners.map(({ city }) => city))
      expect(acknowledged.filter(({ city }) => !cities.has(city))).toEqual([])
      expect(await verifyAuditTrail(database.reader)).toEqual({ rows: partners.length, brokenAt: null })
      await database.close()
    }
    expect(acknowledged.length).toBeGreaterThan(rounds)
    const database = await openWorkspaceFile(path, options)
    expect(await checkIntegrity(database, [])).toMatchObject({ ok: true })
    await database.close()
  }, 3_600_000)

  it('leaves only whole backups when it is killed while it makes one', async () => {
    const path = await newWorkspace()
    const random = createRandom(7)
    let whole = 0
    for (let round = 0; round < Math.ceil(rounds / 4); round += 1) {
      const writer = new WritingProcess(path, `round${round}`, 100_000, { mode: 'backup' })
      await writer.reported
      await wait(random.below(80))
      await writer.kill()
      const folder = backupFolder(path)
      const names = await readdir(folder).catch((): string[] => [])
      expect(names).toEqual(expect.arrayContaining(writer.backups))
      for (const name of names.filter((file) => file.endsWith('.qosdiplom') && !file.startsWith('.'))) {
        const copy = await openWorkspaceFile(join(folder, name), options)
        expect(await checkIntegrity(copy, [])).toMatchObject({ ok: true })
        await copy.close()
        whole += 1
      }
    }
    expect(whole).toBeGreaterThan(0)
  }, 600_000)
})
