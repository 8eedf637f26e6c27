import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AccreditationFields, allAccreditations } from '../../../shared/accreditation/accreditation.ts'
import { allAgencies } from '../../../shared/accreditation/agency.ts'
import { deqarHeader } from '../../../shared/accreditation/deqar.ts'
import { withoutMeta } from '../../../shared/kernel/record.ts'
import { formatDay } from '../../../shared/kernel/format.ts'
import { anAccreditation, anAgency } from '../../../tests/support/accreditation-builders.ts'
import { aCohort, anAgreement, aPartner, aProgramme } from '../../../tests/support/builders.ts'
import { readPdfText } from '../../../tests/support/pdf-text.ts'
import { programmeStore } from '../programmes/programme.repository.ts'
import { openTestService, type TestService } from '../testing.ts'

const on = '2026-11-22'
const page = { text: '', sort: [], offset: 0, limit: 100, on, language: 'ru' as const }

let test: TestService
let programmeId: string
let partnerId: string

beforeEach(async () => {
  test = await openTestService()
  const { client } = test
  const partner = await client.partners.create({ fields: aPartner() })
  partnerId = partner.record.id
  const programme = await client.programmes.create({ fields: aProgramme(partnerId, null) })
  programmeId = programme.record.id
})
afterEach(() => test.close())

async function agencyId(acronym: string): Promise<string> {
  const { rows } = await test.client.agencies.list({ ...page, filter: allAgencies })
  const found = rows.find((row) => row.acronym === acronym)
  if (found === undefined) throw new Error(`no agency ${acronym}`)
  return found.id
}

const list = (filter: Partial<typeof allAccreditations> = {}) =>
  test.client.accreditation.list({ ...page, filter: { ...allAccreditations, ...filter } })
const state = () => test.client.accreditation.state({ on, language: 'ru' })

async function write(name: string, content: string) {
  const path = join(test.folder, name)
  await writeFile(path, content)
  return test.service.files.grant(path)
}

const epvoRows = (rows: readonly object[]) => write('accreditation.json', JSON.stringify(rows))

async function importFile(file: Awaited<ReturnType<typeof write>>) {
  const preview = await test.client.accreditation.preview({ file, language: 'ru' })
  return { preview, result: await test.client.accreditation.apply({ preview: preview.preview }) }
}

describe('agencies', () => {
  it('Q17: ASIIN 1 and 2 of EPVO resolve to one agency', async () => {
    const file = await epvoRows([
      { id: 1, accredAgencyId: 1, startDate: '2020-01-01', finishDate: '2025-01-01' },
      { id: 2, accredAgencyId: 2, startDate: '2025-01-02', finishDate: '2030-01-01' },
    ])
    await importFile(file)
    const { rows } = await list()
    expect(new Set(rows.map((row) => row.agencyId))).toEqual(new Set([await agencyId('ASIIN')]))
    const agencies = await test.client.agencies.list({ ...page, filter: { ...allAgencies, isUsed: true } })
    expect(agencies.rows).toEqual([
      expect.objectContaining({ acronym: 'ASIIN', deqarId: 20, epvoIds: [1, 2], accreditationCount: 2 }),
    ])
  })

  it('come with the program once: one that was removed is not put in again, an own one stays', async () => {
    const { client } = test
    const before = await client.agencies.list({ ...page, filter: allAgencies })
    const removed = before.rows.find(({ acronym }) => acronym === 'SAPA')
    if (removed === undefined) throw new Error('no SAPA')
    await client.agencies.remove({ records: [removed] })
    await client.agencies.create({ fields: anAgency('Own', { epvoIds: [44] }) })
    await test.service.openWorkspace(test.path)
    const after = await client.agencies.list({ ...page, filter: allAgencies })
    expect(after.total).toBe(before.total)
    expect(after.rows.map(({ acronym }) => acronym)).not.toContain('SAPA')
  })

  it('are not removed while an accreditation names them', async () => {
    const iaar = await agencyId('IAAR')
    await test.client.accreditation.create({ fields: anAccreditation(programmeId, { agencyId: iaar }) })
    await expect(test.client.agencies.remove({ records: [{ id: iaar, revision: 1 }] })).rejects.toMatchObject(
      { data: { code: 'still-needed', params: { kinds: 'accreditation 1' } } },
    )
  })
})

