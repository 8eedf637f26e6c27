import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aHomeProgramme } from '../../../tests/support/builders.ts'
import { readPdfText } from '../../../tests/support/pdf-text.ts'
import { refusalOf } from '../../../tests/support/refusal-of.ts'
import { emptyInvolvement, type InvolvementFields } from '../../../shared/stakeholders/involvement.ts'
import { openTestService, type TestService } from '../testing.ts'

let test: TestService

beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

const anEvent = (change: Partial<InvolvementFields> = {}): InvolvementFields => ({
  ...emptyInvolvement('2026-10-14'),
  names: { kk: 'Индустриялық кеңес отырысы', ru: 'Заседание индустриального совета', en: 'Industry board' },
  organisation: '«Қазақтелеком» АҚ',
  outcome: 'Бағдарламаға деректер талдауы пәні қосылды.',
  ...change,
})

const add = async (change: Partial<InvolvementFields> = {}) =>
  (await test.client.stakeholders.create({ fields: anEvent(change) })).record

const period = { from: '2026-09-01', to: '2027-08-31', language: 'kk' as const }

describe('participation', () => {
  it('is counted per academic year and audience; people who were not counted are not taken for none', async () => {
    await add({ personCount: 12 })
    await add({ personCount: null })
    await add({ audience: 'student', on: '2026-03-01', personCount: null })
    expect(await test.client.stakeholders.summary()).toEqual([
      { academicYear: 2026, audience: 'employer', events: 2, persons: 12 },
      { academicYear: 2025, audience: 'student', events: 1, persons: null },
    ])
  })

  it('without organisation or outcome is saved with warnings', async () => {
    const { problems } = await test.client.stakeholders.create({
      fields: anEvent({ organisation: '', outcome: '' }),
    })
    expect(problems.map(({ rule }) => rule)).toEqual([
      'involvement-organisation-missing',
      'involvement-outcome-missing',
    ])
  })

  it('is found by the words of its outcome and its programme', async () => {
    const { record } = await test.client.programmes.create({
      fields: aHomeProgramme('6B05201', 'Геология'),
    })
    const event = await add({ programmeId: record.id })
    for (const text of ['деректер талдауы', 'геология']) {
      const { hits } = await test.client.search.find({ text, language: 'kk', limit: 5 })
      expect(hits.filter(({ record: found }) => found.id === event.id)).toHaveLength(1)
    }
  })

  it('of a period is a report as PDF and workbook', async () => {
    await add({ personCount: 12 })
    await add({ on: '2025-10-14', names: { kk: 'Бұрынғы', ru: '', en: '' } })
    const path = join(test.folder, 'report.pdf')
    const file = test.service.files.grant(path)
    expect(await test.client.stakeholders.saveReport({ ...period, format: 'pdf', file })).toEqual({
      events: 1,
    })
    const text = readPdfText(await readFile(path))
      .pages.join(' ')
      .replaceAll(/\s+/g, ' ')
    expect(text).toContain('Индустриялық кеңес отырысы')
    expect(text).not.toContain('Бұрынғы')
    const xlsx = test.service.files.grant(join(test.folder, 'report.xlsx'))
    await test.client.stakeholders.saveReport({ ...period, format: 'xlsx', file: xlsx })
    expect((await readFile(join(test.folder, 'report.xlsx'))).subarray(0, 2).toString()).toBe('PK')
  })

  it('becomes evidence with its file in one step, and an entry that points at it keeps it', async () => {
    const event = await add()
    const { id, name } = await test.client.stakeholders.keepReport(period)
    const files = await test.client.attachments.list({ owner: { entity: 'evidence', id } })
    expect(files.map((file) => file.mediaType)).toEqual(['application/pdf'])
    const choices = await test.client.stakeholders.evidenceChoices({
      text: 'қатысуы',
      ids: null,
      language: 'kk',
    })
    expect(choices).toEqual([{ id, name }])
    await test.client.stakeholders.save({ ...event, fields: anEvent({ evidenceIds: [id] }) })
    const { rows } = await test.client.stakeholders.list({
      text: '',
      filter: {
        audiences: [],
        activities: [],
        years: ['2026'],
        programmeIds: [],
        hasEvidence: true,
        hasOutcome: null,
        from: null,
        to: null,
        ids: null,
      },
      sort: [],
      offset: 0,
      limit: 10,
      language: 'kk',
      on: '2026-11-22',
    })
    expect(rows.map(({ evidenceCount }) => evidenceCount)).toEqual([1])
  })

  it('that points at evidence which does not exist is refused', async () => {
    const refusal = await refusalOf(add({ evidenceIds: ['01890000-0000-7000-8000-000000000001'] }))
    expect(refusal.code).toBe('invalid-record')
  })
})
