import type { Accreditation } from '../../shared/accreditation/accreditation.ts'
import type { Agency } from '../../shared/accreditation/agency.ts'
import type { AgreementFields } from '../../shared/agreements/agreement.ts'
import type { RecordMeta } from '../../shared/kernel/record.ts'
import type { CohortFields } from '../../shared/mobility/cohort.ts'
import type { PartnerFields } from '../../shared/partners/partner.ts'
import { parseFormat, planFromFormat } from '../../shared/programmes/format.ts'
import type { ProgrammeFields } from '../../shared/programmes/programme.ts'
import type { Register } from '../../shared/reports/register.ts'

const changedAt = '2026-11-01T08:00:00.000Z'

/** An id in the form of the register, with a number that tests can name. */
export function testId(kind: 'p' | 'a' | 'g' | 'c' | 'i', number: number): string {
  const prefix = { p: '1', a: '2', g: '3', c: '4', i: '5' }[kind]
  return `${prefix.repeat(8)}-0000-7000-8000-${String(number).padStart(12, '0')}`
}

/** What every record of these registers carries. */
export const metaOf = (id: string): RecordMeta => ({
  id,
  createdAt: changedAt,
  updatedAt: changedAt,
  revision: 1,
  isSample: false,
})

export type PartnerInput = Partial<PartnerFields> & { number: number }
export type AgreementInput = Partial<Omit<AgreementFields, 'partnerIds'>> & {
  key: number
  partners: number[]
}
export type ProgrammeInput = Partial<Omit<ProgrammeFields, 'partners'>> & {
  number: number
  format?: string
  /** Partner number and agreement number. */
  partners: [number, number | null][]
}
export type CohortInput = Partial<Omit<CohortFields, 'programmeId'>> & { number: number; programme: number }

/** A register of records that are in order, with only what a test states about them. */
export function registerOf(parts: {
  partners?: PartnerInput[]
  agreements?: AgreementInput[]
  programmes?: ProgrammeInput[]
  cohorts?: CohortInput[]
  accreditations?: Accreditation[]
  agencies?: Agency[]
}): Register {
  return {
    changedAt,
    institution: {
      ...metaOf(testId('i', 1)),
      names: { kk: 'Үлгі', ru: 'Образец', en: 'Sample' },
      city: { kk: 'Астана', ru: 'Астана', en: 'Astana' },
      bin: '991240999991',
      epvoId: 9999,
      rector: '',
      website: '',
    },
    partners: (parts.partners ?? []).map(partnerOf),
    agreements: (parts.agreements ?? []).map(agreementOf),
    programmes: (parts.programmes ?? []).map(programmeOf),
    cohorts: (parts.cohorts ?? []).map(cohortOf),
    accreditations: parts.accreditations ?? [],
    agencies: parts.agencies ?? [],
  }
}

function partnerOf({ number, ...fields }: PartnerInput): Register['partners'][number] {
  return {
    ...metaOf(testId('p', number)),
    names: { kk: `Серіктес ${number}`, ru: `Партнёр ${number}`, en: `Partner ${number}` },
    country: 'DE',
    city: '',
    website: '',
    identifiers: [],
    contacts: [],
    rankings: [],
    creditSystem: 'ECTS',
    ectsPerCredit: 1,
    notes: '',
    ...fields,
  }
}

function agreementOf({ key, partners, ...fields }: AgreementInput): Register['agreements'][number] {
  const partnerIds = partners.map((number) => testId('p', number))
  return {
    ...metaOf(testId('a', key)),
    kind: 'agreement',
    number: `A-${key}`,
    title: 'Agreement',
    subject: '',
    partnerIds,
    stage: 'signed',
    signedOn: '2020-01-10',
    startsOn: '2020-02-01',
    term: { kind: 'perpetual' },
    terminatedOn: null,
    parentId: null,
    predecessorId: null,
    signatories: [null, ...partnerIds].map((partnerId) => ({ partnerId, name: 'N', position: '' })),
    events: [],
    owner: '',
    notes: '',
    ...fields,
  }
}

function programmeOf({
  number,
  format = '2+2',
  partners,
  ...fields
}: ProgrammeInput): Register['programmes'][number] {
  const level = fields.level ?? 'bachelor'
  const parsed = parseFormat(format)
  if (parsed === null) throw new Error(`no format: ${format}`)
  const ids = partners.map(([partner]) => testId('p', partner))
  return {
    ...metaOf(testId('g', number)),
    names: { kk: `Бағдарлама ${number}`, ru: `Программа ${number}`, en: `Programme ${number}` },
    level,
    masterTrack: level === 'master' ? 'scientific_pedagogical' : null,
    code: '',
    iscedF: '',
    languages: ['en'],
    delivery: 'on_campus',
    features: ['double'],
    award: 'two_equal',
    registerStatus: 'not_in_register',
    epvoId: null,
    partners: partners.map(([partner, agreement]) => ({
      partnerId: testId('p', partner),
      agreementId: agreement === null ? null : testId('a', agreement),
      degree: 'BSc',
    })),
    plan: planFromFormat(parsed, level, ids),
    homeTeachers: 5,
    partnerTeachers: 3,
    firstYear: 2020,
    lastYear: null,
    notes: '',
    ...fields,
  }
}

function cohortOf({ number, programme, ...fields }: CohortInput): Register['cohorts'][number] {
  return {
    ...metaOf(testId('c', number)),
    programmeId: testId('g', programme),
    academicYear: 2021,
    contingent: 10,
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
    ...fields,
  }
}
