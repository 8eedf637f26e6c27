import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementFilterSchema, allAgreements } from '../../../shared/agreements/agreement.ts'
import { allCohorts, cohortFilterSchema } from '../../../shared/mobility/cohort.ts'
import type { Overview } from '../../../shared/overview/overview.ts'
import { allPartners, partnerFilterSchema } from '../../../shared/partners/partner.ts'
import { allProgrammes, programmeFilterSchema } from '../../../shared/programmes/programme.ts'
import type { DoubleDegreeReport } from '../../../shared/reports/double-degree.ts'
import { type Figure, figureSchema, type Selection } from '../../../shared/reports/figure.ts'
import type { SampleKind } from '../../../shared/workspace/workspace.contract.ts'
import { openTestService, type TestService } from '../testing.ts'

const on = '2026-11-22'
const everything = { text: '', sort: [], offset: 0, limit: 20_000, on, language: 'en' as const }

type Listed = { records: number; learners: number; countries: number }

type Select<E> = Extract<Selection, { entity: E }>['filter']

async function listPartners({ client }: TestService, filter: Select<'partner'>): Promise<Listed> {
  const asked = partnerFilterSchema.parse({ ...allPartners, ...filter })
  const { rows } = await client.partners.list({ ...everything, filter: asked })
  const known = rows.map((row) => row.country).filter((country) => country !== '')
  return { records: rows.length, learners: 0, countries: new Set(known).size }
}

async function listAgreements({ client }: TestService, filter: Select<'agreement'>): Promise<Listed> {
  const asked = agreementFilterSchema.parse({ ...allAgreements, ...filter })
  const { rows } = await client.agreements.list({ ...everything, filter: asked })
  return { records: rows.length, learners: 0, countries: 0 }
}

async function listProgrammes({ client }: TestService, filter: Select<'programme'>): Promise<Listed> {
  const asked = programmeFilterSchema.parse({ ...allProgrammes, ...filter })
  const { rows } = await client.programmes.list({ ...everything, filter: asked })
  return { records: rows.length, learners: 0, countries: 0 }
}

async function listCohorts({ client }: TestService, filter: Select<'cohort'>): Promise<Listed> {
  const asked = cohortFilterSchema.parse({ ...allCohorts, ...filter })
  const { rows } = await client.mobility.list({ ...everything, filter: asked })
  const learners = rows.reduce((sum, row) => sum + row.contingent, 0)
  return { records: rows.length, learners, countries: 0 }
}

/** What the register's own list shows for a selection. */
function listOf(test: TestService, selection: Selection): Promise<Listed> {
  if (selection.entity === 'partner') return listPartners(test, selection.filter)
  if (selection.entity === 'agreement') return listAgreements(test, selection.filter)
  if (selection.entity === 'programme') return listProgrammes(test, selection.filter)
  if (selection.entity === 'cohort') return listCohorts(test, selection.filter)
  return Promise.resolve({ records: 1, learners: 0, countries: 0 })
}

/** Every figure anywhere inside an answer, with the path to it. */
function figuresIn(value: unknown, path = ''): [path: string, figure: Figure][] {
  if (typeof value !== 'object' || value === null) return []
  const figure = figureSchema.safeParse(value)
  if (figure.success) return [[path, figure.data]]
  return Object.entries(value).flatMap(([name, inner]) => figuresIn(inner, `${path}.${name}`))
}

async function differences(test: TestService, answer: Overview | DoubleDegreeReport): Promise<string[]> {
  const found: string[] = []
  for (const [path, figure] of figuresIn(answer)) {
    // A fall names the learners lost between two years; its list shows both years.
    if (path.startsWith('.risks') && figure.unit === 'learners') continue
    const listed = (await listOf(test, figure.selection))[figure.unit]
    if (listed !== figure.value) found.push(`${path}: ${figure.value} shown, ${listed} listed`)
  }
  return found
}

describe.each<SampleKind>(['university', 'national'])('numbers of the %s sample', (sample) => {
  let test: TestService
  beforeAll(async () => {
    test = await openTestService({ sample, language: 'en' })
  })
  afterAll(() => test.close())

  it('equal the length of the lists behind them on the overview', async () => {
    const overview = await test.client.overview.get({ on, language: 'en' })
    expect(figuresIn(overview).length).toBeGreaterThan(25)
    expect(await differences(test, overview)).toEqual([])
  })

  it('equal the length of the lists behind them in the double-degree report', async () => {
    const request = { academicYear: 2022, on, language: 'en' as const }
    const report = await test.client.reports.doubleDegree(request)
    expect(figuresIn(report).length).toBeGreaterThan(10)
    expect(await differences(test, report)).toEqual([])
  })
})

describe('overview of a workspace', () => {
  let test: TestService
  beforeAll(async () => {
    test = await openTestService({ language: 'ru' })
  })
  afterAll(() => test.close())

  it('is empty, and whole, while nothing is entered', async () => {
    const overview = await test.client.overview.get({ on, language: 'ru' })
    expect(overview.agreements.total.value).toBe(0)
    expect(overview.sources.every((source) => source.records === 0)).toBe(true)
  })

  it('lists the dates of the ministry with their source in the language asked for', async () => {
    const { deadlines } = await test.client.overview.get({ on, language: 'ru' })
    expect(deadlines.map((deadline) => [deadline.on, deadline.kind])).toContainEqual([
      '2027-09-30',
      'ministry',
    ])
    expect(deadlines.every((deadline) => /постановление/.test(deadline.detail))).toBe(true)
  })

  it('follows the register: a new agreement is counted at once', async () => {
    const names = { kk: 'Серіктес', ru: 'Партнёр', en: 'Partner' }
    const { record: partner } = await test.client.partners.create({
      fields: {
        names,
        country: 'DE',
        city: '',
        website: '',
        identifiers: [],
        contacts: [],
        rankings: [],
        creditSystem: 'ECTS',
        ectsPerCredit: 1,
        notes: '',
      },
    })
    await test.client.agreements.create({
      fields: {
        kind: 'memorandum',
        number: '7',
        title: 'Меморандум',
        subject: '',
        partnerIds: [partner.id],
        stage: 'signed',
        signedOn: '2024-01-10',
        startsOn: '2024-01-15',
        term: { kind: 'fixed', endsOn: '2027-01-14' },
        terminatedOn: null,
        parentId: null,
        predecessorId: null,
        signatories: [],
        events: [],
        owner: '',
        notes: '',
      },
    })
    const overview = await test.client.overview.get({ on, language: 'ru' })
    expect(overview.agreements.lapsing).toMatchObject([
      { number: '7', partnerNames: 'Партнёр', daysLeft: 53 },
    ])
    expect(overview.risks.map((risk) => risk.kind)).toContain('ends-without-renewal')
  })

  it('names every finding of the checks with the record it belongs to', async () => {
    const problems = await test.client.overview.problems({ language: 'ru' })
    expect(problems.map((problem) => problem.rule)).toContain('signatories-incomplete')
    expect(problems.every((problem) => problem.record !== null)).toBe(true)
  })
})
