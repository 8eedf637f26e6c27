import { describe, expect, it } from 'vitest'
import { registerOf, testId } from '../../tests/support/register-of.ts'
import type { RecordProblem } from '../kernel/problem.ts'
import { checkRegister } from './check-register.ts'
import { type Overview, overviewSchema } from './overview.ts'
import { takeOverview } from './take-overview.ts'

const on = '2026-11-22'
const register = registerOf({
  partners: [
    { number: 1, country: 'DE' },
    { number: 2, country: 'DE' },
    { number: 3, country: 'KR' },
  ],
  agreements: [
    { key: 1, partners: [1], term: { kind: 'fixed', endsOn: '2026-12-31' }, startsOn: '2022-01-01' },
    { key: 2, partners: [2], term: { kind: 'fixed', endsOn: '2026-10-31' }, startsOn: '2021-11-01' },
    {
      key: 3,
      partners: [3],
      term: { kind: 'auto_renewed', everyYears: 5, noticeMonths: 6 },
      startsOn: '2022-07-01',
    },
    { key: 4, partners: [1, 3], term: { kind: 'perpetual' }, startsOn: '2015-03-01', signedOn: '2015-02-01' },
    {
      key: 5,
      partners: [2],
      stage: 'draft',
      term: null,
      signedOn: null,
      startsOn: null,
      predecessorId: testId('a', 2),
    },
    {
      key: 6,
      partners: [3],
      term: { kind: 'fixed', endsOn: '2027-04-30' },
      startsOn: '2022-05-01',
      events: [{ on: '2026-01-15', kind: 'visit', note: '' }],
    },
    {
      key: 7,
      partners: [3],
      stage: 'negotiation',
      term: null,
      signedOn: null,
      startsOn: null,
      predecessorId: testId('a', 6),
    },
    {
      key: 8,
      partners: [2],
      stage: 'terminated',
      terminatedOn: '2025-01-01',
      term: { kind: 'perpetual' },
      startsOn: '2020-01-01',
    },
  ],
  programmes: [
    { number: 1, partners: [[1, 1]] },
    { number: 2, partners: [[2, 2]] },
    { number: 3, partners: [[3, null]], level: 'master', format: '1s+3s' },
    { number: 4, partners: [[3, 3]], level: 'master', format: '1s+3s', features: ['joint'] },
    { number: 5, partners: [[1, 1]], lastYear: 2022 },
  ],
  cohorts: [
    { number: 1, programme: 1, academicYear: 2026, contingent: 10 },
    { number: 2, programme: 2, academicYear: 2026, contingent: 12 },
    { number: 3, programme: 1, academicYear: 2025, contingent: 25 },
    { number: 4, programme: 4, academicYear: 2026, contingent: 4 },
    { number: 5, programme: 5, academicYear: 2019, contingent: 4 },
  ],
})

const duties = [
  { id: 'item-63', on: '2027-09-30', title: 'Report', source: 'plan item 63', form: null },
  { id: 'information', on: '2027-04-15', title: 'Information', source: 'resolution 248', form: null },
  { id: 'far', on: '2028-04-15', title: 'Information', source: 'resolution 248', form: null },
]

function overviewOf(problems: RecordProblem[] = checkRegister(register, 'en')): Overview {
  return takeOverview(register, { on, academicYear: 2026, language: 'en' }, problems, duties)
}
const overview = overviewOf()
const risk = (kind: string): Overview['risks'][number] | undefined =>
  overview.risks.find((each) => each.kind === kind)

