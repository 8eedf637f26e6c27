import { describe, expect, it } from 'vitest'
import type { AgreementFields, Term } from '../agreements/agreement.ts'
import { type ActionFields, emptyAction } from '../actions/action.ts'
import { checkAction, checkMove as checkActionMove } from '../actions/action-rules.ts'
import { checkAgreement } from '../agreements/agreement-rules.ts'
import { type AnswerFields, emptyAnswer } from '../assessment/answer.ts'
import { checkAnswer, checkAssessment, checkCycle } from '../assessment/assessment-rules.ts'
import { checkMove } from '../assessment/stage.ts'
import { checkCrosswalk } from '../frameworks/crosswalk-rules.ts'
import { checkLibrary } from '../evidence/evidence-checks.ts'
import { checkEvidence } from '../evidence/evidence-rules.ts'
import { emptyEvidence } from '../evidence/evidence.ts'
import { checkFramework } from '../frameworks/framework-rules.ts'
import { checkInstitution } from '../institution/institution-rules.ts'
import type { Problem } from '../kernel/problem.ts'
import { languages } from '../kernel/record.ts'
import { checkCohort } from '../mobility/cohort-rules.ts'
import type { CohortFields } from '../mobility/cohort.ts'
import { checkPartner } from '../partners/partner-rules.ts'
import { emptyAccreditation } from '../accreditation/accreditation.ts'
import { checkAccreditation, checkAgency } from '../accreditation/accreditation-rules.ts'
import { emptyAgency } from '../accreditation/agency.ts'
import { checkPerson } from '../people/person-rules.ts'
import { criterionOf, frameworkOf, inThreeLanguages, standardOf } from '../../tests/support/frameworks.ts'
import { identifierSchemeSchema, type PartnerFields } from '../partners/partner.ts'
import { checkProgramme } from '../programmes/programme-rules.ts'
import type { ProgrammeFields, StudyPeriod } from '../programmes/programme.ts'
import { createI18n, describeProblem } from './i18n.ts'
import { checkInvolvement } from '../stakeholders/involvement-rules.ts'
import { emptyInvolvement } from '../stakeholders/involvement.ts'
import { checkSurvey } from '../surveys/survey-rules.ts'
import { emptySurvey, type SurveyQuestion } from '../surveys/survey.ts'
import { resources } from './resources.ts'

const A = '01890000-0000-7000-8000-000000000001'
const B = '01890000-0000-7000-8000-000000000002'
const nameless = { kk: '', ru: '', en: '' }
const russianOnly = { kk: '', ru: 'Университет', en: '' }

const agreement = (changes: Partial<AgreementFields>): Problem[] =>
  checkAgreement(
    {
      kind: 'agreement',
      number: '',
      title: '',
      subject: '',
      partnerIds: [A],
      stage: 'signed',
      signedOn: '2022-09-01',
      startsOn: '2022-08-01',
      term: null,
      terminatedOn: null,
      parentId: null,
      predecessorId: null,
      signatories: [],
      events: [],
      owner: '',
      notes: '',
      ...changes,
    },
    A,
  )

const fixed = (endsOn: string): Term => ({ kind: 'fixed', endsOn })

const brokenEvidence = [
  checkEvidence({ ...emptyEvidence, isReachable: true }),
  checkEvidence({ ...emptyEvidence, kind: 'file' }),
  checkLibrary(
    [
      {
        id: A,
        kind: 'link' as const,
        validUntil: '2026-01-31',
        isReachable: false,
        checkedOn: '2026-02-01',
        fileSha256: '',
        storedSha256: null,
        useCount: 0,
      },
      ...[null, 'b'.repeat(64)].map((storedSha256) => ({
        id: B,
        kind: 'file' as const,
        validUntil: null,
        isReachable: null,
        checkedOn: null,
        fileSha256: 'a'.repeat(64),
        storedSha256,
        useCount: 1,
      })),
    ],
    [{ id: A, assessmentId: A, criterion: '1.1.a', level: 2, evidenceIds: [] }],
    '2026-11-22',
  ).map(({ problem }) => problem),
]

const brokenAgreements = [
  agreement({}),
  agreement({ partnerIds: [] }),
  agreement({ partnerIds: [A, A], kind: 'annex', parentId: null }),
  agreement({ kind: 'network', signatories: [{ partnerId: B, name: 'B', position: '' }] }),
  agreement({ signedOn: null, startsOn: null, terminatedOn: '2025-01-01' }),
  agreement({ stage: 'draft' }),
  agreement({ stage: 'terminated' }),
  agreement({ stage: 'terminated', terminatedOn: '2020-01-01', term: fixed('2019-01-01') }),
  agreement({ term: fixed('2040-01-01'), parentId: A, predecessorId: A }),
  agreement({
    term: { kind: 'auto_renewed', everyYears: 20, noticeMonths: 240 },
    parentId: B,
    predecessorId: B,
  }),
]

