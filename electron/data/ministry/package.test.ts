import * as fc from 'fast-check'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { canonicalBytes } from '../../../shared/exchange/canonical-json.ts'
import { manifestSchema } from '../../../shared/exchange/manifest.ts'
import { readPackage, verifyPackage } from '../../../shared/exchange/verify-package.ts'
import { readZip } from '../../../shared/exchange/zip-read.ts'
import { writeZip, type ZipFile } from '../../../shared/exchange/zip-write.ts'
import { ministryPackage, sha256 } from '../../../tests/support/ministry-package.ts'
import { testBin } from '../../../tests/support/ministry-register.ts'
import { rawZip } from '../../../tests/support/raw-zip.ts'

const built = await ministryPackage('VP-32')
const files = readZip(built.bytes)
const verify = (bytes: Uint8Array) => verifyPackage(bytes, { sha256 })
const firstFault = (bytes: Uint8Array) => {
  const { ok, faults } = verify(bytes)
  return ok ? null : { file: faults[0]?.file, fault: faults[0]?.fault }
}
const repacked = (change: (file: ZipFile) => ZipFile | null) =>
  writeZip(files.flatMap((file) => change(file) ?? []))
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

describe('a package', () => {
  it('is named by day, BIN, form and revision', () => {
    expect(built.fileName).toBe(`2026-05-20_${testBin}_VP-32_rev1.zip`)
  })

  it('holds the manifest, one data file per section, the spreadsheet and the summary', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'manifest.json',
      'data/vp32.json',
      'data/vp32-learners.json',
      'data/vp32.xlsx',
      'summary.pdf',
    ])
  })

  it('says in its manifest what it holds, in canonical form', async () => {
    const manifest = text(files[0]?.bytes ?? new Uint8Array())
    await expect(manifest).toMatchFileSnapshot('../../../tests/fixtures/ministry/manifest-vp32.json')
    expect(sha256(files[0]?.bytes ?? new Uint8Array())).toBe(built.manifestSha256)
  })

  it('has the same bytes when it is built again from the same records', async () => {
    expect(sha256((await ministryPackage('VP-32')).bytes)).toBe(sha256(built.bytes))
  })

  it('has other bytes when one number differs', async () => {
    expect(sha256((await ministryPackage('VP-32', { revision: 2 })).bytes)).not.toBe(sha256(built.bytes))
  })

  it('names for every row the record that the answer belongs to', () => {
    expect(built.rows.map(({ file, row, record, label }) => [file, row, record?.entity, label])).toEqual([
      ['data/vp32.json', 0, 'programme', '6B06101 Программа 1'],
      ['data/vp32.json', 1, 'programme', '7M04101 Программа 2'],
      ['data/vp32-learners.json', 0, 'programme', '6B06101 Программа 1'],
      ['data/vp32-learners.json', 1, 'programme', '7M04101 Программа 2'],
    ])
  })

  it('names the rows of a report that belong to no record by what stands in them', async () => {
    const labels = (await ministryPackage('DD-63')).rows.flatMap(({ record, label }) =>
      record === null ? [label] : [],
    )
    expect(labels).toEqual([
      'Итоги · Программы',
      'Итоги · Вузы-партнёры',
      'Итоги · Страны',
      'Итоги · Контингент обучающихся',
      'Уровни · Бакалавриат',
      'Уровни · Магистратура',
      'Уровни · Докторантура',
      'Форматы · Бакалавриат · 2+2',
      'Форматы · Магистратура · 1s+3s',
      'Германия',
      'Чехия',
    ])
  })

  it('carries a spreadsheet with headings in the chosen language, days as days and texts that start no formula', async () => {
    const { bytes } =
      readZip((await ministryPackage('VP-40', { language: 'kk' })).bytes).find(({ path }) =>
        path.endsWith('.xlsx'),
      ) ?? {}
    const workbook = await readXlsx(bytes ?? new Uint8Array())
    const [sheet] = workbook.sheets
    expect(sheet?.name).toBe('Шарттар')
    expect(sheet?.rows[0]).toContain('Келісімнің мәні')
    expect(sheet?.rows[2]).toContain('=Совместная подготовка бакалавров')
    expect(sheet?.rows[2]).toContainEqual(new Date('2022-03-14T00:00:00.000Z'))
    const parts = unzipSync(bytes ?? new Uint8Array())
    expect(text(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>')
  })

  it('verifies, also with signature files beside it', () => {
    expect(verify(built.bytes)).toMatchObject({
      ok: true,
      faults: [],
      filesChecked: 4,
      manifestSha256: built.manifestSha256,
    })
    const signed = writeZip([...files, { path: 'manifest.p7s', bytes: new Uint8Array([1]) }])
    expect(verify(signed)).toMatchObject({ ok: true, signatures: ['manifest.p7s'] })
  })
})

