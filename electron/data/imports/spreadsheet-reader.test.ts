import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawZip, type RawEntry, workbookEntries } from '../../../tests/support/raw-zip.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Workbook } from '../../../shared/imports/sheet.ts'
import { readSpreadsheet } from './spreadsheet-reader.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qosdiplom-reader-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function read(content: Uint8Array | string, name = 'register.xlsx'): Promise<Workbook> {
  const path = join(folder, `${crypto.randomUUID()}-${name}`)
  await writeFile(path, content)
  return readSpreadsheet({ path, encoding: null })
}

async function refusal(content: Uint8Array | string, name?: string): Promise<string> {
  try {
    await read(content, name)
  } catch (error) {
    if (error instanceof AppError) return error.refusal.code
    throw error
  }
  return 'read'
}

const smallSheet =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Partner</t></is></c></row></sheetData>'
const withEntry = (entry: RawEntry): Buffer => rawZip([...workbookEntries(smallSheet), entry])

describe('reading a workbook', () => {
  it('gives values, dates, hidden sheets and merged ranges, and leaves out rows that are only formatted', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: 'Реестр',
          rows: [
            ['Партнёр', 'Дата', 'Число'],
            ['Peking University', new Date('2027-12-31'), 12.5],
            [],
            [null, null, 3],
          ],
          merges: [{ startRow: 1, startCol: 0, endRow: 3, endCol: 0 }],
        },
        { name: 'Справочник', rows: [['x']], hidden: true },
      ],
    })
    const workbook = await read(file)
    expect(workbook).toMatchObject({ format: 'xlsx', encoding: null, notices: [] })
    expect(workbook.sheets).toEqual([
      {
        name: 'Реестр',
        isHidden: false,
        rows: [
          { row: 1, cells: ['Партнёр', 'Дата', 'Число'] },
          { row: 2, cells: ['Peking University', { day: '2027-12-31' }, 12.5] },
          { row: 4, cells: [null, null, 3] },
        ],
        merges: [{ firstRow: 2, lastRow: 4, firstColumn: 0, lastColumn: 0 }],
      },
      { name: 'Справочник', isHidden: true, rows: [{ row: 1, cells: ['x'] }], merges: [] },
    ])
  })

  it('reads the smallest workbook, with the name of its sheet unescaped', async () => {
    const workbook = await read(rawZip(workbookEntries(smallSheet)))
    expect(workbook.sheets[0]).toMatchObject({ name: 'A & B', rows: [{ row: 1, cells: ['Partner'] }] })
  })

  it('keeps macros and external links unread and tells so', async () => {
    const workbook = await read(
      rawZip([
        ...workbookEntries(smallSheet),
        { name: 'xl/vbaProject.bin', data: 'macro' },
        { name: 'xl/externalLinks/externalLink1.xml', data: '<!DOCTYPE x><x/>' },
      ]),
    )
    expect(workbook.notices).toEqual(['macros', 'external-links'])
  })
})