const partner = (changes: Partial<PartnerFields>): Problem[] =>
  checkPartner({
    names: nameless,
    country: '',
    city: '',
    website: 'x',
    identifiers: identifierSchemeSchema.options.map((scheme) => ({ scheme, value: '?' })),
    contacts: [{ name: 'A', position: '', email: 'x', phone: '', isSignatory: false }],
    rankings: [],
    creditSystem: '',
    ectsPerCredit: 1,
    notes: '',
    ...changes,
  })

const ranking = { system: 'qs' as const, year: 2025, place: 1, source: '' }
const brokenPartners = [
  partner({}),
  partner({ names: russianOnly, country: 'ZZ', rankings: [ranking, ranking] }),
  partner({
    country: 'FR',
    identifiers: [
      { scheme: 'eter', value: 'DE0069' },
      { scheme: 'eter', value: 'DE0069' },
      { scheme: 'eter', value: 'FR0069' },
    ],
  }),
]

const period = (changes: Partial<StudyPeriod>): StudyPeriod => ({
  partnerId: null,
  credits: 30,
  startsOn: null,
  endsOn: null,
  ...changes,
})
const semesters = (count: number, changes: Partial<StudyPeriod>): StudyPeriod[] =>
  Array.from({ length: count }, () => period(changes))

const programme = (changes: Partial<ProgrammeFields>): Problem[] =>
  checkProgramme({
    names: nameless,
    level: 'bachelor',
    masterTrack: 'profile',
    code: '',
    iscedF: '9999',
    languages: [],
    delivery: 'on_campus',
    features: ['double'],
    award: null,
    registerStatus: 'included',
    epvoId: null,
    partners: [],
    plan: [],
    homeTeachers: null,
    partnerTeachers: null,
    firstYear: 2022,
    lastYear: 2021,
    notes: '',
    ...changes,
  })

const listed = [{ partnerId: A, agreementId: null, degree: '' }]
const brokenProgrammes = [
  programme({}),
  programme({ names: russianOnly, code: 'x', partners: [...listed, ...listed], award: 'one_joint' }),
  programme({ code: '7M03101', plan: semesters(7, { credits: 20 }), partners: listed }),
  programme({ code: '5B050600', plan: semesters(8, { partnerId: B }), partners: listed }),
  programme({
    code: '6B03101',
    iscedF: '0612',
    plan: [...semesters(6, { partnerId: A }), ...semesters(2, {})],
  }),
  programme({
    level: 'master',
    masterTrack: null,
    plan: [
      period({ startsOn: '2022-09-01', endsOn: '2022-09-30' }),
      period({ startsOn: '2022-09-15', endsOn: '2022-09-01' }),
      period({ credits: null }),
    ],
  }),
  programme({ level: 'master', masterTrack: 'profile', plan: semesters(4, {}) }),
]

const cohort = (changes: Partial<CohortFields>): Problem[] =>
  checkCohort({
    programmeId: A,
    academicYear: 2021,
    contingent: 0,
    applied: 0,
    outgoing: 0,
    incoming: 0,
    atPartner: 0,
    returned: 0,
    graduated: 0,
    withdrawn: {},
    funding: {},
    foreignCitizens: 0,
    source: '',
    ...changes,
  })
const brokenCohorts = [
  cohort({}),
  cohort({ contingent: 5, outgoing: 6, foreignCitizens: 6, funding: { own: 6 } }),
  cohort({ contingent: 5, funding: { own: 4 } }),
]

const profile = { city: nameless, epvoId: null, rector: '', website: 'x' }
const brokenProfiles = [
  checkInstitution({ ...profile, names: nameless, bin: '' }),
  checkInstitution({ ...profile, names: russianOnly, bin: '1' }),
]

const brokenPeople = [checkPerson({ name: '', position: '', email: 'x', role: 'viewer' })]

const framework = frameworkOf([
  standardOf('1.10', [criterionOf('1.1.a', { text: nameless })]),
  standardOf('1.9', [criterionOf('1.9.a', { text: russianOnly }), criterionOf('1.9.a')]),
  standardOf('1.11', []),
])
const emptyPart = { code: '2', title: inThreeLanguages('Part 2'), standards: [] }
const link = { from: '9.9', to: '1', strength: 'full' as const, note: null }
const brokenFrameworks = [
  checkFramework({ ...framework, parts: [...framework.parts, emptyPart] }),
  checkCrosswalk(
    {
      format: 'qosdiplom-crosswalk',
      formatVersion: 1,
      from: framework,
      to: { code: 'other', version: '1' },
      source: nameless,
      links: [link],
    },
    [framework],
  ),
]

const brokenCycles = [
  checkCycle({
    names: nameless,
    frameworkId: A,
    startsOn: '2026-09-01',
    endsOn: '2026-08-01',
    visitOn: '2026-08-15',
    scaleCode: null,
    milestones: [{ name: '', dueOn: '2026-08-01', doneOn: null }],
    team: [
      { personId: A, role: 'manager' },
      { personId: A, role: 'reviewer' },
    ],
    previousCycleId: null,
    isClosed: false,
  }),
  checkAssessment({ scope: { kind: 'faculty', names: nameless } }),
]

