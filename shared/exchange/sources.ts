import type { Agreement, AgreementStatus } from '../agreements/agreement.ts'
import { statusDetails } from '../agreements/terms.ts'
import type { Institution } from '../institution/institution.ts'
import { academicYearLabel } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import { nameIn } from '../kernel/localized.ts'
import type { RegisterEntity, RecordReference } from '../kernel/record.ts'
import type { Cohort } from '../mobility/cohort.ts'
import type { Partner } from '../partners/partner.ts'
import type { Programme } from '../programmes/programme.ts'
import { formatOf, runsIn } from '../reports/year-view.ts'
import { byId, type Register } from '../reports/register.ts'
import type { RowKind } from './form.ts'
import { accreditationSources } from './accreditation-sources.ts'
import { reportSources } from './report-sources.ts'
import { type FormPeriod, platformNumber, type SourceRow } from './source-row.ts'

/** Builds the rows of a section from the register, before any selection. */
export function sourceRows(kind: RowKind, register: Register, period: FormPeriod): SourceRow[] {
  switch (kind) {
    case 'programme-partner':
      return programmePartnerRows(register, period)
    case 'programme-learners':
      return learnerRows(register, period)
    case 'accreditation':
    case 'institution':
      return accreditationSources(kind, register, period)
    case 'agreement-partner':
      return agreementPartnerRows(register, period)
    default:
      return reportSources(kind, register, period)
  }
}

const home = 'KZ'

type PartnerFacts = {
  /** `unknown`: the country was not entered. */
  readonly place: 'domestic' | 'foreign' | 'unknown'
  readonly number: number | null
  readonly name: string
  readonly country: string
  readonly rankQs: number | null
  readonly rankThe: number | null
}

/** What a form says of a partner. Rankings are the latest not after the year of the day. */
function partnerFacts(partner: Partner | null, on: Day): PartnerFacts | null {
  if (partner === null) return null
  const place = partner.country === '' ? 'unknown' : partner.country === home ? 'domestic' : 'foreign'
  const rank = (system: 'qs' | 'the'): number | null => {
    const known = partner.rankings.filter(
      (ranking) => ranking.system === system && ranking.year <= Number(on.slice(0, 4)),
    )
    return known.toSorted((a, b) => b.year - a.year)[0]?.place ?? null
  }
  return {
    place,
    number: platformNumber(partner),
    name: nameIn(partner.names, 'ru'),
    country: partner.country,
    rankQs: rank('qs'),
    rankThe: rank('the'),
  }
}

type ContractFacts = {
  readonly signedOn: Day | null
  readonly startsOn: Day | null
  /** End of the term or of its current period; null: without end, or not agreed. */
  readonly endsOn: Day | null
  readonly isPerpetual: boolean
  readonly status: AgreementStatus
}

function contractFacts(agreement: Agreement | null, on: Day): ContractFacts | null {
  if (agreement === null) return null
  const { status, endsOn } = statusDetails(agreement, on)
  const isPerpetual = agreement.term?.kind === 'perpetual'
  return { signedOn: agreement.signedOn, startsOn: agreement.startsOn, endsOn, isPerpetual, status }
}

function programmeFacts(programme: Programme, { academicYear }: FormPeriod): object {
  return {
    isDouble: programme.features.includes('double'),
    isJoint: programme.features.includes('joint'),
    isInterdisciplinary: programme.features.includes('interdisciplinary'),
    runsInYear: runsIn(programme, academicYear),
    format: formatOf(programme),
  }
}

/** One row per programme and partner: the platform knows one partner per record. */
function programmePartnerRows(register: Register, period: FormPeriod): SourceRow[] {
  const partners = byId(register.partners)
  const agreements = byId(register.agreements)
  return sortedProgrammes(register).flatMap((programme) => {
    const links = programme.partners.length === 0 ? [null] : programme.partners
    return links.map((link, index) => {
      const partner = link === null ? null : (partners.get(link.partnerId) ?? null)
      const agreement = link?.agreementId == null ? null : (agreements.get(link.agreementId) ?? null)
      return {
        values: {
          institution: register.institution,
          programme,
          facts: programmeFacts(programme, period),
          plan: planFacts(programme, link?.partnerId ?? null),
          partner: partnerFacts(partner, period.on),
          contract: contractFacts(agreement, period.on),
          period: { ...period, label: academicYearLabel(period.academicYear) },
        },
        records: recordsOf({ institution: register.institution, programme, partner, agreement }),
        subject: { entity: 'programme', id: programme.id },
        names: programmeLabel(programme),
        partnerIndex: link === null ? null : index,
      }
    })
  })
}

