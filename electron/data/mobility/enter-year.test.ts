import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allCohorts, emptyCohort, type YearCounts } from '../../../shared/mobility/cohort.ts'
import type { ProgrammeFields } from '../../../shared/programmes/programme.ts'
import { openTestService, type TestService } from '../testing.ts'

const year = 2025

let test: TestService
beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

function programme(name: string, level: ProgrammeFields['level']): ProgrammeFields {
  return {
    names: { kk: name, ru: name, en: name },
    level,
    masterTrack: null,
    code: '',
    iscedF: '',
    languages: ['kk'],
    delivery: 'on_campus',
    features: [],
    award: null,
    registerStatus: 'not_in_register',
    epvoId: null,
    partners: [],
    plan: [],
    homeTeachers: null,
    partnerTeachers: null,
    firstYear: 2020,
    lastYear: null,
    notes: '',
  }
}

async function addProgramme(name: string, level: ProgrammeFields['level'] = 'bachelor'): Promise<string> {
  return (await test.client.programmes.create({ fields: programme(name, level) })).record.id
}

const enter = (
  rows: { programmeId: string; revision: number | null; counts: Partial<YearCounts> }[],
  source?: string,
) => test.client.mobility.enterYear({ academicYear: year, source: source ?? null, rows })

async function cohorts() {
  const { rows } = await test.client.mobility.list({
    text: '',
    filter: { ...allCohorts, academicYears: [year] },
    sort: [{ column: 'programmeName', descending: false }],
    offset: 0,
    limit: 100,
    on: '2026-11-22',
    language: 'en',
  })
  return rows
}

describe('entering an academic year', () => {
  it('makes records where there were none and changes the others', async () => {
    const [known, fresh] = [await addProgramme('A'), await addProgramme('B')]
    await test.client.mobility.create({
      fields: { ...emptyCohort(known, year), contingent: 10, outgoing: 2 },
    })
    const saved = await enter([
      { programmeId: known, revision: 1, counts: { contingent: 12 } },
      { programmeId: fresh, revision: null, counts: { contingent: 5, foreignCitizens: 1 } },
    ])
    expect(saved.map(({ programmeId, isNew, revision }) => ({ programmeId, isNew, revision }))).toEqual([
      { programmeId: known, isNew: false, revision: 2 },
      { programmeId: fresh, isNew: true, revision: 1 },
    ])
    expect((await cohorts()).map(({ contingent, outgoing }) => ({ contingent, outgoing }))).toEqual([
      { contingent: 12, outgoing: 2 },
      { contingent: 5, outgoing: 0 },
    ])
  })

  it('keeps what the table does not show: reasons, funding and the source', async () => {
    const programmeId = await addProgramme('A')
    const { record } = await test.client.mobility.create({
      fields: {
        ...emptyCohort(programmeId, year),
        contingent: 10,
        withdrawn: { visa: 1 },
        funding: { own: 10 },
        source: 'Registrar',
      },
    })
    await enter([{ programmeId, revision: 1, counts: { returned: 3 } }])
    const after = (await test.client.mobility.get({ id: record.id })).record
    expect(after).toMatchObject({
      returned: 3,
      withdrawn: { visa: 1 },
      funding: { own: 10 },
      source: 'Registrar',
    })
  })

  it('writes the given source into every row that it changes', async () => {
    const programmeId = await addProgramme('A')
    const [saved] = await enter(
      [{ programmeId, revision: null, counts: { contingent: 1 } }],
      'Registrar, 01.10.2025',
    )
    expect((await test.client.mobility.get({ id: saved?.id ?? '' })).record.source).toBe(
      'Registrar, 01.10.2025',
    )
  })

  it('saves nothing when one record was changed since it was read', async () => {
    const [first, second] = [await addProgramme('A'), await addProgramme('B')]
    await test.client.mobility.create({ fields: { ...emptyCohort(second, year), contingent: 7 } })
    await expect(
      enter([
        { programmeId: first, revision: null, counts: { contingent: 1 } },
        { programmeId: second, revision: 9, counts: { contingent: 2 } },
      ]),
    ).rejects.toMatchObject({ data: { code: 'conflict' } })
    expect((await cohorts()).map((row) => row.contingent)).toEqual([7])
  })

  it('refuses a new row for a programme that meanwhile has numbers', async () => {
    const programmeId = await addProgramme('A')
    await test.client.mobility.create({ fields: emptyCohort(programmeId, year) })
    await expect(enter([{ programmeId, revision: null, counts: { contingent: 1 } }])).rejects.toMatchObject({
      data: { code: 'conflict' },
    })
  })

  it('refuses counts that contradict each other and names their row', async () => {
    const programmeId = await addProgramme('A')
    await expect(
      enter([{ programmeId, revision: null, counts: { contingent: 2, foreignCitizens: 3 } }]),
    ).rejects.toMatchObject({
      data: {
        code: 'invalid-record',
        problems: [{ rule: 'cohort-foreign-exceeds', field: 'rows.0.foreignCitizens' }],
      },
    })
    expect(await cohorts()).toEqual([])
  })
})

describe('totals', () => {
  it('add up the filtered records by level and leave out levels without any', async () => {
    const [bachelor, other, master] = [
      await addProgramme('A'),
      await addProgramme('B'),
      await addProgramme('C', 'master'),
    ]
    await enter([
      { programmeId: bachelor, revision: null, counts: { contingent: 10, outgoing: 3 } },
      { programmeId: other, revision: null, counts: { contingent: 5, outgoing: 1 } },
      { programmeId: master, revision: null, counts: { contingent: 4, foreignCitizens: 2 } },
    ])
    const totals = await test.client.mobility.totals({
      text: '',
      filter: { ...allCohorts, academicYears: [year] },
      on: '2026-11-22',
      language: 'ru',
    })
    expect(totals).toMatchObject({
      bachelor: { records: 2, contingent: 15, outgoing: 4 },
      master: { records: 1, contingent: 4, foreignCitizens: 2 },
    })
    expect(totals.doctoral).toBeUndefined()
  })
})
