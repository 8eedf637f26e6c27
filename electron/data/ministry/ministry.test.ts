import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Receipt } from '../../../shared/exchange/receipt.ts'
import { canonicalBytes } from '../../../shared/exchange/canonical-json.ts'
import type { FormRequest, PackageSummary } from '../../../shared/ministry/ministry.ts'
import { ministryPeriod, testBin } from '../../../tests/support/ministry-register.ts'
import { storeMinistryRegister } from '../../../tests/support/ministry-records.ts'
import { testId } from '../../../tests/support/register-of.ts'
import { openTestService, type TestService } from '../testing.ts'
import { openConnection } from '../workspace/sqlite-connection.ts'
import { sha256 } from './package.repository.ts'

const request: FormRequest = { form: 'VP-32', ...ministryPeriod, language: 'ru' }

let test: TestService
beforeEach(async () => {
  test = await openTestService({ clock: () => new Date('2026-05-20T06:30:00.000Z') })
  await storeMinistryRegister(test.service.context.database())
})
afterEach(() => test.close())

const path = (name: string) => join(test.folder, name)
const grant = (name: string) => test.service.files.grant(path(name))

async function build(form: FormRequest = request): Promise<PackageSummary> {
  const { warningsDigest } = await test.client.ministry.preflight(form)
  return drain(test.client.ministry.build({ ...form, acceptedWarnings: warningsDigest }))
}

/** The result at the end of a stream. */
async function drain<R>(started: Promise<AsyncIterator<unknown, R>>): Promise<R> {
  const steps = await started
  for (;;) {
    const step = await steps.next()
    if (step.done === true) return step.value
  }
}

async function answerTo(built: PackageSummary, changes: Partial<Receipt> = {}): Promise<Receipt> {
  const { manifest } = await test.client.ministry.package({ id: built.id })
  const rows = manifest.files.flatMap(({ path: file, rows: count }) =>
    Array.from({ length: count ?? 0 }, (_unused, row) => ({
      file,
      row,
      outcome: 'accepted' as const,
      reasons: [],
    })),
  )
  return {
    format: 'qosdiplom-receipt',
    formatVersion: 1,
    receiptId: 'by-hand-1',
    receiver: 'Министерство',
    manifestSha256: built.manifestSha256,
    idempotencyKey: null,
    status: 'accepted',
    issuedAt: '2026-05-21T04:00:00.000Z',
    reasons: [],
    rows,
    ...changes,
  }
}

describe('forms', () => {
  it('are listed with their title, source, deadline and latest package', async () => {
    const built = await build()
    const forms = await test.client.ministry.forms({ ...ministryPeriod, language: 'kk' })
    expect(
      forms.map(({ form, deadline, latest }) => [form, deadline?.on ?? null, latest?.id ?? null]),
    ).toEqual([
      ['VP-32', null, built.id],
      ['VP-31', null, null],
      ['VP-40', null, null],
      ['VP-15', null, null],
      ['DD-63', '2026-09-30', null],
    ])
    expect(forms[0]?.title).toContain('Қос дипломды')
  })

  it('have deadlines in the coming year, nearest first', async () => {
    const deadlines = await test.client.ministry.deadlines({ on: '2026-04-16', language: 'en' })
    expect(deadlines.map(({ id, on }) => [id, on])).toEqual([
      ['plan-item-63', '2026-09-30'],
      ['plan-item-62', '2026-12-31'],
      ['concept-information', '2027-04-15'],
    ])
    expect(deadlines.every(({ source }) => source.includes('No. 248'))).toBe(true)
  })

  it('are previewed with days, numbers and codes in words', async () => {
    const [programmes] = await test.client.ministry.preview({ ...request, limit: 1 })
    const shown = Object.fromEntries(
      programmes?.columns.map(({ field }, index) => [field, programmes.rows[0]?.cells[index]]) ?? [],
    )
    expect(programmes).toMatchObject({
      total: 2,
      rows: [{ record: { entity: 'programme', id: testId('g', 1) } }],
    })
    expect(shown).toMatchObject({
      id: '501',
      contractfinish: '31.08.2027',
      doublediploma: 'да',
      jointep: 'нет',
      universitytype: '2 – Зарубежный',
      trainingformatid: '0 – Оффлайн',
      diplomatypeid: '',
    })
  })
})

