import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { agreementColumns, allAgreements } from '../../shared/agreements/agreement.ts'
import { allProgrammes } from '../../shared/programmes/programme.ts'
import { createService } from '../../electron/data/service.ts'
import { createRandom } from '../support/random.ts'
import { compare, measure, type Times } from './measure.ts'
import { fillOffice, type OfficeSize } from './office.ts'
import { compareDrivers, rawUpdate } from './raw-sqlite.ts'

const size: OfficeSize = {
  partners: Number(process.env['BENCH_PARTNERS'] ?? 600),
  agreements: Number(process.env['BENCH_AGREEMENTS'] ?? 10_000),
  programmes: Number(process.env['BENCH_PROGRAMMES'] ?? 2_000),
  yearsOfCohorts: 3,
}
const on = '2026-11-22'

type Line = { what: string; median: number; p95: number; cpu: number | null; note: string }
const lines: Line[] = []
const add = (what: string, times: Times, note = '') =>
  lines.push({ what, median: times.median, p95: times.p95, cpu: times.cpu ?? null, note })

const folder = await mkdtemp(join(tmpdir(), 'qosdiplom-bench-'))
const path = join(folder, 'office.qosdiplom')
const clock = () => new Date()

function open() {
  const service = createService({ clock, actor: 'bench' })
  const client = createRouterClient(service.router)
  const page = { text: '', offset: 0, limit: 100, on, language: 'kk' } as const
  type AgreementsInput = Parameters<typeof client.agreements.list>[0]
  return {
    service,
    client,
    agreements: (input: Partial<AgreementsInput> = {}) =>
      client.agreements.list({
        ...page,
        sort: [{ column: 'number', descending: false }],
        filter: allAgreements,
        ...input,
      }),
    programmes: () =>
      client.programmes.list({
        ...page,
        sort: [{ column: 'name', descending: false }],
        filter: allProgrammes,
      }),
  }
}

async function build(): Promise<void> {
  const { service } = open()
  await service.createWorkspace(path)
  const start = performance.now()
  await fillOffice(service.context.database(), createRandom(2026), size)
  const seconds = (performance.now() - start) / 1000
  const records = size.partners + size.agreements + size.programmes * (1 + size.yearsOfCohorts)
  const megabytes = ((await stat(path)).size / 1024 ** 2).toFixed(1)
  add(
    'write everything, one transaction, audited',
    { median: seconds * 1000, p95: seconds * 1000, runs: 1 },
    `${records} records, ${Math.round(records / seconds)} per second, file ${megabytes} MB`,
  )
  await service.close()
}

async function measureOpening(): Promise<void> {
  add(
    'open the workspace (checked)',
    await measure(5, async () => {
      const { service } = open()
      await service.openWorkspace(path)
      await service.close()
    }),
    'with closing',
  )
  let office = open()
  add(
    'first page of agreements after opening',
    await measure(
      5,
      () => office.agreements(),
      async () => {
        await office.service.close()
        office = open()
        await office.service.openWorkspace(path)
      },
    ),
    'reads every record',
  )
  await office.service.close()
}

async function measureLists(office: ReturnType<typeof open>): Promise<void> {
  await office.agreements()
  add(
    'page of 100 agreements, scrolling',
    await measure(200, (run) => office.agreements({ offset: (run * 97) % size.agreements })),
  )
  for (const column of agreementColumns) {
    const sort = [{ column, descending: false }] as const
    const first = await measure(1, () => office.agreements({ sort: [...sort] }))
    add(
      `sort agreements by ${column}`,
      await measure(20, (run) => office.agreements({ sort: [...sort], offset: run })),
      `first time ${first.median.toFixed(1)} ms`,
    )
  }
  const statuses = ['active', 'expiring', 'lapsed', 'draft', 'renewing'] as const
  add(
    'filter agreements by status, with facets',
    await measure(50, (run) =>
      office.agreements({
        filter: {
          ...allAgreements,
          statuses: [statuses[run % 5] ?? 'active'],
          endsFrom: `20${20 + (run % 10)}-01-01`,
        },
      }),
    ),
  )
  const typed = 'Қос дипломды білім беру Берлин'
  add(
    'type in the filter of agreements, per key',
    await measure(typed.length, (run) => office.agreements({ text: typed.slice(0, run + 1) })),
  )
  add('page of 100 programmes', await measure(50, () => office.programmes()))
  add(
    'another day or language for the first time',
    await measure(5, (run) => office.agreements({ on: `2025-0${run + 1}-01`, language: 'ru' })),
  )
}

