import { describe, expect, it } from 'vitest'
import { planFromFormat, parseFormat } from './format.ts'
import { checkProgramme } from './programme-rules.ts'
import type { Level, ProgrammeFields, StudyPlan } from './programme.ts'

const PARTNER = '01890000-0000-7000-8000-000000000001'
const SECOND = '01890000-0000-7000-8000-000000000002'
const AGREEMENT = '01890000-0000-7000-8000-0000000000bb'

const planOf = (format: string, level: Level, partnerIds: string[] = [PARTNER]): StudyPlan => {
  const parsed = parseFormat(format)
  if (parsed === null) throw new Error(`${format} is no format`)
  return planFromFormat(parsed, level, partnerIds)
}

const withCredits = (plan: StudyPlan, ...credits: number[]): StudyPlan =>
  plan.map((period, index) => ({ ...period, credits: credits[index] ?? null }))

/** A double-degree bachelor programme 2+2 that no rule complains about. */
const sound: ProgrammeFields = {
  names: { kk: 'Экономика', ru: 'Экономика', en: 'Economics' },
  level: 'bachelor',
  masterTrack: null,
  code: '6B03101',
  iscedF: '0311',
  languages: ['en'],
  delivery: 'on_campus',
  features: ['double'],
  award: 'two_equal',
  registerStatus: 'included',
  epvoId: 1,
  partners: [{ partnerId: PARTNER, agreementId: AGREEMENT, degree: 'Licence' }],
  plan: planOf('2+2', 'bachelor'),
  homeTeachers: 4,
  partnerTeachers: 2,
  firstYear: 2022,
  lastYear: null,
  notes: '',
}

const master = (track: ProgrammeFields['masterTrack'], format: string): Partial<ProgrammeFields> => ({
  level: 'master',
  masterTrack: track,
  code: '7M03101',
  plan: planOf(format, 'master'),
})

const doctoral = (format: string): Partial<ProgrammeFields> => ({
  level: 'doctoral',
  code: '8D03101',
  plan: planOf(format, 'doctoral'),
})

const findings = (changes: Partial<ProgrammeFields>): string[] =>
  checkProgramme({ ...sound, ...changes }).map(({ rule, severity, field }) => `${severity} ${rule} ${field}`)

/** The sample of twelve programmes: what each level, format and volume of credits must give, and nothing else. */
const sample: [name: string, programme: Partial<ProgrammeFields>, expected: string[]][] = [
  ['a bachelor programme 2+2 with 240 credits', {}, []],
  ['a bachelor programme 1+3 with 240 credits', { plan: planOf('1+3', 'bachelor') }, []],
  ['a bachelor programme 3+1', { plan: planOf('3+1', 'bachelor') }, ['warning format-unusual plan']],
  [
    'a bachelor programme of seven semesters',
    { plan: planOf('2s+5s', 'bachelor') },
    ['warning plan-length plan', 'warning credits-total-low plan'],
  ],
  [
    'an architecture programme of five years with 300 credits',
    { code: '6B07301', iscedF: '0731', plan: planOf('4s+6s', 'bachelor') },
    ['warning format-unusual plan'],
  ],
  [
    'a bachelor programme with 216 credits in eight semesters',
    { plan: withCredits(sound.plan, 27, 27, 27, 27, 27, 27, 27, 27) },
    ['warning credits-total-low plan'],
  ],
  ['a scientific and pedagogical master programme 1s+3s', master('scientific_pedagogical', '1s+3s'), []],
  ['a profile master programme 1s+1s with 60 credits', master('profile', '1s+1s'), []],
  [
    'a profile master programme 2s+2s with 120 credits',
    master('profile', '2s+2s'),
    ['warning credits-total-high plan'],
  ],
  [
    'a scientific and pedagogical master programme 1s+2s with 90 credits',
    master('scientific_pedagogical', '1s+2s'),
    ['warning format-unusual plan', 'warning credits-total-low plan'],
  ],
  ['a doctoral programme 2s+4s with 180 credits', doctoral('2s+4s'), []],
  [
    'a double-degree programme that is taught at home only',
    {
      plan: planOf('4+4', 'bachelor')
        .slice(0, 8)
        .map((period) => ({ ...period, partnerId: null })),
    },
    ['warning partner-semesters-missing plan', 'warning partner-without-period partners.0.partnerId'],
  ],
]

describe('the sample of twelve programmes', () => {
  it.each(sample)('%s gives exactly what is expected', (_, programme, expected) => {
    expect(findings(programme)).toEqual(expected)
  })

  it('has twelve', () => {
    expect(sample).toHaveLength(12)
  })
})

const dated = (...days: [string | null, string | null][]): StudyPlan =>
  sound.plan.map((period, index) => ({
    ...period,
    startsOn: days[index]?.[0] ?? null,
    endsOn: days[index]?.[1] ?? null,
  }))