describe('the register of accreditations', () => {
  it('Q14: two accreditations of one programme by IAAR and ASIIN both count', async () => {
    const { client } = test
    await client.accreditation.create({
      fields: anAccreditation(programmeId, { agencyId: await agencyId('IAAR') }),
    })
    await client.accreditation.create({
      fields: anAccreditation(programmeId, { agencyId: await agencyId('ASIIN'), isInternational: true }),
    })
    const ofProgramme = await list({ programmeId })
    expect(new Map(ofProgramme.rows.map((row) => [row.agencyName, row.state]))).toEqual(
      new Map([
        ['ASIIN', 'expiring'],
        ['IAAR', 'expiring'],
      ]),
    )
    const { shares } = await state()
    expect(shares.at(-1)).toMatchObject({
      programmes: 1,
      national: [programmeId],
      international: [programmeId],
    })
  })

  it('Q14: a record with agency 0 and no days is kept as incomplete at the source', async () => {
    const file = await epvoRows([
      {
        id: 77,
        universityId: null,
        accredAgencyId: 0,
        startDate: null,
        finishDate: null,
        codeEducProgramsId: '6B06101',
        nameOfEducPrograms: 'Информационные системы',
      },
    ])
    const { preview, result } = await importFile(file)
    expect(preview.rows[0]).toMatchObject({ outcome: 'new', notes: ['agency-none', 'days-missing'] })
    expect(result).toMatchObject({ created: 1, changed: 0 })
    const incomplete = await list({ isIncomplete: true })
    expect(incomplete.rows).toEqual([
      expect.objectContaining({
        object: { kind: 'programme', programmeId },
        agencyId: null,
        agencyName: 'EPVO 0',
        missing: ['agency', 'validFrom', 'validTo'],
        state: 'unknown',
      }),
    ])
  })

  it('is found by the words of its programme, agency and certificate', async () => {
    await test.client.accreditation.create({
      fields: anAccreditation(programmeId, { agencyId: await agencyId('IAAR') }),
    })
    for (const text of ['информационные', 'IAAR', '1234']) {
      const { hits } = await test.client.search.find({ text, limit: 20, language: 'ru' })
      expect(hits.map(({ record }) => record.entity)).toContain('accreditation')
    }
  })
})

/** IAAR's accreditation of the programme, and EPVO's record of it with another last day. */
async function conflict() {
  const agency = await agencyId('IAAR')
  const { record } = await test.client.accreditation.create({
    fields: anAccreditation(programmeId, { agencyId: agency }),
  })
  await importFile(
    await epvoRows([
      {
        id: 5,
        accredAgencyId: 6,
        startDate: '2022-06-16',
        finishDate: '2025-06-15',
        codeEducProgramsId: '6B06101',
        nameOfEducPrograms: 'Ақпараттық жүйелер',
      },
    ]),
  )
  return record
}

describe('conflicts of sources', () => {
  it('Q15: different end dates give a conflict row with the dates of each source', async () => {
    await conflict()
    const { conflicts } = await state()
    expect(conflicts).toEqual([
      expect.objectContaining({
        objectName: '6B06101 Информационные системы',
        agencyName: 'IAAR',
        differs: ['validTo'],
        statements: [
          expect.objectContaining({ source: 'own', validTo: '2027-06-15' }),
          expect.objectContaining({ source: 'epvo', validTo: '2025-06-15' }),
        ],
      }),
    ])
  })

  it.each(['kk', 'ru', 'en'] as const)('Q15: the letter to the agency is filled in %s', async (language) => {
    const record = await conflict()
    const request = { accreditationId: record.id, on, language }
    const letter = await test.client.accreditation.letter(request)
    const own = { kk: 'Ақпараттық жүйелер', ru: 'Информационные системы', en: 'Information systems' }
    expect(letter.paragraphs[0]).toContain(own[language])
    expect(letter.rows.map((row) => row[2])).toEqual([
      formatDay('2027-06-15', language),
      formatDay('2025-06-15', language),
    ])
    expect(letter.text).not.toContain('{{')
    const to = test.service.files.grant(join(test.folder, `letter-${language}.pdf`))
    await test.client.accreditation.saveLetter({ ...request, to })
    const { pages } = readPdfText(await readFile(test.service.files.resolve(to)))
    expect(pages.join(' ').replaceAll(/\s+/g, ' ')).toContain(letter.title)
  })

  it('refuses a letter where the sources agree', async () => {
    const { record } = await test.client.accreditation.create({ fields: anAccreditation(programmeId) })
    await expect(
      test.client.accreditation.letter({ accreditationId: record.id, on, language: 'kk' }),
    ).rejects.toMatchObject({ data: { code: 'accreditation-no-conflict' } })
  })
})

