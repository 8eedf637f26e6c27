import { describe, expect, it } from 'vitest'
import { anAccreditation } from '../../tests/support/accreditation-builders.ts'
import { metaOf, registerOf, testId } from '../../tests/support/register-of.ts'
import type { AccreditationFields } from './accreditation.ts'
import { shareOn, sharesByYear } from './shares.ts'
import { endOf, missingParts, stateOn } from './state.ts'
import { cohortEndOf, findWarnings } from './warnings.ts'

const on = '2026-11-22'
const programme = testId('g', 1)
const fields = (changes: Partial<AccreditationFields> = {}) => anAccreditation(programme, changes)
const recordOf = (number: number, changes: Partial<AccreditationFields> = {}) => ({
  ...metaOf(testId('i', number)),
  ...fields(changes),
})

describe('the state on a day', () => {
  it.each([
    ['on its first day', { validFrom: on, validTo: '2031-11-21' }, 'valid'],
    ['on the day before its first', { validFrom: '2026-11-23', validTo: '2031-11-21' }, 'upcoming'],
    ['on its last day', { validTo: on }, 'expiring'],
    ['on the day after its last', { validTo: '2026-11-21' }, 'lapsed'],
    ['twelve months before its end', { validTo: '2027-11-22' }, 'expiring'],
    ['a day more than twelve months before its end', { validTo: '2027-11-23' }, 'valid'],
    ['without a last day', { validTo: null }, 'unknown'],
    ['with a last day only', { validFrom: null, validTo: '2031-01-01' }, 'valid'],
    ['refused, whatever its days', { decision: 'negative', validTo: '2031-01-01' }, 'refused'],
  ] as const)('%s', (_name, changes, state) => {
    expect(stateOn(fields(changes), on)).toBe(state)
  })

  it('counts six years where DEQAR has no end, and none where others have none', () => {
    const changes = { validFrom: '2020-11-22', validTo: null }
    expect(endOf(fields({ ...changes, source: 'deqar' }))).toBe('2026-11-22')
    expect(stateOn(fields({ ...changes, source: 'deqar' }), on)).toBe('expiring')
    expect(stateOn(fields({ ...changes, source: 'deqar' }), '2026-11-23')).toBe('lapsed')
    expect(endOf(fields({ ...changes, source: 'epvo' }))).toBeNull()
  })

  it('names what a record lacks; EPVO has no decisions, and a refusal needs no days', () => {
    const empty = { agencyId: null, validFrom: null, validTo: null, decision: null }
    expect(missingParts(fields({ ...empty, source: 'epvo' }))).toEqual(['agency', 'validFrom', 'validTo'])
    expect(missingParts(fields({ ...empty, source: 'deqar' }))).toContain('decision')
    expect(missingParts(fields({ ...empty, agencyId: testId('i', 11), decision: 'negative' }))).toEqual([])
  })
})

describe('shares of accredited programmes', () => {
  const { programmes } = registerOf({
    programmes: [
      { number: 1, partners: [[1, null]] },
      { number: 2, partners: [[1, null]] },
      { number: 3, partners: [[1, null]], firstYear: 2020, lastYear: 2023 },
    ],
  })

  it('count programmes that run, each once, by accreditations that hold and were not refused', () => {
    const accreditations = [
      recordOf(11),
      recordOf(12),
      recordOf(13, { isInternational: true }),
      recordOf(14, { object: { kind: 'programme', programmeId: testId('g', 2) }, decision: 'negative' }),
      recordOf(15, { object: { kind: 'programme', programmeId: testId('g', 3) } }),
      recordOf(16, { object: { kind: 'other-programme', code: '6B1', name: 'x' } }),
    ]
    expect(shareOn(programmes, accreditations, on)).toMatchObject({
      programmes: 2,
      national: [programme],
      international: [programme],
    })
  })

  it('are taken on 31 December of past years and today in the present one', () => {
    const shares = sharesByYear(programmes, [recordOf(11)], on, 6)
    expect(shares.map((share) => [share.on, share.national.length])).toEqual([
      ['2021-12-31', 0],
      ['2022-12-31', 1],
      ['2023-12-31', 1],
      ['2024-12-31', 1],
      ['2025-12-31', 1],
      [on, 1],
    ])
  })
})

describe('when the last cohort graduates', () => {
  it('follows the plan of study, else the usual years of the level; the last year with applicants counts', () => {
    const { programmes, cohorts } = registerOf({
      programmes: [{ number: 1, partners: [[1, null]], format: '2+2' }],
      cohorts: [
        { number: 1, programme: 1, academicYear: 2024, contingent: 20, applied: 25 },
        { number: 2, programme: 1, academicYear: 2025, contingent: 12, applied: 0 },
      ],
    })
    const [first] = programmes
    if (first === undefined) throw new Error('no programme')
    expect(cohortEndOf(first, cohorts)).toBe('2028-06-30')
    expect(cohortEndOf({ ...first, plan: [], level: 'master' }, cohorts)).toBe('2026-06-30')
    expect(cohortEndOf(first, [])).toBeNull()
  })
})

const warningsOf = (accreditations: readonly ReturnType<typeof recordOf>[]) =>
  findWarnings({ ...registerOf({}), accreditations }, on, 12).map(({ kind }) => kind)

describe('the next procedure', () => {
  it('is not due once a later accreditation of the same kind is there', () => {
    expect(warningsOf([recordOf(11)])).toEqual(['procedure-due'])
    expect(warningsOf([recordOf(11), recordOf(12, { validTo: '2032-06-15' })])).toEqual([])
  })

  it('is nobody’s here for a partner; a condition is due on its day and not once it is met', () => {
    expect(warningsOf([recordOf(11, { object: { kind: 'partner', partnerId: testId('p', 1) } })])).toEqual([])
    const condition = { text: 'x', dueOn: on, doneOn: null }
    const later = { validTo: '2032-06-15' }
    expect(warningsOf([recordOf(11, { ...later, conditions: [condition] })])).toEqual(['condition-due'])
    expect(warningsOf([recordOf(11, { ...later, conditions: [{ ...condition, doneOn: on }] })])).toEqual([])
  })
})