describe('the plan of study', () => {
  it('may be shared by several partners', () => {
    const partners = [...sound.partners, { partnerId: SECOND, agreementId: AGREEMENT, degree: 'BSc' }]
    expect(findings({ partners, plan: planOf('1+1+2', 'bachelor', [PARTNER, SECOND]) })).toEqual([])
  })

  it('is asked for of a double-degree programme only', () => {
    expect(findings({ plan: [] })).toEqual(['warning plan-missing plan'])
    expect(findings({ plan: [], features: [], partners: [] })).toEqual([])
  })

  it('must not name a university that is no partner', () => {
    const plan = planOf('2+2', 'bachelor', [SECOND])
    expect(findings({ plan })).toEqual([
      'error period-partner-unlisted plan.4.partnerId',
      'error period-partner-unlisted plan.5.partnerId',
      'error period-partner-unlisted plan.6.partnerId',
      'error period-partner-unlisted plan.7.partnerId',
      'warning partner-without-period partners.0.partnerId',
    ])
  })

  it('should leave something at home', () => {
    expect(findings({ plan: sound.plan.map((period) => ({ ...period, partnerId: PARTNER })) })).toEqual([
      'warning home-semesters-missing plan',
    ])
  })

  it('should have about 30 credits in a semester', () => {
    expect(findings({ plan: withCredits(sound.plan, 36, 24, 35, 25, 30, 30, 30, 30) })).toEqual([
      'warning semester-credits-unusual plan.0.credits',
      'warning semester-credits-unusual plan.1.credits',
    ])
  })

  it('may have no credits yet, but not in some semesters only', () => {
    expect(findings({ plan: withCredits(sound.plan) })).toEqual([])
    expect(findings({ plan: withCredits(sound.plan, 30, 30) })).toEqual(['warning credits-missing plan'])
  })

  it('must not have a period that ends before it starts', () => {
    expect(findings({ plan: dated(['2022-09-01', '2022-08-31']) })).toEqual([
      'error period-end-before-start plan.0.endsOn',
    ])
  })

  it('should not have overlapping or very short periods', () => {
    expect(findings({ plan: dated(['2022-09-01', '2022-12-14'], ['2022-12-14', '2023-05-31']) })).toEqual([
      'warning periods-overlap plan.1.startsOn',
    ])
    expect(findings({ plan: dated(['2022-09-01', '2022-12-13']) })).toEqual([
      'warning semester-short plan.0.endsOn',
    ])
  })

  it('allows 240 and 300 credits where both are lawful', () => {
    const health = { code: '6B10101', iscedF: '0912' }
    expect(findings({ ...health, plan: planOf('2+2', 'bachelor') })).toEqual([])
    expect(findings({ ...health, plan: planOf('5s+5s', 'bachelor') })).toEqual([
      'warning format-unusual plan',
    ])
  })
})

describe('a programme is refused', () => {
  it.each<[string, Partial<ProgrammeFields>, string]>([
    ['without any name', { names: { kk: '', ru: '', en: '' } }, 'error names-required names'],
    ['with a code of no known form', { code: '6B031' }, 'error programme-code-form code'],
    ['with the code of another level', { code: '7M03101' }, 'error programme-code-level code'],
    ['with an unknown field of education', { iscedF: '0399', code: '' }, 'error isced-unknown iscedF'],
    [
      'when double-degree without a partner',
      { partners: [], plan: [] },
      'error programme-partners-missing partners',
    ],
    [
      'when a partner stands twice',
      { partners: [...sound.partners, ...sound.partners] },
      'error programme-partner-twice partners.1.partnerId',
    ],
    ['when it ends before it begins', { lastYear: 2021 }, 'error last-year-before-first lastYear'],
  ])('%s', (_, changes, expected) => {
    expect(findings(changes)).toContain(expected)
  })
})

describe('a programme gets a warning', () => {
  it.each<[string, Partial<ProgrammeFields>, string[]]>([
    ['without a Kazakh name', { names: { ...sound.names, kk: '' } }, ['warning name-missing names.kk']],
    ['in the register without a code', { code: '' }, ['warning programme-code-missing code']],
    [
      'in the register without its number in EPVO',
      { epvoId: null },
      ['warning programme-epvo-id-missing epvoId'],
    ],
    ['with a code of the 2009 classifier', { code: '5B050600' }, ['warning programme-code-old code']],
    [
      'with a field of education that its code does not have',
      { iscedF: '0612' },
      ['warning programme-code-field iscedF'],
    ],
    ['without languages', { languages: [] }, ['warning languages-missing languages']],
    ['without an award', { award: null }, ['warning award-missing award']],
    ['with one diploma for a double degree', { award: 'one_joint' }, ['warning award-one-diploma award']],
    [
      'without the agreement and the degree of its partner',
      { partners: [{ partnerId: PARTNER, agreementId: null, degree: '' }] },
      [
        'warning programme-agreement-missing partners.0.agreementId',
        'warning partner-degree-missing partners.0.degree',
      ],
    ],
    [
      'without the number of teachers',
      { homeTeachers: null, partnerTeachers: null },
      ['warning teachers-missing homeTeachers', 'warning teachers-missing partnerTeachers'],
    ],
    ['of master level without a track', master(null, '1s+3s'), ['warning master-track-missing masterTrack']],
    [
      'of bachelor level with a track',
      { masterTrack: 'profile' },
      ['warning master-track-misplaced masterTrack'],
    ],
  ])('%s, and nothing else', (_, changes, expected) => {
    expect(findings(changes)).toEqual(expected)
  })

  it('for one joint diploma only when it is not joint as well', () => {
    expect(findings({ award: 'one_joint', features: ['joint', 'double'] })).toEqual([])
  })

  it('for nothing that only shared programmes need when it is an ordinary one', () => {
    expect(
      findings({
        features: [],
        award: null,
        partners: [],
        plan: [],
        homeTeachers: null,
        partnerTeachers: null,
        registerStatus: 'not_in_register',
        epvoId: null,
        code: '',
        iscedF: '',
      }),
    ).toEqual([])
  })
})