describe('a package', () => {
  it('is built, stored and verifies', async () => {
    const built = await build()
    expect(built).toMatchObject({
      fileName: `2026-05-20_${testBin}_VP-32_rev1.zip`,
      revision: 1,
      state: 'ready',
      rowCount: 2,
    })
    expect(await test.client.ministry.verify({ id: built.id })).toMatchObject({ ok: true, faults: [] })
  })

  it('names the hash of the revision before', async () => {
    const first = await build()
    const second = await build()
    const { manifest, previous } = await test.client.ministry.package({ id: second.id })
    expect(manifest).toMatchObject({ revision: 2, previousManifestSha256: first.manifestSha256 })
    expect(previous?.id).toBe(first.id)
    const other = await build({ ...request, form: 'VP-31' })
    expect((await test.client.ministry.package({ id: other.id })).manifest.previousManifestSha256).toBeNull()
  })

  it('gets two revisions when two are built at once', async () => {
    const [one, other] = await Promise.all([build(), build()])
    expect(new Set([one.revision, other.revision])).toEqual(new Set([1, 2]))
  })

  it('is not built while there are errors, and names them', async () => {
    const { institution } = await test.client.institution.get()
    const {
      id: _id,
      createdAt: _created,
      updatedAt: _updated,
      isSample: _sample,
      revision,
      ...fields
    } = institution
    await test.client.institution.save({ revision, fields: { ...fields, bin: '' } })
    await expect(build()).rejects.toMatchObject({
      data: {
        code: 'ministry-preflight-errors',
        params: { count: 1 },
        problems: [{ rule: 'ministry-bin-missing' }],
      },
    })
    expect(await test.client.ministry.packages({ form: null, academicYear: null })).toEqual([])
  })

  it('is built only when exactly the present warnings were accepted, and keeps them', async () => {
    const attempt = (acceptedWarnings: string | null) =>
      drain(test.client.ministry.build({ ...request, acceptedWarnings }))
    await expect(attempt(null)).rejects.toMatchObject({ data: { code: 'ministry-warnings-not-accepted' } })
    const { warningsDigest, warnings } = await test.client.ministry.preflight(request)
    await test.client.programmes.get({ id: testId('g', 1) }).then(({ record }) => {
      const { id, createdAt: _created, updatedAt: _updated, isSample: _sample, revision, ...fields } = record
      return test.client.programmes.save({ id, revision, fields: { ...fields, epvoId: null } })
    })
    await expect(attempt(warningsDigest)).rejects.toMatchObject({
      data: { code: 'ministry-warnings-not-accepted' },
    })
    const built = await build()
    const { manifest } = await test.client.ministry.package({ id: built.id })
    expect(manifest.warningsAccepted).toHaveLength(warnings.length + 1)
    expect(manifest.warningsAccepted.map(({ rule }) => rule)).toContain('ministry-programme-number-missing')
  })

  it('is saved byte for byte and verified as a file', async () => {
    const built = await build()
    await test.client.ministry.savePackage({ id: built.id, to: grant('package.zip') })
    const bytes = await readFile(path('package.zip'))
    expect(bytes.length).toBe(built.size)
    expect(await test.client.ministry.verifyFile({ file: grant('package.zip') })).toMatchObject({
      ok: true,
      packageSha256: sha256(bytes),
      manifestSha256: built.manifestSha256,
    })
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(path('package.zip'), bytes)
    const { ok, faults } = await test.client.ministry.verifyFile({ file: grant('package.zip') })
    expect({ ok, hasFault: faults.length > 0 }).toEqual({ ok: false, hasFault: true })
  })

  it('is taken in from a file once, and only when it is sound and of this university', async () => {
    const built = await build()
    await test.client.ministry.savePackage({ id: built.id, to: grant('package.zip') })
    expect(await test.client.ministry.adoptPackage({ file: grant('package.zip') })).toEqual(built)
    const other = await openTestService()
    try {
      const file = other.service.files.grant(path('package.zip'))
      await expect(other.client.ministry.adoptPackage({ file })).rejects.toMatchObject({
        data: { code: 'ministry-package-other-institution', params: { bin: testBin } },
      })
      await storeMinistryRegister(other.service.context.database())
      expect(await other.client.ministry.adoptPackage({ file })).toMatchObject({
        manifestSha256: built.manifestSha256,
      })
    } finally {
      await other.close()
    }
    await writeFile(path('broken.zip'), 'not a package')
    await expect(test.client.ministry.adoptPackage({ file: grant('broken.zip') })).rejects.toMatchObject({
      data: { code: 'ministry-package-damaged' },
    })
  })

  it('is named by the integrity check of the workspace when its stored bytes were changed', async () => {
    const { id, fileName } = await build()
    expect(await test.client.workspace.integrity()).toMatchObject({ ok: true })
    await test.service.close()
    const connection = openConnection(test.path, 'write')
    connection.exec('drop trigger package_no_update')
    connection.exec('update package set content = zeroblob(100)')
    connection.close()
    await test.service.openWorkspace(test.path)
    expect(await test.client.workspace.integrity()).toMatchObject({
      ok: false,
      findings: [{ check: 'packages', detail: fileName }],
    })
    expect(await test.client.ministry.verify({ id })).toMatchObject({ ok: false })
    await expect(test.client.ministry.savePackage({ id, to: grant('damaged.zip') })).rejects.toMatchObject({
      data: { code: 'ministry-package-damaged' },
    })
  })
})

