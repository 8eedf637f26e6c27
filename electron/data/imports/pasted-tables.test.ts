import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PastedTable } from '../../../shared/imports/pasted-table.ts'
import type { SheetChoice } from '../../../shared/imports/layout.ts'
import type { Progress } from '../../../shared/kernel/contract-base.ts'
import { openTestService, type TestService } from '../testing.ts'

let test: TestService
beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

const table = (rows: string[][]): PastedTable => ({
  name: 'Алмасу буфері',
  entity: 'partner',
  rows,
  merges: [],
  columns: [
    { title: 'Серіктес', field: 'partner.name' },
    { title: 'Ел', field: 'partner.country' },
    { title: 'Қала', field: 'partner.city' },
  ],
})

async function finish<T>(stream: AsyncIterator<Progress, T>): Promise<T> {
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return step.value
  }
}

async function choose(rows: string[][]): Promise<SheetChoice> {
  const file = await test.client.imports.paste(table(rows))
  return { file, encoding: null, delimiter: null, sheet: null, header: null }
}

async function check(choice: SheetChoice) {
  const { proposal, ...inspection } = await test.client.imports.inspect(choice)
  if (proposal === null) throw new Error('no header was found')
  const preview = await finish(await test.client.imports.check({ choice, layout: proposal.layout }))
  return { inspection, proposal, preview }
}

const rows = [
  ['Пекин университеті', 'Қытай', 'Пекин'],
  ['Берлин университеті', 'Атлантида', 'Берлин'],
  ['Шанхай университеті', 'Қытай', 'Шанхай'],
]

async function partnerNames(): Promise<string[]> {
  const { rows: found } = await test.client.partners.list({
    text: '',
    filter: { countries: [], hasActiveAgreement: null, hasProgramme: null, ids: null },
    sort: [{ column: 'name', descending: false }],
    offset: 0,
    limit: 100,
    on: '2026-11-22',
    language: 'kk',
  })
  return found.map(({ name, city }) => `${name}, ${city}`)
}

describe('a table from the clipboard', () => {
  it('without a header is proposed with the columns of the list and imported in one step that can be undone', async () => {
    const { inspection, proposal, preview } = await check(await choose(rows))
    expect(inspection).toMatchObject({ format: 'pasted', entity: 'partner', encoding: null })
    expect(proposal.columns.map(({ basis }) => basis)).toEqual(['list', 'list', 'list'])
    expect(preview.rows).toMatchObject({ new: 2, refused: 1 })
    const summary = await finish(await test.client.imports.apply({ preview: preview.id }))
    expect(summary).toMatchObject({ fileName: 'Алмасу буфері' })
    expect(await partnerNames()).toEqual(['Пекин университеті, Пекин', 'Шанхай университеті, Шанхай'])
    if (summary.batch === null) throw new Error('nothing was written')
    await test.client.imports.undo({ batch: summary.batch, leaveChanged: false, language: 'kk' })
    expect(await partnerNames()).toEqual([])
  })

  it('has its bad cells named by row and field, and writes nothing before the person says so', async () => {
    const { preview } = await check(await choose(rows))
    const refused = await test.client.imports.rows({
      preview: preview.id,
      outcomes: ['refused'],
      withProblems: false,
      offset: 0,
      limit: 10,
    })
    expect(refused.rows).toMatchObject([
      { row: 3, problems: [{ column: 1, target: 'partner.country', severity: 'error' }] },
    ])
    expect(await partnerNames()).toEqual([])
  })

  it('is read with the header of its own', async () => {
    const { proposal } = await check(
      await choose([
        ['Город', 'Наименование вуза', 'Страна'],
        ['Пекин', 'Пекинский университет', 'Китай'],
      ]),
    )
    expect(proposal.layout.mapping.map(({ field }) => field)).toEqual([
      'partner.city',
      'partner.name',
      'partner.country',
    ])
  })

  it('gives way to later ones', async () => {
    const first = await choose(rows)
    await choose(rows)
    await choose(rows)
    await expect(test.client.imports.inspect(first)).rejects.toMatchObject({
      data: { code: 'file-not-granted' },
    })
  })

  it('is not taken beyond the limit', async () => {
    await expect(choose(Array.from({ length: 20_001 }, () => ['a']))).rejects.toMatchObject({
      data: { code: 'invalid-input' },
    })
  })
})
