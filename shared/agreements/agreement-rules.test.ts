import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '../kernel/calendar.ts'
import type { AgreementFields, Term } from './agreement.ts'
import {
  type AgreementActivity,
  checkAgreement,
  DECLARATIVE_MONTHS,
  isDeclarative,
  lastActivityOn,
} from './agreement-rules.ts'

const PARTNER = '01890000-0000-7000-8000-000000000001'
const OTHER_PARTNER = '01890000-0000-7000-8000-000000000002'
const OWN = '01890000-0000-7000-8000-0000000000aa'

/** A signed agreement that no rule complains about. */
const sound: AgreementFields = {
  kind: 'agreement',
  number: '12/3',
  title: 'Agreement on a double-degree programme',
  subject: '',
  partnerIds: [PARTNER],
  stage: 'signed',
  signedOn: '2022-08-15',
  startsOn: '2022-09-01',
  term: { kind: 'fixed', endsOn: '2027-08-31' },
  terminatedOn: null,
  parentId: null,
  predecessorId: null,
  signatories: [
    { partnerId: null, name: 'A', position: '' },
    { partnerId: PARTNER, name: 'B', position: '' },
  ],
  events: [],
  owner: '',
  notes: '',
}

/** Rule, severity and field of every finding, as one line each. */
const findings = (changes: Partial<AgreementFields>, id: string | null = OWN): string[] =>
  checkAgreement({ ...sound, ...changes }, id).map(
    ({ rule, severity, field }) => `${severity} ${rule} ${field}`,
  )

describe('a sound agreement', () => {
  it('has no findings with any kind of term', () => {
    const terms: Term[] = [
      { kind: 'fixed', endsOn: '2027-08-31' },
      { kind: 'perpetual' },
      { kind: 'auto_renewed', everyYears: 5, noticeMonths: 6 },
    ]
    for (const term of terms) expect(findings({ term })).toEqual([])
  })

  it('may have three parties', () => {
    const signatories = [...sound.signatories, { partnerId: OTHER_PARTNER, name: 'C', position: '' }]
    expect(findings({ partnerIds: [PARTNER, OTHER_PARTNER], signatories })).toEqual([])
  })
})

describe('an agreement is refused', () => {
  it.each<[string, Partial<AgreementFields>, string]>([
    [
      'when it ends before it starts',
      { term: { kind: 'fixed', endsOn: '2022-08-31' } },
      'error end-before-start term.endsOn',
    ],
    ['when it is signed without a date', { signedOn: null }, 'error signed-without-date signedOn'],
    [
      'when it is terminated without a date',
      { stage: 'terminated' },
      'error terminated-without-date terminatedOn',
    ],
    [
      'when it is terminated before it starts',
      { stage: 'terminated', terminatedOn: '2022-08-31' },
      'error terminated-before-start terminatedOn',
    ],
    ['without a partner', { partnerIds: [], signatories: [] }, 'error agreement-party-missing partnerIds'],
    [
      'when a partner stands twice',
      { partnerIds: [PARTNER, PARTNER] },
      'error agreement-party-twice partnerIds.1',
    ],
    [
      'when somebody signs for a stranger',
      { signatories: [...sound.signatories, { partnerId: OTHER_PARTNER, name: 'C', position: '' }] },
      'error signatory-not-party signatories.2.partnerId',
    ],
    ['when it is its own framework', { parentId: OWN }, 'error parent-is-itself parentId'],
    ['when it renews itself', { predecessorId: OWN }, 'error predecessor-is-itself predecessorId'],
    [
      'when the notice is as long as the period',
      { term: { kind: 'auto_renewed', everyYears: 1, noticeMonths: 12 } },
      'error notice-longer-than-period term.noticeMonths',
    ],
  ])('%s', (_, changes, expected) => {
    expect(findings(changes)).toContain(expected)
  })
})

