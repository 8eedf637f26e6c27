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
    const writers = ['window', 'command-line'].map((actor) => new WritingProcess(path, actor, count))
    const codes = await Promise.all(writers.map((writer) => writer.ended))
    expect({ codes, errors: writers.map((writer) => writer.errors) }).toEqual({
      codes: [0, 0],
      errors: ['', ''],
    })

    const database = await openWorkspaceFile(path, options)
    expect(await partnerStore.listAll(database.reader)).toHaveLength(2 * count)
    expect(await checkIntegrity(database, [])).toEqual({ ok: true, findings: [], auditRows: 2 * count })
    const turns = await database.reader.selectFrom('audit').select('actor').orderBy('sequence').execute()
    const changes = turns.filter(({ actor }, index) => index > 0 && actor !== turns[index - 1]?.actor)
    // They really took turns: the chain was passed from one to the other many times.
    expect(changes.length).toBeGreaterThan(5)
    await database.close()
  }, 120_000)
})
