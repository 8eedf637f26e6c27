import { describe, expect, it } from 'vitest'
import { registerOf } from '../../tests/support/register-of.ts'
import { takeOverview } from '../../shared/overview/take-overview.ts'
import { takeDoubleDegreeReport } from '../../shared/reports/double-degree.ts'
import { type Figure, figureSchema } from '../../shared/reports/figure.ts'
import { agreementFilterSchema } from '../../shared/agreements/agreement.ts'
import { cohortFilterSchema } from '../../shared/mobility/cohort.ts'
import { partnerFilterSchema } from '../../shared/partners/partner.ts'
import { programmeFilterSchema } from '../../shared/programmes/programme.ts'
import { linkTo } from './selection-link.ts'

const schemas = {
  '/partners': partnerFilterSchema,
  '/agreements': agreementFilterSchema,
  '/programmes': programmeFilterSchema,
  '/mobility': cohortFilterSchema,
}

function figuresIn(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return []
  const figure = figureSchema.safeParse(value)
  return figure.success ? [figure.data] : Object.values(value).flatMap(figuresIn)
}

const register = registerOf({
  partners: [{ number: 1 }, { number: 2, country: '' }],
  agreements: [
    { key: 1, partners: [1], term: { kind: 'fixed', endsOn: '2026-12-31' } },
    { key: 2, partners: [2], term: { kind: 'fixed', endsOn: '2026-01-31' } },
    { key: 3, partners: [2], startsOn: '2012-01-01' },
  ],
  programmes: [
    { number: 1, partners: [[1, 2]] },
    { number: 2, partners: [[2, null]], level: 'master', format: '1s+3s', plan: [] },
  ],
  cohorts: [{ number: 1, programme: 1, academicYear: 2026, contingent: 9 }],
})
const request = { on: '2026-11-22', academicYear: 2026, language: 'kk' as const }
const overview = takeOverview(register, request, [], [])
const report = takeDoubleDegreeReport(register, 2026, '2026-11-22')

describe('link of a number', () => {
  it('names only filters that the place knows, with values that it takes', () => {
    for (const { selection } of figuresIn([overview, report])) {
      const { to, search } = linkTo(selection)
      if (to === '/settings') continue
      const parsed = schemas[to].partial().strict().safeParse(search)
      expect(parsed.error?.issues ?? []).toEqual([])
    }
  })

  it('leads to the place of the kind of record', () => {
    expect(linkTo(overview.agreements.inForce.selection)).toEqual({
      to: '/agreements',
      search: { statuses: ['active', 'expiring', 'renewing'] },
    })
    expect(linkTo(overview.partners.total.selection)).toEqual({ to: '/partners', search: {} })
    expect(linkTo(overview.contingent.current.figure.selection)).toEqual({
      to: '/mobility',
      search: { academicYears: [2026] },
    })
  })
})
