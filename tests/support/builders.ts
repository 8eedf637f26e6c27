import type { AgreementFields } from '../../shared/agreements/agreement.ts'
import type { CohortFields } from '../../shared/mobility/cohort.ts'
import type { PartnerFields } from '../../shared/partners/partner.ts'
import type { ProgrammeFields } from '../../shared/programmes/programme.ts'

/** Fields of a sound partner; what a test is about is given to it. */
export function aPartner(fields: Partial<PartnerFields> = {}): PartnerFields {
  return {
    names: { kk: 'Шығыс университеті', ru: 'Восточный университет', en: 'Eastern University' },
    country: 'DE',
    city: 'Berlin',
    website: 'https://www.example.org',
    identifiers: [],
    contacts: [],
    rankings: [],
    creditSystem: 'ECTS',
    ectsPerCredit: 1,
    notes: '',
    ...fields,
  }
}

/** Fields of an agreement in force with these partners. */
export function anAgreement(partnerIds: string[], fields: Partial<AgreementFields> = {}): AgreementFields {
  return {
    kind: 'agreement',
    number: '12-45',
    title: 'Қос дипломды білім беру туралы келісім',
    subject: '',
    partnerIds,
    stage: 'signed',
    signedOn: '2024-03-01',
    startsOn: '2024-03-01',
    term: { kind: 'fixed', endsOn: '2029-02-28' },
    terminatedOn: null,
    parentId: null,
    predecessorId: null,
    signatories: [],
    events: [],
    owner: 'Айгүл Серікқызы',
    notes: '',
    ...fields,
  }
}

const semesterAt = (partnerId: string | null) => ({ partnerId, credits: 30, startsOn: null, endsOn: null })

/** Fields of a 2+2 bachelor programme with the partner. */
export function aProgramme(
  partnerId: string,
  agreementId: string | null,
  fields: Partial<ProgrammeFields> = {},
): ProgrammeFields {
  return {
    names: { kk: 'Ақпараттық жүйелер', ru: 'Информационные системы', en: 'Information systems' },
    level: 'bachelor',
    masterTrack: null,
    code: '6B06101',
    iscedF: '061',
    languages: ['en'],
    delivery: 'on_campus',
    features: ['double'],
    award: 'two_equal',
    registerStatus: 'included',
    epvoId: 4711,
    partners: [{ partnerId, agreementId, degree: 'Bachelor of Science' }],
    plan: [...[0, 1, 2, 3].map(() => semesterAt(null)), ...[0, 1, 2, 3].map(() => semesterAt(partnerId))],
    homeTeachers: 8,
    partnerTeachers: 5,
    firstYear: 2021,
    lastYear: null,
    notes: '',
    ...fields,
  }
}

/** Counts of the programme in an academic year. */
export function aCohort(programmeId: string, fields: Partial<CohortFields> = {}): CohortFields {
  return {
    programmeId,
    academicYear: 2025,
    contingent: 24,
    applied: 30,
    outgoing: 10,
    incoming: 2,
    atPartner: 10,
    returned: 6,
    graduated: 5,
    withdrawn: { academic: 1 },
    funding: { state_grant: 20, own: 4 },
    foreignCitizens: 2,
    source: 'Registrar, 2025-10-01',
    ...fields,
  }
}

/** Fields of a programme of the university alone, without partners. */
export function aHomeProgramme(code: string, kk: string): ProgrammeFields {
  const names = { kk, ru: '', en: '' }
  return { ...aProgramme('', null, { code, names, features: [], award: null }), partners: [], plan: [] }
}