describe('an agreement gets a warning', () => {
  it.each<[string, Partial<AgreementFields>, string[]]>([
    ['without a number', { number: '' }, ['warning agreement-number-missing number']],
    ['without a title', { title: '' }, ['warning agreement-title-missing title']],
    ['without a start', { startsOn: null }, ['warning start-missing startsOn']],
    ['without a term', { term: null }, ['warning term-missing term']],
    ['without signatories', { signatories: [] }, ['warning signatories-incomplete signatories']],
    [
      'when it is signed after its start',
      { signedOn: '2022-09-02' },
      ['warning signed-after-start signedOn'],
    ],
    ['when a draft has a date of signing', { stage: 'draft' }, ['warning draft-with-signing-date stage']],
    [
      'when a date of termination has no stage',
      { terminatedOn: '2025-01-01' },
      ['warning termination-date-without-stage stage'],
    ],
    [
      'when it is terminated after its end',
      { stage: 'terminated', terminatedOn: '2028-01-01' },
      ['warning terminated-after-end terminatedOn'],
    ],
    [
      'when a network has one partner',
      { kind: 'network' },
      ['warning agreement-network-one-partner partnerIds'],
    ],
    ['when an annex has no framework', { kind: 'annex' }, ['warning annex-without-parent parentId']],
    [
      'when framework and predecessor are one',
      { parentId: OTHER_PARTNER, predecessorId: OTHER_PARTNER },
      ['warning parent-is-predecessor predecessorId'],
    ],
    [
      'when it renews itself every 25 years',
      { term: { kind: 'auto_renewed', everyYears: 25, noticeMonths: 6 } },
      ['warning renewal-period-unusual term.everyYears'],
    ],
  ])('%s, and nothing else', (_, changes, expected) => {
    expect(findings(changes)).toEqual(expected)
  })

  it.each([
    ['2023-08-30', true],
    ['2023-08-31', false],
    ['2032-08-31', false],
    ['2032-09-01', true],
  ])('when its term to %s is shorter than one year or longer than ten: %s', (endsOn, unusual) => {
    expect(findings({ term: { kind: 'fixed', endsOn } })).toEqual(
      unusual ? ['warning term-length-unusual term.endsOn'] : [],
    )
  })

  it('before signing only for what is already wrong', () => {
    expect(
      findings({
        stage: 'draft',
        number: '',
        title: '',
        signedOn: null,
        startsOn: null,
        term: null,
        signatories: [],
      }),
    ).toEqual([])
  })
})

describe('a declarative agreement', () => {
  const on = '2026-11-22'
  const limit = addMonths(on, -DECLARATIVE_MONTHS)
  const nothing: AgreementActivity = { eventDays: [], programmes: [], learnerYears: [] }
  const inForce = { status: 'active' as const, signedOn: '2018-01-01', startsOn: '2018-01-01' }

  it('has had no programme, learner or event for two years', () => {
    expect(isDeclarative(inForce, nothing, on)).toBe(true)
    expect(isDeclarative(inForce, { ...nothing, eventDays: [addDays(limit, -1)] }, on)).toBe(true)
    expect(isDeclarative(inForce, { ...nothing, eventDays: [limit] }, on)).toBe(false)
  })

  it('is not one with a running programme or recent learners', () => {
    const running = { ...nothing, programmes: [{ firstYear: 2015, lastYear: null }] }
    const ended = { ...nothing, programmes: [{ firstYear: 2015, lastYear: 2022 }] }
    expect(isDeclarative(inForce, running, on)).toBe(false)
    expect(isDeclarative(inForce, ended, on)).toBe(true)
    expect(isDeclarative(inForce, { ...nothing, learnerYears: [2024] }, on)).toBe(false)
    expect(isDeclarative(inForce, { ...nothing, learnerYears: [2022] }, on)).toBe(true)
  })

  it('is not one that is younger than two years, nor one that is not in force', () => {
    expect(isDeclarative({ ...inForce, startsOn: '2025-06-01' }, nothing, on)).toBe(false)
    for (const status of ['draft', 'upcoming', 'lapsed', 'terminated'] as const) {
      expect(isDeclarative({ ...inForce, status }, nothing, on)).toBe(false)
    }
  })

  it('is judged by what was known on the day', () => {
    const later = { ...nothing, eventDays: ['2026-12-01'], programmes: [{ firstYear: 2027, lastYear: null }] }
    expect(lastActivityOn(later, on)).toBeNull()
    expect(isDeclarative(inForce, later, on)).toBe(true)
    expect(lastActivityOn({ ...nothing, learnerYears: [2026, 2020] }, on)).toBe(on)
    expect(lastActivityOn({ ...nothing, learnerYears: [2020] }, on)).toBe('2021-08-31')
  })

  it('never becomes one by more activity', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2016-01-01', days))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 5 }), day, (eventDays, another) => {
        const before = isDeclarative(inForce, { ...nothing, eventDays }, on)
        const after = isDeclarative(inForce, { ...nothing, eventDays: [...eventDays, another] }, on)
        expect(after && !before).toBe(false)
      }),
    )
  })
})
