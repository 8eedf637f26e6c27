import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPartner } from '../../../tests/support/builders.ts'
import { maxAttachmentSize } from '../../../shared/attachments/attachment.ts'
import type { RecordReference } from '../../../shared/kernel/record.ts'
import { openTestService, type TestService } from '../testing.ts'
import { openConnection } from '../workspace/sqlite-connection.ts'
import { mediaTypeOf } from './media-type.ts'

describe('attachments', () => {
  let test: TestService
  let owner: RecordReference
  beforeEach(async () => {
    test = await openTestService()
    const { record } = await test.client.partners.create({ fields: aPartner() })
    owner = { entity: 'partner', id: record.id }
  })
  afterEach(() => test.close())

  async function file(name: string, content: string | Uint8Array) {
    await writeFile(join(test.folder, name), content)
    return test.service.files.grant(join(test.folder, name))
  }
  const stored = () =>
    test.service.context.database().reader.selectFrom('attachment_content').select('sha256').execute()

  it('keep the content and give it back byte for byte', async () => {
    const scan = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0, 255, 10, 13, 26])])
    const [attachment] = await test.client.attachments.add({
      owner,
      files: [await file('келісім.pdf', scan)],
    })
    expect(attachment).toMatchObject({
      owner,
      name: 'келісім.pdf',
      mediaType: 'application/pdf',
      size: scan.length,
    })
    await test.client.attachments.saveAs({
      id: attachment?.id ?? '',
      to: test.service.files.grant(join(test.folder, 'out.pdf')),
    })
    expect(await readFile(join(test.folder, 'out.pdf'))).toEqual(scan)
    expect((await readdir(test.folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('store the same content once', async () => {
    const files = [await file('a.txt', 'бірдей'), await file('b.txt', 'бірдей'), await file('c.txt', 'басқа')]
    await test.client.attachments.add({ owner, files })
    expect(await test.client.attachments.list({ owner })).toHaveLength(3)
    expect(await stored()).toHaveLength(2)
  })

  it('are removed and restored, and both stand in the history of their record', async () => {
    const [attachment] = await test.client.attachments.add({ owner, files: [await file('a.txt', 'мәтін')] })
    const id = attachment?.id ?? ''
    await test.client.attachments.remove({ id })
    await test.client.attachments.remove({ id })
    expect(await test.client.attachments.list({ owner })).toEqual([])
    expect(await test.client.attachments.restore({ id })).toEqual(attachment)
    expect(await test.client.attachments.list({ owner })).toEqual([attachment])
    const history = await test.client.workspace.history(owner)
    expect(history.map(({ action, fields }) => [action, ...fields])).toEqual([
      ['change', 'attachments'],
      ['change', 'attachments'],
      ['change', 'attachments'],
      ['create'],
    ])
    expect(await test.client.workspace.integrity()).toMatchObject({ ok: true })
  })

  it('are counted in the register of their records', async () => {
    const { record } = await test.client.agreements.create({
      fields: { ...(await import('../../../tests/support/builders.ts')).anAgreement([owner.id]) },
    })
    await test.client.attachments.add({
      owner: { entity: 'agreement', id: record.id },
      files: [await file('a.txt', 'a')],
    })
    const registers = test.service.context.registers()
    expect((await registers.upToDate()).attachments.get(record.id)).toBe(1)
  })

  it('are refused when too large, all of the chosen files together', async () => {
    const large = await file('large.bin', new Uint8Array(maxAttachmentSize + 1))
    const added = test.client.attachments.add({ owner, files: [await file('a.txt', 'a'), large] })
    await expect(added).rejects.toMatchObject({
      data: { code: 'attachment-too-large', params: { name: 'large.bin', limit: 50 } },
    })
    expect(await test.client.attachments.list({ owner })).toEqual([])
  })

  it('are refused for a record that is not there', async () => {
    const gone = { entity: 'agreement', id: owner.id } as const
    const added = test.client.attachments.add({ owner: gone, files: [await file('a.txt', 'a')] })
    await expect(added).rejects.toMatchObject({ data: { code: 'invalid-record' } })
    expect(await stored()).toEqual([])
  })

  it('are not given out when their stored content was damaged', async () => {
    const [attachment] = await test.client.attachments.add({
      owner,
      files: [await file('a.txt', 'түпнұсқа')],
    })
    const connection = openConnection(test.path, 'write')
    connection.prepare('update attachment_content set content = ?').run(Buffer.from('жалған'))
    connection.close()
    const to = test.service.files.grant(join(test.folder, 'out.txt'))
    const saved = test.client.attachments.saveAs({ id: attachment?.id ?? '', to })
    await expect(saved).rejects.toMatchObject({ data: { code: 'attachment-damaged' } })
    expect(await readdir(test.folder)).not.toContain('out.txt')
    const report = await test.client.workspace.integrity()
    expect(report.findings).toEqual([{ check: 'attachments', detail: attachment?.sha256 }])
  })

  it('say when a chosen file is gone', async () => {
    const files = [test.service.files.grant(join(test.folder, 'gone.pdf'))]
    const added = test.client.attachments.add({ owner, files })
    await expect(added).rejects.toMatchObject({
      data: { code: 'file-unreadable', params: { name: 'gone.pdf' } },
    })
  })
})

describe('the media type of a file', () => {
  it.each([
    ['scan.jpg', [0x25, 0x50, 0x44, 0x46, 0x2d], 'application/pdf'],
    ['scan', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    [
      'Келісім.DOCX',
      [0x50, 0x4b, 3, 4],
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['list.csv', [0x41], 'text/csv'],
    ['unknown', [], 'application/octet-stream'],
  ])('of %s is told by its first bytes, else by its name', (name, bytes, expected) => {
    expect(mediaTypeOf(name, Uint8Array.from(bytes))).toBe(expected)
  })
})