describe('verification', () => {
  it.each(files.map(({ path }) => [path]))('names %s when one byte of it changed', (path) => {
    fc.assert(
      fc.property(fc.nat(), (at) => {
        const tampered = repacked((file) => {
          if (file.path !== path) return file
          const bytes = Uint8Array.from(file.bytes)
          const index = at % bytes.length
          bytes[index] = (bytes[index] ?? 0) ^ 0x01
          return { path, bytes }
        })
        const { ok, faults } = verifyPackage(tampered, { sha256, manifestSha256: built.manifestSha256 })
        expect(ok).toBe(false)
        expect(faults.map(({ file }) => file)).toContain(path)
      }),
      { numRuns: 60 },
    )
  })

  it.each(files.slice(1).map(({ path }) => [path]))('names %s when it is missing', (path) => {
    expect(firstFault(repacked((file) => (file.path === path ? null : file)))).toEqual({
      file: path,
      fault: 'missing',
    })
  })

  it('names the first of several files that differ', () => {
    const tampered = repacked((file) =>
      file.path.startsWith('data/vp32')
        ? { path: file.path, bytes: Buffer.concat([file.bytes, Buffer.from(' ')]) }
        : file,
    )
    expect(firstFault(tampered)).toEqual({ file: 'data/vp32.json', fault: 'size-differs' })
  })

  it('names a file that the manifest does not list', () => {
    const extra = writeZip([...files, { path: 'data/extra.json', bytes: Buffer.from('[]') }])
    expect(firstFault(extra)).toEqual({ file: 'data/extra.json', fault: 'unknown-file' })
  })

  it('refuses a manifest that says more than the format, or says it in another way', () => {
    const manifest: unknown = JSON.parse(text(files[0]?.bytes ?? new Uint8Array()))
    const withManifest = (bytes: Uint8Array) =>
      repacked((file) => (file.path === 'manifest.json' ? { ...file, bytes } : file))
    expect(firstFault(withManifest(canonicalBytes({ ...manifestSchema.parse(manifest), extra: 1 })))).toEqual(
      {
        file: 'manifest.json',
        fault: 'manifest-invalid',
      },
    )
    expect(firstFault(withManifest(Buffer.from(JSON.stringify(manifest, null, 2))))).toEqual({
      file: 'manifest.json',
      fault: 'manifest-not-canonical',
    })
    expect(firstFault(repacked((file) => (file.path === 'manifest.json' ? null : file)))).toEqual({
      file: 'manifest.json',
      fault: 'manifest-missing',
    })
  })

  it('tells a package that was rebuilt with other content from the one that was recorded', async () => {
    const other = await ministryPackage('VP-32', { createdAt: '2026-05-20T06:30:00.001Z' })
    expect(verify(other.bytes).ok).toBe(true)
    const { ok, faults } = verifyPackage(other.bytes, { sha256, manifestSha256: built.manifestSha256 })
    expect({ ok, fault: faults[0]?.fault }).toEqual({ ok: false, fault: 'manifest-differs' })
  })

  it('notices rows that the manifest does not count', () => {
    const bytes = Buffer.from('[]')
    const manifest = structuredClone(built.manifest)
    Object.assign(manifest.files[0] ?? {}, { size: bytes.length, sha256: sha256(bytes) })
    const forged = repacked((file) => {
      if (file.path === 'data/vp32.json') return { ...file, bytes }
      return file.path === 'manifest.json' ? { ...file, bytes: canonicalBytes(manifest) } : file
    })
    expect(firstFault(forged)).toEqual({ file: 'data/vp32.json', fault: 'rows-differ' })
  })

  it('compares the file name with the manifest when it is asked to', () => {
    const named = (fileName: string) => verifyPackage(built.bytes, { sha256, fileName })
    expect(named(built.fileName).ok).toBe(true)
    expect(named(built.fileName.replace('rev1', 'rev2')).faults[0]?.fault).toBe('name-differs')
  })

  it('never believes a damaged archive: it is refused, or its files are still the same', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = Uint8Array.from(built.bytes)
        const index = at % bytes.length
        bytes[index] = (bytes[index] ?? 0) ^ flip
        const read = readPackage(bytes, { sha256, manifestSha256: built.manifestSha256 })
        expect(read.verification.ok ? read.files : files).toEqual(files)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses every shortened archive', () => {
    for (let length = 0; length < built.bytes.length; length += 97) {
      expect(verify(built.bytes.subarray(0, length)).ok).toBe(false)
    }
  })

  const attacks: [name: string, bytes: Uint8Array, fault: string][] = [
    ['a text file', Buffer.from('not an archive'), 'not-a-package'],
    ['an empty file', new Uint8Array(), 'not-a-package'],
    ['a climbing path', rawZip([{ name: '../evil.json', data: '[]' }]), 'unsafe-entry'],
    ['an absolute path', rawZip([{ name: '/etc/passwd', data: '[]' }]), 'unsafe-entry'],
    ['a drive letter', rawZip([{ name: 'C:\\evil.json', data: '[]' }]), 'unsafe-entry'],
    ['a link', rawZip([{ name: 'link', data: '/etc/passwd', mode: 0o120777 }]), 'unsafe-entry'],
    ['an encrypted entry', rawZip([{ name: 'a.json', data: '[]', isEncrypted: true }]), 'unsafe-entry'],
    [
      'one name twice',
      rawZip([
        { name: 'a.json', data: '1' },
        { name: 'A.JSON', data: '2' },
      ]),
      'unsafe-entry',
    ],
    [
      'entries that share bytes',
      rawZip([
        { name: 'a.json', data: '[]' },
        { name: 'b.json', data: '[]', offset: 0 },
      ]),
      'unsafe-entry',
    ],
    [
      'a bomb that says its size',
      rawZip([{ name: 'a.json', data: Buffer.alloc(30 * 1024 * 1024) }]),
      'too-large',
    ],
    [
      'a bomb that hides its size',
      rawZip([{ name: 'a.json', data: Buffer.alloc(30 * 1024 * 1024), declaredSize: 1000 }]),
      'damaged-entry',
    ],
    [
      'too many entries',
      rawZip(Array.from({ length: 300 }, (_unused, index) => ({ name: `${index}`, data: '' }))),
      'too-large',
    ],
  ]
  it.each(attacks)('refuses %s', (_name, bytes, expected) => {
    expect(verify(bytes)).toMatchObject({ ok: false, manifest: null, faults: [{ fault: expected }] })
  })
})
