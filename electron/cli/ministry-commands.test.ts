import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runCommand } from '../../tests/support/run-command.ts'
import { type RunningGateway, startGateway } from '../../tests/gateway/start-gateway.ts'

let folder: string
let office: string
let gateway: RunningGateway

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-ministry-'))
  office = join(folder, 'office')
  mkdirSync(office)
  await runCommand(office, ['init', '--sample', 'university', '--lang', 'ru'])
  gateway = await startGateway()
})
afterAll(async () => {
  await gateway.kill()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await gateway.plan([])
  await gateway.reject([])
})

const builtSchema = z.looseObject({
  fileName: z.string(),
  manifestSha256: z.string(),
  revision: z.number(),
  warnings: z.array(z.looseObject({ message: z.string(), remedy: z.string() })),
})

/** Builds a package of the sample and answers where it is and what was said of it. */
async function build(name: string): Promise<z.infer<typeof builtSchema>> {
  const { json } = await runCommand(office, ['export', 'VP-32', '--out', name, '--json'])
  return builtSchema.parse(json)
}

const send = (name: string, ...more: string[]) =>
  runCommand(office, ['send', name, '--to', gateway.url, '--ca', gateway.caPath, ...more])

describe('export', () => {
  it('builds a package, shows the warnings and stores them with it', async () => {
    const args = ['export', 'VP-32', '--year', '2026', '--out', 'vp32.zip', '--json']
    const { code, json, messages } = await runCommand(office, args)
    expect(code).toBe(0)
    expect(json).toMatchObject({ form: 'VP-32', academicYear: 2026, on: '2026-11-22', file: 'vp32.zip' })
    const { warnings, fileName, revision } = builtSchema.parse(json)
    expect(warnings.length).toBeGreaterThan(0)
    expect(fileName).toBe(`2026-11-22_991240999991_VP-32_rev${revision}.zip`)
    expect(messages.split('\n').filter((line) => line.startsWith('Warning: '))).toHaveLength(warnings.length)
    const manifest = JSON.parse(
      Buffer.from(unzipSync(readFileSync(join(office, 'vp32.zip')))['manifest.json'] ?? []).toString(),
    )
    expect(manifest.warningsAccepted).toHaveLength(warnings.length)
  })

  it('counts its revisions and gives a folder the package under its own name', async () => {
    const packages = join(office, 'packages')
    mkdirSync(packages)
    for (const form of ['DD-63', 'dd-63']) await runCommand(office, ['export', form, '--out', 'packages'])
    expect(readdirSync(packages).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      '2026-11-22_991240999991_DD-63_rev1.zip',
      '2026-11-22_991240999991_DD-63_rev2.zip',
    ])
  })

  it('stops at warnings when it is told to be strict', async () => {
    const { code, json } = await runCommand(office, [
      'export',
      'VP-40',
      '--out',
      'strict.zip',
      '--strict',
      '--json',
    ])
    expect(code).toBe(1)
    expect(json).toMatchObject({ form: 'VP-40', file: null, errors: [] })
    expect(readdirSync(office)).not.toContain('strict.zip')
  })

  it('stops at errors and names each with its remedy', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'))
    await runCommand(empty, ['init'])
    const { code, json, messages } = await runCommand(empty, ['export', 'VP-32', '--out', 'x.zip', '--json'])
    expect(code).toBe(1)
    const { errors } = z.object({ errors: z.array(z.looseObject({ remedy: z.string() })) }).parse(json)
    expect(errors.length).toBeGreaterThan(0)
    expect(messages).toContain('The package was not built')
  })

  it.each([
    ['without a file to write', ['export', 'VP-32']],
    ['for a form that there is not', ['export', 'VP-99', '--out', 'x.zip']],
  ])('is called wrongly %s', async (_how, args) => {
    expect((await runCommand(office, args)).code).toBe(2)
  })
})

describe('verify', () => {
  it('finds a package whole, without any workspace', async () => {
    const { manifestSha256 } = await build('whole.zip')
    const elsewhere = mkdtempSync(join(folder, 'elsewhere-'))
    const { code, json } = await runCommand(elsewhere, ['verify', join(office, 'whole.zip'), '--json'])
    expect(code).toBe(0)
    expect(json).toMatchObject({ ok: true, form: 'VP-32', academicYear: 2026, manifestSha256, faults: [] })
  })

  it('names the first file that differs', async () => {
    await build('changed.zip')
    const files = unzipSync(readFileSync(join(office, 'changed.zip')))
    const data = files['data/vp32.json'] ?? new Uint8Array()
    data[data.length - 3] = 0x21
    writeFileSync(join(office, 'changed.zip'), zipSync(files, { level: 0 }))
    const { code, out, messages } = await runCommand(office, ['verify', 'changed.zip', '--lang', 'kk'])
    expect(code).toBe(1)
    expect(out).toContain('data/vp32.json: ')
    expect(messages).toContain('Пакет өзгертілген')
  })

  it('ends with 3 when there is no such file', async () => {
    expect((await runCommand(office, ['verify', 'nothing.zip'])).code).toBe(3)
  })
})

describe('send', () => {
  it('waits for the receipt and records it; the bytes are those of the file', async () => {
    const { manifestSha256 } = await build('sent.zip')
    const { code, json, messages } = await send('sent.zip', '--json')
    expect(messages).toMatch(/Receipt \S+: Accepted/)
    expect(code).toBe(0)
    expect(json).toMatchObject({
      package: { form: 'VP-32', manifestSha256 },
      submission: { state: 'answered', attempts: 1, problem: null },
      receipt: { status: 'accepted', rejected: 0 },
    })
    expect(readFileSync(join(office, 'sent.zip')).equals(await gateway.bytes(manifestSha256))).toBe(true)
  })

  it('ends with 1 and names the rows when the receiver rejects some', async () => {
    await build('rejected.zip')
    await gateway.reject(['data/vp32.json:0'])
    const { code, json } = await send('rejected.zip', '--json')
    expect(code).toBe(1)
    expect(json).toMatchObject({ receipt: { status: 'partly_accepted', rejected: 1 } })
  })

  it('ends with 3 when nobody listens, and the package stays in the outbox', async () => {
    await build('lost.zip')
    const args = ['send', 'lost.zip', '--to', 'https://127.0.0.1:9', '--attempts', '1', '--json']
    const { code, json, messages } = await runCommand(office, args)
    expect(code).toBe(3)
    expect(json).toMatchObject({ receipt: null, submission: { state: 'waiting', attempts: 1 } })
    expect(messages).toContain('stays in the outbox')
  })

  it('ends with 3 when the receiver cannot show that it is the receiver', async () => {
    await build('untrusted.zip')
    const args = ['send', 'untrusted.zip', '--to', gateway.url, '--attempts', '1', '--json']
    const { code, json } = await runCommand(office, args)
    expect(code).toBe(3)
    expect(json).toMatchObject({ submission: { problem: { code: 'gateway-certificate-untrusted' } } })
  })

  it.each([
    ['without an address', ['send', 'vp32.zip']],
    ['with an address that is not https', ['send', 'vp32.zip', '--to', 'http://example.com']],
  ])('is called wrongly %s', async (_how, args) => {
    expect((await runCommand(office, args)).code).toBe(2)
  })
})