describe('an answer carried by hand', () => {
  it('is recorded at its package, once', async () => {
    const built = await build()
    const [accepted, rejected] = ['accepted', 'rejected'] as const
    const answer = await answerTo(built, { status: 'partly_accepted' })
    const rows = answer.rows.map((row, index) => ({
      ...row,
      outcome: index === 0 ? rejected : accepted,
      reasons: index === 0 ? [{ code: 'record-unknown', field: 'id', text: 'не найдена' }] : [],
    }))
    await writeFile(path('answer.json'), canonicalBytes({ ...answer, rows }))
    const first = await test.client.ministry.importAnswer({ file: grant('answer.json') })
    expect(first).toMatchObject({
      packageId: built.id,
      isNew: true,
      receipt: { road: 'hand', rejectedCount: 1 },
    })
    expect(first.receipt.rows.find(({ outcome }) => outcome === 'rejected')).toMatchObject({
      record: { entity: 'programme', id: testId('g', 1) },
      label: '6B06101 Программа 1',
      reasons: [{ code: 'record-unknown' }],
    })
    expect(await test.client.ministry.importAnswer({ file: grant('answer.json') })).toEqual({
      ...first,
      isNew: false,
    })
    expect((await test.client.ministry.package({ id: built.id })).summary.state).toBe('partly_accepted')
  })

  it.each<[string, string, (answer: Receipt) => unknown]>([
    [
      'belongs to another package',
      'ministry-answer-other-package',
      (answer) => ({ ...answer, manifestSha256: 'f'.repeat(64) }),
    ],
    ['is no JSON', 'ministry-answer-unreadable', () => 'hello'],
    ['is something else', 'ministry-answer-unreadable', () => ({ status: 'ok' })],
    ['contradicts itself', 'ministry-answer-unreadable', (answer) => ({ ...answer, status: 'rejected' })],
    [
      'answers a row twice',
      'ministry-answer-unreadable',
      (answer) => ({ ...answer, rows: [...answer.rows, ...answer.rows] }),
    ],
  ])('is refused when it %s', async (_name, code, change) => {
    const built = await build()
    await writeFile(path('answer.json'), JSON.stringify(change(await answerTo(built))))
    await expect(test.client.ministry.importAnswer({ file: grant('answer.json') })).rejects.toMatchObject({
      data: { code },
    })
    expect((await test.client.ministry.package({ id: built.id })).receipts).toEqual([])
  })
})

describe('the journal', () => {
  it('has a line for every package and road, as a workbook and as CSV', async () => {
    const first = await build()
    await build()
    await writeFile(path('answer.json'), JSON.stringify(await answerTo(first)))
    await test.client.ministry.importAnswer({ file: grant('answer.json') })
    expect(
      await test.client.ministry.saveJournal({ to: grant('journal.xlsx'), format: 'xlsx', language: 'kk' }),
    ).toEqual({ rows: 2 })
    const [sheet] = (await readXlsx(await readFile(path('journal.xlsx')))).sheets
    expect(sheet?.rows).toHaveLength(3)
    expect(sheet?.rows[1]).toEqual(
      expect.arrayContaining(['VP-32', '2025/26', 1, first.manifestSha256, 'by-hand-1']),
    )
    expect(sheet?.rows[2]).toEqual(expect.arrayContaining([2, first.manifestSha256]))
    await test.client.ministry.saveJournal({ to: grant('journal.csv'), format: 'csv', language: 'ru' })
    const csv = await readFile(path('journal.csv'), 'utf8')
    expect(csv.split('\r\n')[1]?.split(';')).toContain(first.manifestSha256)
    expect(csv.startsWith('\u{feff}')).toBe(true)
  })
})

describe('receivers', () => {
  it.each([
    'http://gateway.kz',
    'https://',
    'gateway.kz',
    'https://user:secret@gateway.kz',
    'https://gateway.kz/?a=1',
    'file:///etc/passwd',
  ])('are refused with the address %s', async (url) => {
    await expect(test.client.ministry.saveReceiver({ id: null, name: 'X', url })).rejects.toMatchObject({
      data: { code: 'ministry-receiver-address' },
    })
  })

  it('are stored, changed and removed; the certificate stays when it is not mentioned', async () => {
    await writeFile(path('ca.pem'), 'not a certificate')
    await expect(
      test.client.ministry.saveReceiver({
        id: null,
        name: 'X',
        url: 'https://a.kz',
        certificate: grant('ca.pem'),
      }),
    ).rejects.toMatchObject({ data: { code: 'ministry-certificate-unreadable', params: { name: 'ca.pem' } } })
    const stored = await test.client.ministry.saveReceiver({
      id: null,
      name: 'Шлюз',
      url: 'https://a.kz/gateway/',
    })
    expect(stored).toMatchObject({ url: 'https://a.kz/gateway', certificate: null })
    await test.client.ministry.saveReceiver({ id: stored.id, name: 'Министерство', url: 'https://b.kz' })
    expect(await test.client.ministry.receivers()).toMatchObject([
      { name: 'Министерство', url: 'https://b.kz' },
    ])
    await test.client.ministry.removeReceiver({ id: stored.id })
    expect(await test.client.ministry.receivers()).toEqual([])
  })
})