const answer = (change: Partial<AnswerFields>): AnswerFields => ({
  ...emptyAnswer(A, 'no such criterion'),
  writtenById: A,
  ...change,
})
const cited = [{ type: 'paragraph' as const, content: [{ type: 'evidence' as const, attrs: { id: B } }] }]
const contributor = { personId: A, mayReview: false }
const brokenAnswers = [
  checkAnswer(
    answer({ level: 2, notApplicable: '', narrative: { type: 'doc', content: cited } }),
    frameworkOf([]),
  ),
  checkMove(answer({}), 'submit', contributor, ''),
  checkMove(answer({ stage: 'draft' }), 'return', contributor, ''),
]

const action = (change: Partial<ActionFields>): Problem[] =>
  checkAction({ ...emptyAction, title: 'A', ...change })
const brokenActions = [
  action({ title: '', closedOn: '2026-09-01' }),
  action({ state: 'done' }),
  action({ state: 'dropped' }),
  action({ effectiveness: 'effective' }),
  action({ state: 'done', result: 'A', closedOn: '2026-09-01', effectiveness: 'effective' }),
  action({
    state: 'done',
    result: 'A',
    closedOn: '2026-09-01',
    effectiveness: 'effective',
    effectivenessOn: '2026-08-31',
  }),
  checkActionMove('done', { ...emptyAction, state: 'dropped' }),
]

const brokenAccreditations = [
  checkAccreditation({ ...emptyAccreditation, object: { kind: 'other-programme', code: '', name: '' } }),
  checkAccreditation({
    ...emptyAccreditation,
    source: 'epvo',
    decision: 'conditional',
    validFrom: '2026-02-01',
    validTo: '2026-01-01',
    reportUrl: 'not an address',
  }),
  checkAccreditation({
    ...emptyAccreditation,
    conditions: [{ text: 'x', dueOn: '2026-01-01', doneOn: '2026-02-01' }],
  }),
  checkAgency(emptyAgency),
  checkAgency({ ...emptyAgency, acronym: 'X', validFrom: '2026-02-01', validTo: '2026-01-01' }),
]

const aQuestion = (counts: number[]): SurveyQuestion => ({
  code: 'q1',
  bankCode: null,
  text: 'Q',
  scale: 'five',
  counts,
  groups: [],
})
const aGroup = (answered: number) => ({ programmeId: null, name: '', answered, isPooled: false })
const brokenVoices = [
  checkInvolvement(emptyInvolvement('2026-01-01')),
  checkSurvey({ ...emptySurvey(2026), answered: 4 }),
  checkSurvey({
    ...emptySurvey(2026),
    invited: 10,
    answered: 20,
    groups: [aGroup(9), aGroup(8)],
    questions: [aQuestion([3, 0, 0, 0, 0]), aQuestion([30, 0, 0, 0, 0]), aQuestion([1])],
    quotes: [{ question: '', text: 'a@example.kz', theme: null, sentiment: null }],
  }),
]

const findings = [
  ...brokenAgreements,
  ...brokenEvidence,
  ...brokenPartners,
  ...brokenProgrammes,
  ...brokenCohorts,
  ...brokenProfiles,
  ...brokenPeople,
  ...brokenVoices,
  ...brokenCycles,
  ...brokenAnswers,
  ...brokenFrameworks,
  ...brokenActions,
  ...brokenAccreditations,
].flat()

/** Rules that need more than one record's fields: the other records of the register, or the cells of an import. */
const rulesOfTheService =
  /^(?:ministry-|framework-file-|import-|cycle-framework-draft|reference-|report-|perpetual-with-end|agreement-circle|cohort-twice|partner-twice)/u

describe('the sentences of the rules', () => {
  it('are each reached by a record that breaks the rule', () => {
    const found = new Set<string>(findings.map((finding) => finding.rule))
    const missing = Object.keys(resources.en.rules).filter(
      (id) => !found.has(id) && !rulesOfTheService.test(id),
    )
    expect(missing).toEqual([])
  })

  it('get every value that they name', () => {
    for (const language of languages) {
      for (const { rule, params } of findings) {
        const { message, remedy } = resources[language].rules[rule]
        const named = [...`${message} ${remedy}`.matchAll(/\{\{(\w+)/gu)].map((match) => match[1] ?? '')
        expect([language, rule, named.filter((name) => !(name in params))]).toEqual([language, rule, []])
      }
    }
  })

  it('read as sentences in each language', () => {
    for (const language of languages) {
      const { t } = createI18n(language)
      for (const finding of findings) {
        const { message, remedy } = describeProblem(t, finding)
        expect([message, remedy]).toEqual([
          expect.stringMatching(/^[\p{Lu}«“\d][^{}]*\.$/u),
          expect.stringMatching(/^[\p{Lu}«“\d][^{}]*\.$/u),
        ])
      }
    }
  })
})
