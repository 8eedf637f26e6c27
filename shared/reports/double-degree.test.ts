import { describe, expect, it } from 'vitest'
import { registerOf, testId } from '../../tests/support/register-of.ts'
import { doubleDegreeReportSchema, takeDoubleDegreeReport } from './double-degree.ts'

const register = registerOf({
  partners: [
    { number: 1, country: 'DE' },
    { number: 2, country: 'DE' },
    { number: 3, country: 'PL' },
    { number: 4, country: '' },
    { number: 5, country: 'FR' },
  ],
  programmes: [
    { number: 1, partners: [[1, null]], firstYear: 2019, lastYear: null },
    {
      number: 2,
      partners: [
        [2, null],
        [3, null],
      ],
      firstYear: 2021,
      lastYear: 2021,
      format: '1+1+2',
    },
    { number: 3, level: 'master', format: '1s+3s', partners: [[4, null]], firstYear: 2018, lastYear: 2020 },
    { number: 4, level: 'master', format: '2s+2s', partners: [[4, null]], firstYear: 2021, lastYear: 2021 },
    { number: 5, partners: [[5, null]], features: ['joint'], firstYear: 2019, lastYear: null },
    { number: 6, partners: [[5, null]], firstYear: 2022, lastYear: null },
  ],
  cohorts: [
    { number: 1, programme: 1, academicYear: 2021, contingent: 20, source: 'Registrar, 1 October' },
    { number: 2, programme: 2, academicYear: 2021, contingent: 7, source: 'Registrar, 1 October' },
    { number: 3, programme: 1, academicYear: 2020, contingent: 16 },
    { number: 4, programme: 3, academicYear: 2020, contingent: 9 },
    { number: 5, programme: 5, academicYear: 2021, contingent: 100 },
    { number: 6, programme: 3, academicYear: 2021, contingent: 50 },
  ],
})
const report = takeDoubleDegreeReport(register, 2021, '2022-09-15')

describe('double-degree report', () => {
  it('counts the programmes that run in the year and lead to two diplomas', () => {
    expect(report.programmes).toMatchObject({ figure: { value: 3 }, previous: 2, changePercent: 50 })
    expect(report.rows.map((row) => row.id)).toEqual([testId('g', 1), testId('g', 2), testId('g', 4)])
  })

  it('counts a programme from its first to its last year, both included', () => {
    const counts = [2017, 2018, 2020, 2021, 2022].map(
      (year) => takeDoubleDegreeReport(register, year, '2022-09-15').programmes.figure.value,
    )
    expect(counts).toEqual([0, 1, 2, 3, 2])
  })

  it('counts partners and countries once, an unknown country not at all', () => {
    expect(report.partners).toMatchObject({ figure: { value: 4 }, previous: 2 })
    expect(report.countries).toMatchObject({ figure: { value: 2 }, previous: 1 })
    expect(report.byCountry.map((row) => [row.country, row.partners.value, row.programmes.value])).toEqual([
      ['DE', 2, 2],
      ['', 1, 1],
      ['PL', 1, 1],
    ])
  })

  it('takes learners only from the cohort rows of those programmes in that year', () => {
    expect(report.contingent).toMatchObject({
      figure: { value: 27, unit: 'learners' },
      previous: 25,
      changePercent: 8,
    })
    expect(report.contingentByLevel.bachelor).toMatchObject({ figure: { value: 27 }, previous: 16 })
    expect(report.contingentByLevel.master).toMatchObject({
      figure: { value: 0 },
      previous: 9,
      changePercent: -100,
    })
  })

  it('lists formats of both years by level, gone ones with zero', () => {
    expect(
      report.formats.map((row) => [
        row.level,
        row.format,
        row.programmes.figure.value,
        row.programmes.previous,
      ]),
    ).toEqual([
      ['bachelor', '1+1+2', 1, 0],
      ['bachelor', '2+2', 1, 1],
      ['master', '1s+3s', 0, 1],
      ['master', '2s+2s', 1, 0],
    ])
  })

  it('names programmes without a learner count instead of showing them as empty', () => {
    expect(report.withoutCohort).toMatchObject({ value: 1, selection: { filter: { ids: [testId('g', 4)] } } })
    expect(report.rows.at(-1)).toMatchObject({ contingent: null, previousContingent: null })
  })

  it('does not compare with a year that the register knows nothing about', () => {
    const first = takeDoubleDegreeReport(register, 2018, '2022-09-15')
    expect(first.programmes).toMatchObject({ previous: null, changePercent: null })
    expect(takeDoubleDegreeReport(register, 2020, '2022-09-15').contingent).toMatchObject({
      figure: { value: 25 },
      previous: null,
    })
  })

  it('says where its numbers come from and how fresh they are', () => {
    expect(report.sources).toContainEqual({
      entity: 'cohort',
      records: 2,
      lastChangedAt: '2026-11-01T08:00:00.000Z',
      statements: ['Registrar, 1 October'],
    })
  })

  it('has the shape that the contract promises', () => {
    expect(doubleDegreeReportSchema.parse(report)).toEqual(report)
  })
})
