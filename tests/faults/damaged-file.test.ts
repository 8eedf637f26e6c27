import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/kernel/app-error.ts'
import { partnerStore } from '../../electron/data/partners/partner.repository.ts'
import { checkIntegrity } from '../../electron/data/workspace/integrity.ts'
import { createWorkspaceFile, openWorkspaceFile } from '../../electron/data/workspace/open-workspace.ts'
import { aPartner } from '../support/builders.ts'
import { createRandom, type Random } from '../support/random.ts'
import { useTemporaryFolders } from '../support/temporary-folder.ts'

/** Damaged copies; `FAULT_ROUNDS=5000` for a long run. */
const rounds = Number(process.env['FAULT_ROUNDS'] ?? 200)
const options = { clock: () => new Date('2026-11-22T09:00:00.000Z'), actor: 'checker' }
const newFolder = useTemporaryFolders()

async function newWorkspace(): Promise<string> {
  const path = join(await newFolder(), 'register.qosdiplom')
  const database = await createWorkspaceFile(path, options)
  for (let batch = 0; batch < 3; batch += 1) {
    await database.write(async (tx) => {
      for (let number = 0; number < 40; number += 1) {
        await partnerStore.insert(tx, aPartner({ city: `${batch}-${number}`, notes: 'ескертпе '.repeat(20) }))
      }
    })
  }
  await database.close()
  return path
}

/** Damages a copy in one of the ways in which disks, copies and people do. */
function damage(bytes: Buffer, random: Random): Buffer {
  const page = random.below(Math.floor(bytes.length / 4096)) * 4096
  const ways: readonly [() => Buffer, ...(() => Buffer)[]] = [
    () => {
      const at = random.below(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      return bytes
    },
    () => bytes.fill(0, page, page + 4096),
    () => bytes.fill(random.below(256), page, page + 512),
    () => bytes.subarray(0, random.below(bytes.length)),
    () => bytes.copyWithin(page, random.below(Math.floor(bytes.length / 4096)) * 4096, bytes.length) && bytes,
    () => Buffer.concat([bytes, Buffer.alloc(random.below(9000), 0x5a)]),
  ]
  return random.oneOf(ways)()
}

describe('a damaged workspace file', () => {
  it(`is refused in words, or is found by the check, or was not harmed: ${rounds} ways`, async () => {
    const path = await newWorkspace()
    const original = await openWorkspaceFile(path, options)
    const sound = await partnerStore.listAll(original.reader)
    await original.close()
    const random = createRandom(5)
    const folder = await newFolder()
    const outcomes = { refused: 0, found: 0, harmless: 0 }

    for (let round = 0; round < rounds; round += 1) {
      const copy = join(folder, `${round}.qosdiplom`)
      await copyFile(path, copy)
      await writeFile(copy, damage(await readFile(copy), random))
      const outcome = await look(copy, sound)
      expect(outcome, `round ${round}`).not.toBe('lost')
      if (outcome !== 'lost') outcomes[outcome] += 1
    }
    expect(outcomes.refused).toBeGreaterThan(rounds / 10)
    expect(outcomes.refused + outcomes.found + outcomes.harmless).toBe(rounds)
  }, 3_600_000)
})

/** What the program makes of a damaged file; `lost`: it shows other records and says that all is well. */
async function look(path: string, sound: unknown[]): Promise<'refused' | 'found' | 'harmless' | 'lost'> {
  try {
    const database = await openWorkspaceFile(path, options)
    try {
      const { ok } = await checkIntegrity(database, [])
      if (!ok) return 'found'
      const partners = await partnerStore.listAll(database.reader)
      return JSON.stringify(partners) === JSON.stringify(sound) ? 'harmless' : 'lost'
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof AppError) return 'refused'
    throw error
  }
}