describe('warnings', () => {
  it('Q16: an accreditation that ends in June 2027, before a cohort of 2028, gives a warning with both dates', async () => {
    const { record } = await test.client.accreditation.create({ fields: anAccreditation(programmeId) })
    await test.client.mobility.create({ fields: aCohort(programmeId, { academicYear: 2024 }) })
    const { warnings } = await state()
    expect(warnings).toContainEqual(
      expect.objectContaining({
        kind: 'ends-before-cohort',
        accreditationId: record.id,
        endsOn: '2027-06-15',
        otherOn: '2028-06-30',
      }),
    )
  })

  it('Q16: an agreement that lasts longer is named with its last day; a longer second accreditation ends the warning', async () => {
    const { client } = test
    const agreement = await client.agreements.create({ fields: anAgreement([partnerId]) })
    const { record } = await client.programmes.get({ id: programmeId })
    const { id, revision } = record
    await client.programmes.save({ id, revision, fields: aProgramme(partnerId, agreement.record.id) })
    await client.accreditation.create({ fields: anAccreditation(programmeId) })
    const early = (await state()).warnings.filter(({ kind }) => kind === 'ends-before-agreement')
    expect(early).toEqual([
      expect.objectContaining({ endsOn: '2027-06-15', otherOn: '2029-02-28', agreementNumber: '12-45' }),
    ])
    await client.accreditation.create({ fields: anAccreditation(programmeId, { validTo: '2030-01-01' }) })
    expect((await state()).warnings.map(({ kind }) => kind)).not.toContain('ends-before-agreement')
  })

  it('Q16: the next procedure is due a year before the end, or as many months as was set', async () => {
    const due = async () => (await state()).warnings.filter(({ kind }) => kind === 'procedure-due')
    await test.client.accreditation.create({ fields: anAccreditation(programmeId) })
    expect(await due()).toEqual([expect.objectContaining({ endsOn: '2027-06-15', otherOn: '2026-06-15' })])
    await test.client.accreditation.setLeadMonths({ months: 6 })
    expect(await due()).toEqual([])
    expect((await state()).leadMonths).toBe(6)
  })
})

async function saveDeqar(ids: string[]): Promise<string> {
  const to = test.service.files.grant(join(test.folder, 'deqar.csv'))
  await test.client.accreditation.saveDeqar({ ids, to })
  return readFile(test.service.files.resolve(to), 'utf8')
}

describe('the row for DEQAR', () => {
  it('Q18: has the header of SubmissionTemplate.xlsx and the values of the record', async () => {
    const { record } = await test.client.accreditation.create({
      fields: anAccreditation(programmeId, { agencyId: await agencyId('IAAR') }),
    })
    const [header, row] = (await saveDeqar([record.id])).split('\r\n')
    expect(header).toBe(deqarHeader(1).join(','))
    const cells = new Map(header?.split(',').map((column, index) => [column, row?.split(',')[index]]))
    expect(Object.fromEntries([...cells].filter(([, value]) => value !== ''))).toEqual({
      agency: '68',
      local_identifier: 'AB 1234',
      status: '2',
      decision: '1',
      valid_from: '2022-06-16',
      valid_to: '2027-06-15',
      date_format: '%Y-%m-%d',
      'programme[1].identifier[1]': '6B06101',
      'programme[1].name_primary': 'Information systems',
      'programme[1].name_alternative[1]': 'Ақпараттық жүйелер',
      'programme[1].country[1]': 'KZ',
      'programme[1].qf_ehea_level': '1',
      'programme[1].degree_outcome': '1',
      'programme[1].workload_ects': '240',
      'programme[1].field_study': '061',
    })
  })

  it('Q18: a joint programme with one provider is refused; with two it has both', async () => {
    const { client } = test
    // The form asks for partners; an import or an older version may have left a programme without one.
    const alone = await test.service.context
      .database()
      .write((tx) =>
        programmeStore.insert(
          tx,
          aProgramme(partnerId, null, { features: ['joint'], partners: [], plan: [], code: '6B06102' }),
        ),
      )
    const { record } = await client.accreditation.create({
      fields: anAccreditation(alone.id, { agencyId: await agencyId('IQAA') }),
    })
    await expect(saveDeqar([record.id])).rejects.toMatchObject({ data: { code: 'deqar-one-provider' } })
    const { id, revision } = alone
    await client.programmes.save({
      id,
      revision,
      fields: aProgramme(partnerId, null, { features: ['joint'], code: '6B06102' }),
    })
    expect(await saveDeqar([record.id])).toContain('institution[2].deqar_id')
  })

  it('refuses a record whose agency has no number in DEQAR', async () => {
    const { record } = await test.client.accreditation.create({
      fields: anAccreditation(programmeId, { agencyId: await agencyId('ARQA') }),
    })
    await expect(saveDeqar([record.id])).rejects.toMatchObject({ data: { code: 'deqar-incomplete' } })
  })
})

