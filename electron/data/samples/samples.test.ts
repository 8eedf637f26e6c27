import { describe, expect, it } from 'vitest'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { checkRegister } from '../../../shared/overview/check-register.ts'
import type { Overview } from '../../../shared/overview/overview.ts'
import { takeOverview } from '../../../shared/overview/take-overview.ts'
import { takeDoubleDegreeReport } from '../../../shared/reports/double-degree.ts'
import type { Register } from '../../../shared/reports/register.ts'
import { buildNational } from './national.ts'
import type { SampleRecord, SampleRecords } from './sample-records.ts'
import { buildUniversity } from './university.ts'

const at = '2026-11-22T00:00:00.000Z'

function asRecords<F>(records: readonly SampleRecord<F>[]) {
  return records.map(({ id, fields }) => ({
    id,
    createdAt: at,
    updatedAt: at,
    revision: 1,
    isSample: true,
    ...fields,
  }))
}

function asRegister(sample: SampleRecords): Register {
  const [institution] = asRecords([
    { id: '55555555-0000-7000-8000-000000000001', fields: sample.institution },
  ])
  if (institution === undefined) throw new Error('no institution')
  return {
    institution,
    partners: asRecords(sample.partners),
    agreements: asRecords(sample.agreements),
    programmes: asRecords(sample.programmes),
    cohorts: asRecords(sample.cohorts),
    accreditations: asRecords(sample.accreditations),
    agencies: [],
    changedAt: at,
  }
}

describe('national sample', () => {
  const register = asRegister(buildNational('2026-11-22', 'ru'))
  const year = (academicYear: number) => takeDoubleDegreeReport(register, academicYear, '2026-11-22')
  const contingent = (academicYear: number): number[] => {
    const report = year(academicYear)
    const { bachelor, master, doctoral } = report.contingentByLevel
    return [report.contingent, bachelor, master, doctoral].map((each) => each.figure.value)
  }

  it('has the published contingents of three academic years', () => {
    expect(contingent(2020)).toEqual([1120, 674, 435, 11])
    expect(contingent(2021)).toEqual([1189, 557, 609, 23])
    expect(contingent(2022)).toEqual([1281, 650, 625, 6])
  })

  it('has the published changes of the contingent', () => {
    expect(year(2021).contingent.changePercent).toBe(6.2)
    expect(year(2022).contingent.changePercent).toBe(7.7)
  })

  it('has the 186 programmes of 2021/22 by level', () => {
    const { programmes, programmesByLevel } = year(2021)
    expect(programmes.figure.value).toBe(186)
    expect([
      programmesByLevel.bachelor.figure.value,
      programmesByLevel.master.figure.value,
      programmesByLevel.doctoral.figure.value,
    ]).toEqual([68, 114, 4])
  })

  it('has the 195 programmes of 2022/23 with 97 partners in 23 countries', () => {
    const report = year(2022)
    expect(report.programmes.figure.value).toBe(195)
    expect(report.partners.figure.value).toBe(97)
    expect(report.countries.figure.value).toBe(23)
    expect(report.byCountry).toHaveLength(23)
  })

  it('had other partners before, so that the years differ in more than their numbers', () => {
    expect(year(2020).countries.figure.value).toBeGreaterThan(23)
    expect(year(2021).partners.figure.value).toBe(94)
  })

  it('says among the sources of 2020/21 that its number of programmes is computed', () => {
    const [computed, published] = [2020, 2022].map((academicYear) =>
      year(academicYear)
        .sources.flatMap((source) => source.statements)
        .join(' '),
    )
    expect(computed).toMatch(/төмендеуден есептелген|is computed from the falls|вычислено по снижению/)
    expect(published).not.toMatch(/төмендеуден есептелген|is computed|вычислено/)
  })

  it('has no record that breaks a rule', () => {
    expect(checkRegister(register, 'en').filter((problem) => problem.severity === 'error')).toEqual([])
  })

  it('is the same each time it is made on one day', () => {
    expect(buildNational('2026-11-22', 'kk')).toEqual(buildNational('2026-11-22', 'kk'))
  })
})

const overviewOn = (today: Day, language: Language): Overview => {
  const register = asRegister(buildUniversity(today, language))
  return takeOverview(
    register,
    { on: today, academicYear: 2026, language },
    checkRegister(register, language),
    [],
  )
}

describe('university sample', () => {
  const sample = buildUniversity('2026-11-22', 'kk')

  it('is as large as an international office', () => {
    expect(sample.partners).toHaveLength(40)
    expect(new Set(sample.partners.map(({ fields }) => fields.country)).size).toBe(18)
    expect(sample.agreements).toHaveLength(70)
    expect(sample.programmes).toHaveLength(24)
    expect(new Set(sample.cohorts.map(({ fields }) => fields.academicYear)).size).toBe(4)
    expect(sample.files.length).toBeGreaterThan(5)
  })

  it('has agreements of every kind, term and status', () => {
    expect(new Set(sample.agreements.map(({ fields }) => fields.kind)).size).toBe(5)
    expect(new Set(sample.agreements.flatMap(({ fields }) => fields.term?.kind ?? [])).size).toBe(3)
    const { byStatus, declarative } = overviewOn('2026-11-22', 'kk').agreements
    expect(byStatus.filter((row) => row.figure.value === 0)).toEqual([])
    expect(declarative.value).toBeGreaterThan(1)
  })

  it.each(['2026-11-22', '2027-01-01', '2028-02-29', '2026-08-31', '2026-09-01'])(
    'is as lively when made on %s',
    (today) => {
      const { byStatus } = overviewOn(today, 'ru').agreements
      expect(byStatus.map((row) => [row.status, row.figure.value])).toEqual(
        overviewOn('2026-11-22', 'ru').agreements.byStatus.map((row) => [row.status, row.figure.value]),
      )
    },
  )

  it('has programmes of all levels and some records that the checks object to', () => {
    expect(new Set(sample.programmes.map(({ fields }) => fields.level)).size).toBe(3)
    const { problems, risks } = overviewOn('2026-11-22', 'en')
    expect(problems.warnings).toBeGreaterThan(0)
    expect(risks.length).toBeGreaterThanOrEqual(5)
  })

  it('names every agreement after those it follows or belongs to', () => {
    const seen = new Set<string>()
    for (const { id, fields } of sample.agreements) {
      for (const other of [fields.parentId, fields.predecessorId])
        expect(other === null || seen.has(other)).toBe(true)
      seen.add(id)
    }
  })

  it('gives invented partners web addresses that nobody can own', () => {
    expect(
      sample.partners.filter(({ fields }) => !/^https:\/\/[a-z]+\.example$/.test(fields.website)),
    ).toEqual([])
  })
})