describe('overview', () => {
  it('counts agreements by status, those that need action first', () => {
    expect(overview.agreements.byStatus.map(({ status, figure }) => [status, figure.value])).toEqual([
      ['expiring', 2],
      ['renewing', 1],
      ['lapsed', 1],
      ['active', 1],
      ['upcoming', 0],
      ['draft', 2],
      ['terminated', 1],
    ])
    expect(overview.agreements.inForce.value).toBe(4)
    expect(overview.agreements.total.value).toBe(8)
  })

  it('puts what must be acted on soonest at the head of the lapsing agreements', () => {
    expect(
      overview.agreements.lapsing.map((row) => [row.number, row.endsOn, row.noticeBy, row.hasSuccessor]),
    ).toEqual([
      ['A-1', '2026-12-31', null, false],
      ['A-3', '2027-06-30', '2026-12-31', false],
      ['A-6', '2027-04-30', null, true],
    ])
    expect(overview.agreements.lapsing[0]).toMatchObject({ daysLeft: 39, partnerNames: 'Partner 1' })
  })

  it('finds the agreement that is only declared', () => {
    expect(overview.agreements.declarative.value).toBe(1)
    expect(risk('declarative')?.examples).toEqual(['Partner 1; Partner 3'])
  })

  it('counts running programmes by level and format', () => {
    expect(overview.programmes.running.value).toBe(4)
    expect(overview.programmes.doubleDegree.value).toBe(3)
    expect(overview.programmes.cells.map((cell) => [cell.level, cell.format, cell.figure.value])).toEqual([
      ['bachelor', '2+2', 2],
      ['master', '1s+3s', 2],
    ])
  })

  it('shows the contingent of the years that have counts, by level, beside last year', () => {
    expect(overview.contingent.current).toMatchObject({
      figure: { value: 26 },
      previous: 25,
      changePercent: 4,
    })
    expect(
      overview.contingent.trend.map((year) => [
        year.academicYear,
        year.byLevel.bachelor.value,
        year.byLevel.master.value,
      ]),
    ).toEqual([
      [2019, 4, 0],
      [2025, 25, 0],
      [2026, 22, 4],
    ])
  })

  it('lists the dates of the next twelve months, nearest first, with the ministry among them', () => {
    expect(overview.deadlines.map((deadline) => [deadline.on, deadline.kind])).toEqual([
      ['2026-12-31', 'agreement-end'],
      ['2026-12-31', 'agreement-notice'],
      ['2027-04-15', 'ministry'],
      ['2027-04-30', 'agreement-end'],
      ['2027-09-30', 'ministry'],
    ])
  })

  it('names the risks, the gravest first', () => {
    expect(overview.risks.map((each) => [each.kind, each.level, each.figure.value])).toEqual([
      ['lapsed-with-programmes', 'high', 1],
      ['ends-without-renewal', 'high', 1],
      ['programme-without-agreement', 'high', 1],
      ['notice-due', 'medium', 1],
      ['without-counts', 'medium', 1],
      ['declarative', 'medium', 1],
    ])
    expect(risk('lapsed-with-programmes')?.examples).toEqual(['Programme 2'])
  })

  it('names a fall of the contingent as a risk, with the learners lost', () => {
    const fallen = { ...register, cohorts: register.cohorts.filter((cohort) => cohort.contingent !== 12) }
    const risks = takeOverview(fallen, { on, academicYear: 2026, language: 'en' }, [], duties).risks
    expect(risks.find((each) => each.kind === 'contingent-fell')).toMatchObject({
      figure: { value: 11, unit: 'learners' },
      params: { percent: 44 },
    })
  })

  it('counts problems and the records that have them', () => {
    const record = { entity: 'programme', id: testId('g', 3) } as const
    const problems: RecordProblem[] = [
      { rule: 'names-required', severity: 'error', field: 'names', params: {}, record, label: 'Programme 3' },
      { rule: 'names-required', severity: 'error', field: 'code', params: {}, record, label: 'Programme 3' },
      {
        rule: 'names-required',
        severity: 'warning',
        field: 'code',
        params: {},
        record,
        label: 'Programme 3',
      },
    ]
    const counted = overviewOf(problems)
    expect(counted.problems).toMatchObject({ errors: 2, warnings: 1 })
    expect(counted.problems.records).toMatchObject([
      { entity: 'programme', severity: 'error', figure: { value: 1 } },
      { entity: 'programme', severity: 'warning', figure: { value: 1 } },
    ])
    expect(counted.risks.find((each) => each.kind === 'programme-errors')).toMatchObject({
      examples: ['Programme 3'],
    })
  })

  it('counts the same agreements differently on another day', () => {
    const earlier = takeOverview(register, { on: '2026-10-30', academicYear: 2026, language: 'en' }, [], [])
    expect(earlier.agreements.byStatus.find((row) => row.status === 'lapsed')?.figure.value).toBe(0)
  })

  it('holds nothing but zeros for an empty register', () => {
    const empty = takeOverview(registerOf({}), { on, academicYear: 2026, language: 'kk' }, [], [])
    expect(empty.agreements.total.value).toBe(0)
    expect(empty.contingent).toMatchObject({ current: { figure: { value: 0 }, previous: null }, trend: [] })
    expect(empty.risks).toEqual([])
  })

  it('has the shape that the contract promises', () => {
    expect(overviewSchema.parse(overview)).toEqual(overview)
  })
})
