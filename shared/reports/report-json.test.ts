import { describe, expect, it } from 'vitest'
import { registerOf } from '../../tests/support/register-of.ts'
import { takeOverview } from '../overview/take-overview.ts'
import { takeDoubleDegreeReport } from './double-degree.ts'
import { plainReport, reportJson } from './report-json.ts'

const register = registerOf({
  partners: [{ number: 1 }],
  agreements: [{ key: 1, partners: [1] }],
  programmes: [{ number: 1, partners: [[1, 1]] }],
  cohorts: [
    { number: 1, programme: 1, academicYear: 2021, contingent: 12 },
    { number: 2, programme: 1, academicYear: 2020, contingent: 10 },
  ],
})
const doubleDegree = takeDoubleDegreeReport(register, 2021, '2022-09-15')

describe('report for other programs', () => {
  it('gives a number beside last year as value, previous and change', () => {
    expect(plainReport('double-degree', doubleDegree)).toMatchObject({
      report: 'double-degree',
      academicYear: 2021,
      academicYearLabel: '2021/22',
      contingent: { value: 12, previous: 10, changePercent: 20 },
      formats: [
        { level: 'bachelor', format: '2+2', programmes: { value: 1, previous: 1, changePercent: 0 } },
      ],
      byCountry: [{ country: 'DE', partners: 1, programmes: 1 }],
      withoutCohort: 0,
    })
  })

  it('leaves nothing of how the page opens its lists', () => {
    const overview = takeOverview(register, { on: '2022-09-15', academicYear: 2021, language: 'en' }, [], [])
    const text = reportJson('summary', { overview, doubleDegree })
    expect(text).not.toContain('selection')
    const { agreements } = JSON.parse(text).overview
    expect(agreements).toMatchObject({ total: 1, inForce: 1 })
    expect(agreements.byStatus).toContainEqual({ status: 'active', value: 1 })
  })
})
