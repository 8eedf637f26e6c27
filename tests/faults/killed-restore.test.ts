import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { partnerStore } from '../../electron/data/partners/partner.repository.ts'
import { writeBackup } from '../../electron/data/workspace/backup.ts'
import { checkIntegrity } from '../../electron/data/workspace/integrity.ts'
import { createWorkspaceFile, openWorkspaceFile } from '../../electron/data/workspace/open-workspace.ts'
import { aPartner } from '../support/builders.ts'
import { createRandom } from '../support/random.ts'
import { useTemporaryFolders } from '../support/temporary-folder.ts'

/** Rounds of kill -9; `FAULT_ROUNDS=200` for a long run. */
const rounds = Math.ceil(Number(process.env['FAULT_ROUNDS'] ?? 12))
const options = { clock: () => new Date(), actor: 'checker' }
const newFolder = useTemporaryFolders()
const script = fileURLToPath(new URL('restorer.ts', import.meta.url))

/** Partners of the two states between which the process goes to and fro. */
const sizes = { small: 3, large: 400 } as const

async function addPartners(path: string, count: number): Promise<void> {
  const database = await openWorkspaceFile(path, options)
  await database.write(async (tx) => {
    for (let number = 0; number < count; number += 1)
      await partnerStore.insert(tx, aPartner({ notes: 'ескертпе '.repeat(50) }))
  })
  await database.close()
}

describe('a process that is killed while it restores', () => {
  it(`leaves the old state or the new one, each whole, in ${rounds} rounds`, async () => {
    const path = join(await newFolder(), 'register.qosdiplom')
    await (await createWorkspaceFile(path, options)).close()
    await addPartners(path, sizes.small)
    const small = await writeBackup(path, { at: new Date('2026-01-01T00:00:00.000Z'), reason: 'manual' })
    await addPartners(path, sizes.large - sizes.small)
    const large = await writeBackup(path, { at: new Date('2026-02-01T00:00:00.000Z'), reason: 'manual' })
    const random = createRandom(20_261_122)
    const seen = new Set<number>()

    for (let round = 0; round < rounds; round += 1) {
      const child = spawn(process.execPath, [script, path, small.name, large.name], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      await wait(random.below(400))
      child.kill('SIGKILL')
      await once(child, 'close')

      const database = await openWorkspaceFile(path, options)
      const count = (await partnerStore.listAll(database.reader)).length
      expect([sizes.small, sizes.large]).toContain(count)
      expect(await checkIntegrity(database, [])).toMatchObject({ ok: true })
      seen.add(count)
      await database.close()
      expect(await readdir(dirname(path))).toContain('register.qosdiplom')
    }
    expect(seen.size).toBe(2)
  }, 600_000)
})
