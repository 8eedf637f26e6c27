import { describe, expect, it } from 'vitest'
import type { CohortFields } from './cohort.ts'
import { checkCohort } from './cohort-rules.ts'

const sound: CohortFields = {
  programmeId: '01890000-0000-7000-8000-000000000001',
  academicYear: 2021,
  contingent: 40,
  applied: 60,
  outgoing: 12,
  incoming: 3,
  atPartner: 15,
  returned: 9,
  graduated: 10,
  withdrawn: { visa: 1 },
  funding: { state_grant: 25, own: 15 },
  foreignCitizens: 2,
  source: 'registrar, 01.10.2021',
}

const findings = (changes: Partial<CohortFields>): string[] =>
  checkCohort({ ...sound, ...changes }).map(({ rule, severity, field }) => `${severity} ${rule} ${field}`)

describe('the counts of a cohort', () => {
  it('that agree have no findings', () => {
    expect(findings({})).toEqual([])
    expect(findings({ funding: {} })).toEqual([])
  })

  it.each<[string, Partial<CohortFields>, string[]]>([
    [
      'more foreign citizens than learners',
      { foreignCitizens: 41 },
      ['error cohort-foreign-exceeds foreignCitizens'],
    ],
    ['more funded than learners', { funding: { own: 41 } }, ['error cohort-funding-exceeds funding']],
    ['fewer funded than learners', { funding: { own: 39 } }, ['warning cohort-funding-incomplete funding']],
    ['more outgoing than learners', { outgoing: 41 }, ['warning cohort-flow-exceeds outgoing']],
    ['more at the partner than learners', { atPartner: 41 }, ['warning cohort-flow-exceeds atPartner']],
    ['more graduates than learners', { graduated: 41 }, ['warning cohort-flow-exceeds graduated']],
    ['no source', { source: '' }, ['warning cohort-source-missing source']],
  ])('with %s are found', (_, changes, expected) => {
    expect(findings(changes)).toEqual(expected)
  })

  it('that are all zero are found, without asking for their source', () => {
    const nothing = {
      contingent: 0,
      applied: 0,
      outgoing: 0,
      incoming: 0,
      atPartner: 0,
      returned: 0,
      graduated: 0,
    }
    expect(findings({ ...nothing, funding: {}, foreignCitizens: 0, source: '' })).toEqual([
      'warning cohort-empty contingent',
    ])
  })
})