describe('imports', () => {
  it('reads DEQAR rows, gives no end six years, and finds the programme', async () => {
    const header = deqarHeader(1)
    const row = new Map([
      ['agency', '69'],
      ['report_id', '9001'],
      ['decision', '2'],
      ['valid_from', '2024-01-15'],
      ['programme[1].name_primary', 'Information systems'],
    ])
    const file = await write(
      'deqar.csv',
      [header.join(','), header.map((column) => row.get(column) ?? '').join(',')].join('\n'),
    )
    const { preview } = await importFile(file)
    expect(preview.kind).toBe('deqar')
    expect((await list()).rows).toEqual([
      expect.objectContaining({
        object: { kind: 'programme', programmeId },
        agencyName: 'IQAA',
        decision: 'conditional',
        validTo: null,
        endsOn: '2030-01-15',
        state: 'valid',
        source: 'deqar',
        sourceId: '9001',
      }),
    ])
  })

  it('reads the own register by titles in Russian, keeps programmes that are not in the register', async () => {
    const file = await write(
      'own.csv',
      [
        'Реестр аккредитаций;;;;;',
        'Код;Образовательная программа;Агентство;Дата начала;Дата окончания;Решение',
        '6B06101;Информационные системы;IAAR;16.06.2022;15.06.2027;положительное',
        '6B07101;Химия;НККР;01.02.2023;31.01.2026;отказ',
        '6B07102;Физика;IAAR;31.12.2026;01.01.2026;',
      ].join('\n'),
    )
    const { preview } = await importFile(file)
    expect(preview.kind).toBe('own')
    expect(preview.rows.map(({ outcome, notes }) => [outcome, notes])).toEqual([
      ['new', []],
      ['new', ['agency-unknown', 'programme-not-in-register']],
      ['refused', ['days-contradict']],
    ])
    expect((await list({ objectKinds: ['other-programme'] })).rows).toEqual([
      expect.objectContaining({ objectName: '6B07101 Химия', agencyName: 'НККР', state: 'refused' }),
    ])
  })

  it('changes nothing the second time, takes over what changed at the source, keeps conditions, and is taken back whole', async () => {
    const row = { id: 5, accredAgencyId: 6, startDate: '2022-06-16', finishDate: '2025-06-15' }
    await importFile(await epvoRows([row]))
    const again = await test.client.accreditation.preview({ file: await epvoRows([row]), language: 'ru' })
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 1, refused: 0 })
    const [summary] = (await list()).rows
    if (summary === undefined) throw new Error('nothing was imported')
    const { record } = await test.client.accreditation.get({ id: summary.id })
    const { id, revision } = record
    const fields = withoutMeta<AccreditationFields>(record)
    const conditions = [{ text: 'Оснастить лабораторию', dueOn: '2027-01-01', doneOn: null }]
    await test.client.accreditation.save({ id, revision, fields: { ...fields, conditions } })
    const { result } = await importFile(await epvoRows([{ ...row, finishDate: '2027-06-15' }]))
    expect(result).toMatchObject({ created: 0, changed: 1 })
    const changed = await test.client.accreditation.get({ id })
    expect(changed.record).toMatchObject({ validTo: '2027-06-15', conditions })
    expect(await test.client.accreditation.undo({ batch: result.batch })).toEqual({ undone: 1 })
    expect((await test.client.accreditation.get({ id })).record).toMatchObject({
      validTo: '2025-06-15',
      conditions,
    })
  })

  it('is not taken back when a record was changed since', async () => {
    const row = { id: 5, accredAgencyId: 6, startDate: '2022-06-16', finishDate: '2025-06-15' }
    const { result } = await importFile(await epvoRows([row]))
    const { record } = await test.client.accreditation.get({ id: (await list()).rows[0]?.id ?? '' })
    const { id, revision } = record
    const fields = withoutMeta<AccreditationFields>(record)
    await test.client.accreditation.save({ id, revision, fields: { ...fields, notes: 'сверено' } })
    await expect(test.client.accreditation.undo({ batch: result.batch })).rejects.toMatchObject({
      data: { code: 'import-undo-changed' },
    })
  })

  it('refuses a file that holds no accreditations, and rows of another university', async () => {
    await expect(
      test.client.accreditation.preview({ file: await write('x.csv', 'a;b\n1;2'), language: 'ru' }),
    ).rejects.toMatchObject({ data: { code: 'accreditation-file-unknown' } })
    const { institution } = await test.client.institution.get()
    const names = { kk: 'Үлгі', ru: 'Образец', en: 'Model' }
    await test.client.institution.save({
      revision: institution.revision,
      fields: { ...withoutMeta(institution), names, epvoId: 12 },
    })
    const preview = await test.client.accreditation.preview({
      file: await epvoRows([{ id: 1, universityId: 13, accredAgencyId: 6 }]),
      language: 'ru',
    })
    expect(preview.rows[0]).toMatchObject({ outcome: 'refused', notes: ['other-university'] })
  })
})