async function measureSearch(office: ReturnType<typeof open>): Promise<void> {
  const queries = [
    'б',
    'берлин',
    'келісім берлин',
    '77-2019',
    'қос дипломды серіктес',
    'university 12',
    'əнкара',
    'жоқ сөз',
  ]
  await office.client.search.find({ text: 'a', limit: 50, language: 'kk' })
  for (const text of queries) {
    const { total } = await office.client.search.find({ text, limit: 50, language: 'kk' })
    add(
      `search «${text}»`,
      await measure(20, () => office.client.search.find({ text, limit: 50, language: 'kk' })),
      `${total} hits`,
    )
  }
}

async function measureSaving(office: ReturnType<typeof open>): Promise<void> {
  const { rows } = await office.agreements()
  const { record } = await office.client.agreements.get({ id: rows[5]?.id ?? '' })
  let current = record
  const save = async () => {
    const fields = { ...current, notes: String(current.revision) }
    current = (await office.client.agreements.save({ id: current.id, revision: current.revision, fields }))
      .record
  }
  const raw = rawUpdate(join(folder, 'raw.db'))
  const saving = await compare(30, save, raw.run)
  raw.close()
  add(
    'save an agreement (checked, audited, durable)',
    saving.ours,
    `raw durable update ${saving.floor.median.toFixed(2)} ms, ratio ${saving.ratio.toFixed(1)}`,
  )
  add('list after a save', await measure(30, () => office.agreements(), save), 'the change taken in')
}

async function measureDrivers(): Promise<void> {
  const { withCache, withoutCache, single } = await compareDrivers(path, 300)
  add(
    '50 rows through the repository driver',
    withCache.ours,
    `raw prepared statement ${withCache.floor.median.toFixed(3)} ms, ratio ${withCache.ratio.toFixed(2)}`,
  )
  add("50 rows through Kysely's own driver", withoutCache.ours, `ratio ${withoutCache.ratio.toFixed(2)}`)
  add(
    'one row by id through the repository driver',
    single.ours,
    `raw ${single.floor.median.toFixed(3)} ms, ratio ${single.ratio.toFixed(2)}`,
  )
}

async function measureCare(office: ReturnType<typeof open>): Promise<void> {
  add('verified backup', await measure(3, () => office.client.workspace.backup()))
  add(
    'integrity check',
    await measure(2, () => office.client.workspace.integrity()),
    'file, references, trail, attachments',
  )
}

const number = (value: number | null): string =>
  value === null ? '' : value < 10 ? value.toFixed(2) : value.toFixed(0)

function table(): string {
  const rows = lines.map(
    ({ what, median, p95, cpu, note }) =>
      `| ${what} | ${number(median)} | ${number(p95)} | ${number(cpu)} | ${note} |`,
  )
  return ['| What | median, ms | 95 %, ms | processor, ms | |', '|---|---:|---:|---:|---|', ...rows].join(
    '\n',
  )
}

try {
  await build()
  await measureOpening()
  const office = open()
  await office.service.openWorkspace(path)
  await measureLists(office)
  await measureSearch(office)
  await measureSaving(office)
  await measureDrivers()
  await measureCare(office)
  await office.service.close()
  const memory = Math.round(process.memoryUsage().rss / 1024 ** 2)
  const host = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}`
  process.stdout.write(
    `${size.agreements} agreements, ${size.partners} partners, ${size.programmes} programmes, ${size.programmes * size.yearsOfCohorts} cohorts. ${host}. Memory ${memory} MB.\n\n${table()}\n`,
  )
  await mkdir('out', { recursive: true })
  await writeFile(
    join('out', 'bench.json'),
    `${JSON.stringify({ at: new Date().toISOString(), host, size, memory, lines }, null, 2)}\n`,
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