describe('a hostile or foreign file', () => {
  it('survives a merged range over the whole sheet', async () => {
    const file = rawZip(
      workbookEntries(`${smallSheet}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
    )
    expect(file.length).toBeLessThan(4096)
    const workbook = await read(file)
    expect(workbook.sheets[0]?.merges).toEqual([
      { firstRow: 1, lastRow: 1_048_576, firstColumn: 0, lastColumn: 255 },
    ])
  })

  it.each([
    ['an old .xls workbook', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'import-old-workbook'],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'import-encrypted',
    ],
    [
      'a web page named .xls',
      '\uFEFF<html><table><tr><td>Партнёр</td></tr></table></html>',
      'import-web-page',
    ],
    ['an XML spreadsheet', '<?xml version="1.0"?><Workbook/>', 'import-web-page'],
    ['a PDF', '%PDF-1.7 something', 'import-unknown-format'],
    ['a binary file', Buffer.from([1, 2, 3, 0, 0, 200, 7]), 'import-unknown-format'],
    ['an empty file', '', 'import-empty-file'],
    ['a file of blanks', '\n;;;\n', 'import-empty-file'],
    ['an archive that is no workbook', rawZip([{ name: 'a.txt', data: 'a' }]), 'import-not-a-workbook'],
    ['a binary workbook', rawZip([{ name: 'xl/workbook.bin', data: 'a' }]), 'import-binary-workbook'],
    [
      'an OpenDocument table',
      rawZip([
        { name: 'mimetype', data: 'application/vnd.oasis' },
        { name: 'content.xml', data: '<x/>' },
      ]),
      'import-open-document',
    ],
    ['a truncated workbook', rawZip(workbookEntries(smallSheet)).subarray(0, 900), 'import-damaged'],
    [
      'a name that climbs out of the folder',
      withEntry({ name: '../../etc/cron.d/x', data: 'x' }),
      'import-unsafe-archive',
    ],
    ['an absolute name', withEntry({ name: '/etc/passwd', data: 'x' }), 'import-unsafe-archive'],
    ['a drive name', withEntry({ name: 'C:/windows/x', data: 'x' }), 'import-unsafe-archive'],
    ['a name with a NUL', withEntry({ name: 'xl/a\0.xml', data: 'x' }), 'import-unsafe-archive'],
    ['a doubled name', withEntry({ name: 'XL/workbook.xml', data: '<x/>' }), 'import-unsafe-archive'],
    [
      'a symbolic link',
      withEntry({ name: 'xl/link', data: '/etc/passwd', mode: 0o120777 }),
      'import-unsafe-archive',
    ],
    [
      'entries that share bytes',
      withEntry({ name: 'xl/again.xml', data: '<x/>', offset: 0 }),
      'import-unsafe-archive',
    ],
    [
      'an encrypted entry',
      withEntry({ name: 'xl/secret.xml', data: 'x', isEncrypted: true }),
      'import-encrypted',
    ],
    [
      'a DOCTYPE with entities',
      rawZip(
        workbookEntries(smallSheet, {
          prolog: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>',
        }),
      ),
      'import-doctype',
    ],
    [
      'more entries than a workbook has',
      rawZip(Array.from({ length: 1200 }, (_, index) => ({ name: `xl/x${index}.xml`, data: 'x' }))),
      'import-too-many-entries',
    ],
    [
      'a bomb that declares its size',
      withEntry({ name: 'xl/worksheets/sheet9.xml', data: Buffer.alloc(64 * 1024 * 1024) }),
      'import-unpacked-too-large',
    ],
    [
      'a bomb that lies about its size',
      withEntry({
        name: 'xl/worksheets/sheet9.xml',
        data: Buffer.alloc(64 * 1024 * 1024),
        declaredSize: 1000,
      }),
      'import-damaged',
    ],
    [
      'a cell beyond the last column',
      rawZip(
        workbookEntries(
          '<sheetData><row r="1"><c r="IW1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
        ),
      ),
      'import-too-many-columns',
    ],
    ['a text longer than a cell', `Партнёр;Страна\n${'x'.repeat(40_000)};Китай`, 'import-cell-too-long'],
    [
      'a quotation mark that never closes',
      'Партнёр;Страна\n"Peking University;Китай\nTsinghua;Китай\n',
      'import-open-quote',
    ],
    ['a text with too many columns', `${';'.repeat(300)}x\n`, 'import-too-many-columns'],
  ])('refuses %s by name', async (_name, content, code) => {
    expect(await refusal(content)).toBe(code)
  })

  it('refuses two cells at opposite corners instead of filling the sheet between them', async () => {
    const file = rawZip(
      workbookEntries(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
    )
    expect(await refusal(file)).toBe('import-too-many-columns')
  })

  it('refuses a workbook that needs more memory than a register may take, and stays alive', async () => {
    const strings = Array.from(
      { length: 1_400_000 },
      (_, index) => `<si><r><t>${index * 7919}</t></r></si>`,
    ).join('')
    expect(await refusal(rawZip(workbookEntries(smallSheet, { sharedStrings: strings })))).toBe(
      'import-out-of-memory',
    )
    expect((await read('Партнёр;Страна\nA;B\n')).sheets[0]?.rows).toHaveLength(2)
  })

  it('stops when the person cancels', async () => {
    const path = join(folder, 'cancel.csv')
    await writeFile(path, 'a;b\n'.repeat(90_000))
    const controller = new AbortController()
    const reading = readSpreadsheet({ path, encoding: null, signal: controller.signal })
    controller.abort(new Error('cancelled'))
    await expect(reading).rejects.toThrow('cancelled')
  })
})
