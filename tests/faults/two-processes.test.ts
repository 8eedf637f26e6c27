import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partnerStore } from '../../electron/data/partners/partner.repository.ts'
import { checkIntegrity } from '../../electron/data/workspace/integrity.ts'
import { createWorkspaceFile, openWorkspaceFile } from '../../electron/data/workspace/open-workspace.ts'
import { useTemporaryFolders } from '../support/temporary-folder.ts'
import { WritingProcess } from './writing-process.ts'

const options = { clock: () => new Date(), actor: 'checker' }
const newFolder = useTemporaryFolders()

describe('two processes that write to one workspace at once', () => {
  it('wait for each other, lose nothing and keep one chain', async () => {
    const path = join(await newFolder(), 'register.qosdiplom')
    await (await createWorkspaceFile(path, options)).close()
    const count = 300
    let rounds = 0
    let turns = 0
    // Who gets the lock is the system's choice: rounds go on until the chain was handed over in the middle of the work.
    while (turns < 2 && rounds < 6) {
      rounds += 1
      const writers = ['window', 'command-line'].map((actor) => new WritingProcess(path, actor, count))
      const codes = await Promise.all(writers.map((writer) => writer.ended))
      expect({ codes, errors: writers.map((writer) => writer.errors) }).toEqual({
        codes: [0, 0],
        errors: ['', ''],
      })
      turns = await turnsSince(path, (rounds - 1) * 2 * count)
    }
    expect(turns).toBeGreaterThanOrEqual(2)

    const database = await openWorkspaceFile(path, options)
    const written = rounds * 2 * count
    expect(await partnerStore.listAll(database.reader)).toHaveLength(written)
    expect(await checkIntegrity(database, [])).toEqual({ ok: true, findings: [], auditRows: written })
    await database.close()
  }, 120_000)
})

/** How often the audit trail passes from one process to the other, after so many rows. */
async function turnsSince(path: string, rows: number): Promise<number> {
  const database = await openWorkspaceFile(path, options)
  const trail = await database.reader.selectFrom('audit').select('actor').orderBy('sequence').execute()
  await database.close()
  const actors = trail.slice(rows).map(({ actor }) => actor)
  return actors.filter((actor, index) => index > 0 && actor !== actors[index - 1]).length
}
