import { forEveryEntity } from '../../shared/kernel/record.ts'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runCommand } from '../../tests/support/run-command.ts'

let folder: string
/** A folder with the university sample as its only workspace. */
let office: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-cli-'))
  office = join(folder, 'office')
  mkdirSync(office)
  await runCommand(office, ['init', '--sample', 'university', '--lang', 'kk'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function emptyFolder(): string {
  return mkdtempSync(join(folder, 'empty-'))
}

async function doubleDegree(place: string, year: string): Promise<unknown> {
  return (await runCommand(place, ['report', 'double-degree', '--year', year, '--json'])).json
}

const rowsSchema = z.object({
  rows: z.array(z.looseObject({ number: z.string().optional(), status: z.string().optional() })),
})
const checkSchema = z.object({
  errors: z.number(),
  warnings: z.number(),
  problems: z.array(z.looseObject({})),
})
const searchSchema = z.object({ hits: z.array(z.looseObject({ entity: z.string() })), total: z.number() })
const fileSchema = z.object({ name: z.string(), sha256: z.string(), size: z.number() })
const writtenSchema = z.looseObject({ size: z.number() })
const reportSchema = z.object({
  academicYearLabel: z.string(),
  contingent: z.object({ value: z.number(), changePercent: z.number().nullable() }),
  contingentByLevel: z.record(z.string(), z.object({ value: z.number() })),
})

describe('init', () => {
  it('creates an empty workspace where it is told to', async () => {
    const place = emptyFolder()
    const { code, json, messages } = await runCommand(place, ['init', '--workspace', 'a.qosdiplom', '--json'])
    expect(code).toBe(0)
    expect(json).toEqual({
      workspace: join(place, 'a.qosdiplom'),
      sample: null,
      counts: { ...forEveryEntity(() => 0), institution: 1, framework: 4, agency: 17 },
    })
    expect(messages).toContain('Workspace created: a.qosdiplom')
  })

  it('never overwrites a file', async () => {
    const place = emptyFolder()
    writeFileSync(join(place, 'register.qosdiplom'), 'precious')
    const { code, messages } = await runCommand(place, ['init'])
    expect(code).toBe(3)
    expect(messages).toContain('already there')
    expect(readFileSync(join(place, 'register.qosdiplom'), 'utf8')).toBe('precious')
  })

  it('refuses a sample that it does not have', async () => {
    const { code, messages } = await runCommand(emptyFolder(), ['init', '--sample', 'moon', '--lang', 'ru'])
    expect(code).toBe(2)
    expect(messages).toContain('university, national')
  })
})

describe('list', () => {
  it.each([
    ['partners', 40],
    ['agreements', 70],
    ['programmes', 24],
    ['cohorts', 81],
    ['institution', 1],
  ])('gives all %s as JSON', async (entity, total) => {
    const { code, json } = await runCommand(office, ['list', entity, '--json'])
    expect(code).toBe(0)
    expect(json).toMatchObject({ entity, total, on: '2026-11-22' })
    expect(rowsSchema.parse(json).rows).toHaveLength(total)
  })

  it('shows a table in the language asked for', async () => {
    const { out, messages } = await runCommand(office, ['list', 'agreements', '--lang', 'kk', '--limit', '5'])
    const lines = out.split('\n')
    expect(lines).toHaveLength(7)
    expect(lines[0]).toMatch(/^Нөмірі +Тақырыбы +Серіктестер +Мәртебесі +Аяқталады$/)
    expect(messages).toBe('Жазба саны: 70, көрсетілгені: 5')
  })

  it('filters by text and computes the status on the day asked for', async () => {
    const args = ['list', 'agreements', '--text', 'синлань', '--on', '31.01.2027', '--json']
    const { json } = await runCommand(office, args)
    const { rows } = rowsSchema.parse(json)
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.find((row) => row.number === '2021-02')?.status).toBe('lapsed')
  })
})

describe('check', () => {
  it('ends with 1 and names every finding with its remedy', async () => {
    const { code, json, messages } = await runCommand(office, ['check', '--json', '--lang', 'ru'])
    expect(code).toBe(1)
    const { errors, warnings, problems } = checkSchema.parse(json)
    expect(errors + warnings).toBe(problems.length)
    expect(problems[0]).toMatchObject({ severity: 'warning', entity: 'programme' })
    for (const name of ['rule', 'id', 'label', 'field', 'params', 'message', 'remedy', 'source']) {
      expect(problems[0]).toHaveProperty(name)
    }
    expect(messages).toMatch(/^\d+ замечани/)
  })

  it('ends with 0 when only errors are asked for and there are none', async () => {
    const { code, out } = await runCommand(office, ['check', '--errors-only'])
    expect(code).toBe(0)
    expect(out).toBe('')
  })
})

describe('search', () => {
  it('finds records however the letters are typed', async () => {
    const { code, json } = await runCommand(office, ['search', 'Гөкдeре', '--json'])
    expect(code).toBe(0)
    const { hits, total } = searchSchema.parse(json)
    expect(total).toBe(hits.length)
    expect(hits[0]).toMatchObject({ entity: 'partner' })
  })

  it('says so when nothing is found', async () => {
    const { code, out, messages } = await runCommand(office, ['search', 'жоқнәрсе', '--lang', 'kk'])
    expect([code, out, messages]).toEqual([0, '', 'Табылғаны: 0'])
  })
})

describe('report', () => {
  let national: string
  beforeAll(async () => {
    national = emptyFolder()
    await runCommand(national, ['init', '--sample', 'national'])
  })

  it.each([
    ['2020', '2020/21', [1120, 674, 435, 11], null],
    ['2021', '2021/22', [1189, 557, 609, 23], 6.2],
    ['2022/23', '2022/23', [1281, 650, 625, 6], 7.7],
  ])('gives the published numbers of %s on standard output', async (year, label, learners, change) => {
    const args = ['report', 'double-degree', '--year', year, '--format', 'json']
    const { code, json, messages } = await runCommand(national, args)
    expect([code, messages]).toEqual([0, ''])
    const report = reportSchema.parse(json)
    const byLevel = ['bachelor', 'master', 'doctoral'].map((level) => report.contingentByLevel[level]?.value)
    expect(report.academicYearLabel).toBe(label)
    expect([report.contingent.value, ...byLevel]).toEqual(learners)
    expect(report.contingent.changePercent).toBe(change)
  })

  it('gives 186 programmes for 2021/22 and 195 with 97 partners in 23 countries for 2022/23', async () => {
    expect(await doubleDegree(national, '2021')).toMatchObject({
      programmes: { value: 186 },
      programmesByLevel: { bachelor: { value: 68 }, master: { value: 114 }, doctoral: { value: 4 } },
    })
    expect(await doubleDegree(national, '2022')).toMatchObject({
      programmes: { value: 195 },
      partners: { value: 97 },
      countries: { value: 23 },
    })
  })

  it.each(['pdf', 'xlsx', 'json'])('writes a file as %s, by the ending of its name', async (format) => {
    const out = `summary.${format}`
    const args = ['report', 'summary', '--on', '2026-12-01', '--lang', 'ru', '--out', out, '--json']
    const { code, json, messages } = await runCommand(office, args)
    expect(code).toBe(0)
    const { size } = writtenSchema.parse(json)
    expect(json).toMatchObject({
      report: 'summary',
      format,
      academicYear: 2026,
      on: '2026-12-01',
      language: 'ru',
      file: out,
    })
    expect(readFileSync(join(office, out))).toHaveLength(size)
    expect(messages).toContain(`Отчёт записан: ${out}`)
  })

  it('needs a file for what cannot be printed', async () => {
    const { code, messages } = await runCommand(office, ['report', 'summary', '--format', 'pdf'])
    expect(code).toBe(2)
    expect(messages).toContain('--out FILE')
  })

  it('ends with 3 when the file cannot be written', async () => {
    const { code, messages } = await runCommand(office, [
      'report',
      'summary',
      '--out',
      'no/such/folder/x.pdf',
    ])
    expect(code).toBe(3)
    expect(messages).toContain('could not be written')
  })

  it.each([
    ['--year', 'soon'],
    ['--on', '31.02.2026'],
    ['--format', 'docx'],
  ])('refuses %s %s', async (option, value) => {
    const { code, messages } = await runCommand(office, ['report', 'summary', option, value])
    expect(code).toBe(2)
    expect(messages).toContain(value)
  })
})

describe('backup and integrity', () => {
  it('makes a copy that opens as a workspace', async () => {
    const { code, json } = await runCommand(office, ['backup', '--json'])
    expect(code).toBe(0)
    const { name, sha256, size } = fileSchema.parse(json)
    expect([name, sha256]).toEqual([
      expect.stringMatching(/\.qosdiplom$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ])
    expect(size).toBeGreaterThan(100_000)
  })

  it('lists copies, compares one, and restores it with the present state kept', async () => {
    const place = emptyFolder()
    await runCommand(place, ['init', '--workspace', 'a.qosdiplom'])
    const made = fileSchema.parse((await runCommand(place, ['backup', '--json'])).json)
    const listed = await runCommand(place, ['backup', 'list', '--json'])
    expect(listed.json).toMatchObject({ backups: [{ name: made.name, reason: 'manual', size: made.size }] })
    const compared = await runCommand(place, ['restore', made.name, '--dry-run', '--json'])
    expect(compared.code).toBe(0)
    expect(compared.json).toMatchObject({ findings: [], backup: { counts: { institution: 1, partner: 0 } } })
    const restored = await runCommand(place, ['restore', made.name, '--json'])
    expect(restored.code).toBe(0)
    expect(restored.json).toMatchObject({ safetyBackup: expect.stringMatching(/-restore\.qosdiplom$/) })
    expect((await runCommand(place, ['integrity'])).code).toBe(0)
  })

  it('refuses to restore a damaged copy', async () => {
    const place = emptyFolder()
    await runCommand(place, ['init', '--workspace', 'a.qosdiplom'])
    const made = fileSchema.parse((await runCommand(place, ['backup', '--json'])).json)
    const path = join(place, 'backups', 'a', made.name)
    writeFileSync(path, readFileSync(path).fill(0x5a, 4096 * 10, 4096 * 14))
    const { code, json } = await runCommand(place, ['restore', made.name, '--json'])
    expect(code).toBe(3)
    expect(json).toMatchObject({ error: { code: 'backup-damaged' } })
    expect((await runCommand(place, ['restore', made.name, '--dry-run'])).code).toBe(1)
  })

  it('finds a sound file sound', async () => {
    const { code, json } = await runCommand(office, ['integrity', '--json'])
    expect(code).toBe(0)
    expect(json).toMatchObject({ ok: true, findings: [] })
  })
})

describe('workspace', () => {
  it('is asked for when the folder has none or several', async () => {
    const place = emptyFolder()
    const none = await runCommand(place, ['list', 'partners'])
    expect([none.code, none.messages]).toEqual([2, expect.stringContaining('--workspace FILE')])
    for (const name of ['a.qosdiplom', 'b.qosdiplom'])
      copyFileSync(join(office, 'register.qosdiplom'), join(place, name))
    const several = await runCommand(place, ['list', 'partners'])
    expect([several.code, several.messages]).toEqual([2, expect.stringContaining('several workspaces')])
  })

  it('is taken from the environment', async () => {
    const environment = { LANG: 'en', QOSDIPLOM_WORKSPACE: join(office, 'register.qosdiplom') }
    const { code } = await runCommand(emptyFolder(), ['list', 'institution'], { environment })
    expect(code).toBe(0)
  })

  it('that is not there ends with 3 and says so as JSON too', async () => {
    const { code, json } = await runCommand(emptyFolder(), ['check', '--workspace', 'x.qosdiplom', '--json'])
    expect(code).toBe(3)
    expect(json).toMatchObject({ error: { code: 'workspace-missing', params: { name: 'x.qosdiplom' } } })
    expect(existsSync(join(folder, 'x.qosdiplom'))).toBe(false)
  })
})

describe('calls that are not understood', () => {
  it.each([
    [['frobnicate'], 'frobnicate'],
    [['list'], 'ENTITY'],
    [['list', 'stars'], 'stars'],
    [['check', '--colour'], '--colour'],
    [['report'], 'REPORT'],
    [['search', 'a', 'b'], 'Аргументтер артық'],
    [['list', 'partners', '--limit', 'many'], 'many'],
    [[], 'Команда берілмеген'],
  ])('end with 2: %j', async (args, named) => {
    const { code, out, messages } = await runCommand(office, [...args, '--lang', 'kk'])
    expect([code, out]).toEqual([2, ''])
    expect(messages).toContain(named)
    expect(messages).toContain('Анықтама: qosdiplom --help')
  })

  it('name the languages when the language is none of them', async () => {
    const { code, messages } = await runCommand(office, ['check', '--lang', 'de'])
    expect([code, messages]).toEqual([2, expect.stringContaining('kk, ru, en')])
  })
})

describe('help', () => {
  it.each([
    ['kk', 'Командалар:', 'жаңа жұмыс файлын жасау'],
    ['ru', 'Команды:', 'создать рабочий файл'],
    ['en', 'Commands:', 'create a workspace'],
  ])('names every command in %s', async (language, title, command) => {
    const { code, out } = await runCommand(folder, ['--help', '--lang', language])
    expect(code).toBe(0)
    for (const part of [title, command, '--workspace', 'QOSDIPLOM_WORKSPACE', 'report REPORT'])
      expect(out).toContain(part)
  })

  it('of a command names its options and what its argument may be', async () => {
    const { out } = await runCommand(folder, ['report', '--help'])
    for (const part of [
      'summary, double-degree',
      '--year',
      '--on',
      '--format',
      '--out',
      '--lang',
      '--json',
    ]) {
      expect(out).toContain(part)
    }
  })

  it('speaks the language of the system', async () => {
    const { out } = await runCommand(folder, ['--help'], {
      environment: { LC_ALL: 'ru_KZ.UTF-8', LANG: 'en' },
    })
    expect(out).toContain('Команды:')
  })
})

const register = (name: string): string => join(import.meta.dirname, '../../tests/fixtures/registers', name)

describe('import', () => {
  const runSchema = z.looseObject({
    rows: z.object({ new: z.number(), same: z.number(), changed: z.number(), refused: z.number() }).loose(),
    refused: z.array(z.looseObject({ row: z.number(), problems: z.array(z.looseObject({})) })),
  })

  it.each(['register-kk.xlsx', 'register-ru.xlsx', 'register-en.xlsx'])(
    'takes %s in, and again without changing anything',
    async (name) => {
      const place = emptyFolder()
      await runCommand(place, ['init'])
      const first = await runCommand(place, ['import', register(name), '--json'])
      const { rows, refused } = runSchema.parse(first.json)
      expect(first.code).toBe(rows.refused === 0 ? 0 : 1)
      expect(rows.new).toBeGreaterThan(5)
      expect(refused).toHaveLength(rows.refused)
      const second = runSchema.parse((await runCommand(place, ['import', register(name), '--json'])).json)
      expect(second.rows).toMatchObject({ new: 0, changed: 0, same: rows.new, refused: rows.refused })
    },
  )

  it('writes nothing in a dry run but the refused rows, with their reasons', async () => {
    const place = emptyFolder()
    await runCommand(place, ['init'])
    const args = [
      'import',
      register('register-ru.xlsx'),
      '--dry-run',
      '--errors',
      'refused.xlsx',
      '--lang',
      'ru',
    ]
    const { code, out, messages } = await runCommand(place, args)
    expect(code).toBe(1)
    expect(out).toMatch(/^Строка \d+: /)
    expect(messages).toContain('ничего не записано')
    expect(readFileSync(join(place, 'refused.xlsx')).subarray(0, 2).toString()).toBe('PK')
    const { json } = await runCommand(place, ['list', 'partners', '--json'])
    expect(json).toMatchObject({ total: 0 })
  })

  it('ends with 3 when the file is no register', async () => {
    const place = emptyFolder()
    await runCommand(place, ['init'])
    writeFileSync(join(place, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
    const { code, messages } = await runCommand(place, ['import', 'picture.png'])
    expect([code, messages]).toEqual([3, expect.stringContaining('not an Excel workbook')])
  })
})
