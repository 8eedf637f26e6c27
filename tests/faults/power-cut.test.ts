import { spawnSync } from 'node:child_process'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/kernel/app-error.ts'
import { partnerStore } from '../../electron/data/partners/partner.repository.ts'
import { verifyAuditTrail } from '../../electron/data/workspace/audit-trail.ts'
import { createWorkspaceFile, openWorkspaceFile } from '../../electron/data/workspace/open-workspace.ts'
import { createRandom } from '../support/random.ts'
import { useTemporaryFolders } from '../support/temporary-folder.ts'
import { type DiskOperation, readTrace, traceOptions } from './disk-trace.ts'
import { UnreliableDisk } from './power-cut.ts'
import { WritingProcess } from './writing-process.ts'

/** Disk states looked at; `POWER_CUTS=100000` for a long run. */
const states = Number(process.env['POWER_CUTS'] ?? 120)
const options = { clock: () => new Date(), actor: 'checker' }
const newFolder = useTemporaryFolders()
const hasStrace = spawnSync('strace', ['-V']).status === 0

type Recorded = {
  readonly path: string
  readonly start: Map<string, Buffer>
  readonly operations: DiskOperation[]
}

/** Lets a process write and keeps everything that it did to the workspace and its log. */
async function record(changes: number): Promise<Recorded> {
  const path = join(await newFolder(), 'register.qosdiplom')
  await (await createWorkspaceFile(path, options)).close()
  const start = new Map([[path, await readFile(path)]])
  const trace = join(path, '..', 'trace')
  const writer = new WritingProcess(path, 'tester', changes, {
    under: ['strace', '-o', trace, ...traceOptions],
    noteLength: 3000,
  })
  expect(await writer.ended).toBe(0)
  const files = new Set([path, `${path}-wal`])
  const operations = readTrace(await readFile(trace, 'utf8')).filter(
    (operation) => operation.kind === 'report' || files.has(operation.path),
  )
  return { path, start, operations }
}

/** What the program finds after a power cut: the last acknowledged change and everything before it, or what is missing. */
async function lookAt(
  files: ReadonlyMap<string, Buffer>,
  acknowledged: number,
): Promise<'whole' | 'lost' | 'damaged'> {
  // In memory where there is such a place: what is looked at here need not survive anything.
  const memory = '/dev/shm'
  const base = await access(memory).then(
    () => memory,
    () => tmpdir(),
  )
  const folder = await mkdtemp(join(base, 'qosdiplom-'))
  for (const [path, content] of files) await writeFile(join(folder, basename(path)), content)
  try {
    const database = await openWorkspaceFile(join(folder, 'register.qosdiplom'), options)
    const { rows, brokenAt } = await verifyAuditTrail(database.reader)
    const partners = await partnerStore.listAll(database.reader)
    await database.close()
    if (brokenAt !== null || partners.length !== rows) return 'damaged'
    return rows >= acknowledged ? 'whole' : 'lost'
  } catch (error) {
    if (error instanceof AppError) return 'damaged'
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Cuts the power at evenly spread moments of the record and counts what is found afterwards. */
async function cutPowerAgainAndAgain({ start, operations }: Recorded, cuts: number, honoursSync: boolean) {
  const random = createRandom(31)
  const disk = new UnreliableDisk(start, honoursSync)
  const found = { whole: 0, lost: 0, damaged: 0 }
  let acknowledged = 0
  let done = 0
  for (const [index, operation] of operations.entries()) {
    disk.apply(operation)
    if (operation.kind === 'report')
      acknowledged = Number(/^ack (\d+)/.exec(operation.text)?.[1] ?? acknowledged)
    while (done < ((index + 1) / operations.length) * cuts) {
      found[await lookAt(disk.cutPower(random), acknowledged)] += 1
      done += 1
    }
  }
  return { found, acknowledged }
}

describe.skipIf(!hasStrace)('a power cut', () => {
  it(`at ${states} moments loses nothing that was acknowledged`, async () => {
    const recorded = await record(120)
    const checkpoints = recorded.operations.filter(({ kind }) => kind === 'sync').length
    expect(checkpoints).toBeGreaterThan(120)
    const { found, acknowledged } = await cutPowerAgainAndAgain(recorded, states, true)
    expect(acknowledged).toBe(120)
    expect(found).toEqual({ whole: states, lost: 0, damaged: 0 })
  }, 3_600_000)

  it('on a disk that ignores syncing does lose changes, so this test would notice', async () => {
    const { found } = await cutPowerAgainAndAgain(await record(60), 25, false)
    expect(found.lost + found.damaged).toBeGreaterThan(5)
  }, 600_000)
})