/** Academic periods at home and at the partner; null: the plan of study is empty. */
function planFacts(
  programme: Programme,
  partnerId: string | null,
): { home: number | null; partner: number | null } {
  if (programme.plan.length === 0) return { home: null, partner: null }
  const at = (id: string | null): number => programme.plan.filter((period) => period.partnerId === id).length
  return { home: at(null), partner: partnerId === null ? null : at(partnerId) }
}

/** One row per programme: the learners of the academic year as the cohort counts have them. */
function learnerRows(register: Register, period: FormPeriod): SourceRow[] {
  const ofYear = register.cohorts.filter(({ academicYear }) => academicYear === period.academicYear)
  const cohorts = new Map(ofYear.map((cohort) => [cohort.programmeId, cohort]))
  return sortedProgrammes(register).map((programme) => {
    const cohort = cohorts.get(programme.id) ?? null
    return {
      values: {
        institution: register.institution,
        programme,
        facts: programmeFacts(programme, period),
        learners: cohort === null ? null : learnerFacts(cohort),
        period: { ...period, label: academicYearLabel(period.academicYear) },
      },
      records: recordsOf({ institution: register.institution, programme, cohort }),
      subject: { entity: 'programme', id: programme.id },
      names: programmeLabel(programme),
      partnerIndex: null,
    }
  })
}

function learnerFacts(cohort: Cohort): object {
  const { contingent, foreignCitizens, graduated, funding } = cohort
  const sources = {
    grant: funding.state_grant,
    university: funding.university,
    scholarship: funding.scholarship,
  }
  const others = { partner: funding.partner, own: funding.own }
  const known = Object.entries({ ...sources, ...others }).map(([source, count]) => [source, count ?? 0])
  return { contingent, foreignCitizens, graduated, funding: Object.fromEntries(known), source: cohort.source }
}

/** One row per agreement and partner. */
function agreementPartnerRows(register: Register, period: FormPeriod): SourceRow[] {
  const partners = byId(register.partners)
  const agreements = register.agreements.toSorted(
    (a, b) =>
      compare(a.number, b.number) || compare(a.signedOn ?? '', b.signedOn ?? '') || compare(a.id, b.id),
  )
  return agreements.flatMap((agreement) =>
    agreement.partnerIds.map((partnerId, index) => {
      const partner = partners.get(partnerId) ?? null
      return {
        values: {
          institution: register.institution,
          agreement: { ...agreement, name: agreement.title || agreement.number },
          partner: partnerFacts(partner, period.on),
          contract: contractFacts(agreement, period.on),
          period: { ...period, label: academicYearLabel(period.academicYear) },
          constants: { one: 1 },
        },
        records: recordsOf({ institution: register.institution, agreement, partner }),
        subject: { entity: 'agreement', id: agreement.id },
        names: agreementLabel(agreement, partner),
        partnerIndex: index,
      }
    }),
  )
}

function sortedProgrammes(register: Register): Programme[] {
  return register.programmes.toSorted((a, b) => compare(a.code, b.code) || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function programmeLabel(programme: Programme): SourceRow['names'] {
  const label = (language: 'kk' | 'ru' | 'en'): string =>
    `${programme.code} ${nameIn(programme.names, language)}`.trim()
  return { kk: label('kk'), ru: label('ru'), en: label('en') }
}

function agreementLabel(agreement: Agreement, partner: Partner | null): SourceRow['names'] {
  const label = (language: 'kk' | 'ru' | 'en'): string =>
    [agreement.number || agreement.title, partner === null ? '' : nameIn(partner.names, language)]
      .filter((part) => part !== '')
      .join(' · ')
  return { kk: label('kk'), ru: label('ru'), en: label('en') }
}

type Linked = Partial<Record<RegisterEntity, { id: string; isSample: boolean } | null>>

function recordsOf(linked: Linked & { institution: Institution }): SourceRow['records'] {
  const records: Partial<Record<RegisterEntity, RecordReference & { isSample: boolean }>> = {}
  for (const entity of ['institution', 'partner', 'agreement', 'programme', 'cohort'] as const) {
    const record = linked[entity]
    if (record !== undefined && record !== null)
      records[entity] = { entity, id: record.id, isSample: record.isSample }
  }
  return records
}
