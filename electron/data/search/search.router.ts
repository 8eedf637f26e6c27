import { implement } from '@orpc/server'
import { academicYearLabel } from '../../../shared/kernel/calendar.ts'
import { formatDay } from '../../../shared/kernel/format.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { searchContract } from '../../../shared/search/search.contract.ts'
import { countryName } from '../../../shared/reference/countries.ts'
import { originName } from '../actions/origin-name.ts'
import { agencyName, objectName } from '../accreditation/names.ts'
import type { DataContext } from '../context.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { describePartners, partnersOf } from '../registers/record-texts.ts'
import type { Registers } from '../registers/registers.ts'
import { findRecords, type SearchedRegister } from './find-records.ts'

/** Parts of a second line that are there, with a dot between them. */
const line = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')

function partnerLine(cache: RecordCache, ids: readonly string[], language: Language): string {
  const { partnerNames, countryNames } = describePartners(partnersOf(cache, ids), language)
  return line(partnerNames, countryNames)
}

function describePartner(cache: RecordCache, id: string, language: Language) {
  const partner = cache.partner.get(id)
  if (partner === undefined) return { title: '', subtitle: '' }
  const country = partner.country === '' ? '' : countryName(partner.country, language)
  return { title: nameIn(partner.names, language), subtitle: line(country, partner.city) }
}

function describeAgreement(cache: RecordCache, id: string, language: Language) {
  const agreement = cache.agreement.get(id)
  if (agreement === undefined) return { title: '', subtitle: '' }
  const { number, title, partnerIds } = agreement
  const partners = partnerLine(cache, partnerIds, language)
  return title === '' ? { title: number, subtitle: partners } : { title, subtitle: line(number, partners) }
}

function describeProgramme(cache: RecordCache, id: string, language: Language) {
  const programme = cache.programme.get(id)
  if (programme === undefined) return { title: '', subtitle: '' }
  const ids = programme.partners.map(({ partnerId }) => partnerId)
  return {
    title: nameIn(programme.names, language),
    subtitle: line(programme.code, partnerLine(cache, ids, language)),
  }
}

function describeCohort(cache: RecordCache, id: string, language: Language) {
  const cohort = cache.cohort.get(id)
  if (cohort === undefined) return { title: '', subtitle: '' }
  const { title, subtitle } = describeProgramme(cache, cohort.programmeId, language)
  return { title, subtitle: line(academicYearLabel(cohort.academicYear), subtitle) }
}

function describeAction(cache: RecordCache, id: string, language: Language) {
  const action = cache.action.get(id)
  if (action === undefined) return { title: '', subtitle: '' }
  const owner = action.ownerId === null ? '' : (cache.person.get(action.ownerId)?.name ?? '')
  const due = action.dueOn === null ? '' : formatDay(action.dueOn, language)
  return { title: action.title, subtitle: line(originName(cache, action.origin, language), owner, due) }
}

function describeAccreditation(cache: RecordCache, id: string, language: Language) {
  const record = cache.accreditation.get(id)
  if (record === undefined) return { title: '', subtitle: '' }
  const days = [record.validFrom, record.validTo].flatMap((day) =>
    day === null ? [] : formatDay(day, language),
  )
  return {
    title: objectName(cache, record.object, language),
    subtitle: line(agencyName(cache, record, language), days.join(' – '), record.certificateNumber),
  }
}

function describeAgency(cache: RecordCache, id: string, language: Language) {
  const agency = cache.agency.get(id)
  if (agency === undefined) return { title: '', subtitle: '' }
  const name = nameIn(agency.names, language)
  return agency.acronym === '' ? { title: name, subtitle: '' } : { title: agency.acronym, subtitle: name }
}

function describeEvidence(cache: RecordCache, id: string, language: Language) {
  const piece = cache.evidence.get(id)
  if (piece === undefined) return { title: '', subtitle: '' }
  return { title: nameIn(piece.names, language), subtitle: line(piece.url, piece.tags.join(', ')) }
}

function describeInvolvement(cache: RecordCache, id: string, language: Language) {
  const record = cache.involvement.get(id)
  if (record === undefined) return { title: '', subtitle: '' }
  return {
    title: nameIn(record.names, language),
    subtitle: line(record.organisation, formatDay(record.on, language)),
  }
}

function describeSurvey(cache: RecordCache, id: string, language: Language) {
  const record = cache.survey.get(id)
  if (record === undefined) return { title: '', subtitle: '' }
  return { title: nameIn(record.names, language), subtitle: academicYearLabel(record.period.academicYear) }
}

function searchedRegisters(registers: Registers, cache: RecordCache, language: Language): SearchedRegister[] {
  return [
    {
      entity: 'partner',
      texts: registers.textsOf('partner'),
      describe: (id) => describePartner(cache, id, language),
    },
    {
      entity: 'agreement',
      texts: registers.textsOf('agreement'),
      describe: (id) => describeAgreement(cache, id, language),
    },
    {
      entity: 'programme',
      texts: registers.textsOf('programme'),
      describe: (id) => describeProgramme(cache, id, language),
    },
    {
      entity: 'cohort',
      texts: registers.textsOf('cohort'),
      describe: (id) => describeCohort(cache, id, language),
    },
    {
      entity: 'action',
      texts: registers.textsOf('action'),
      describe: (id) => describeAction(cache, id, language),
    },
    {
      entity: 'accreditation',
      texts: registers.textsOf('accreditation'),
      describe: (id) => describeAccreditation(cache, id, language),
    },
    {
      entity: 'agency',
      texts: registers.textsOf('agency'),
      describe: (id) => describeAgency(cache, id, language),
    },
    {
      entity: 'evidence',
      texts: registers.textsOf('evidence'),
      describe: (id) => describeEvidence(cache, id, language),
    },
    {
      entity: 'involvement',
      texts: registers.textsOf('involvement'),
      describe: (id) => describeInvolvement(cache, id, language),
    },
    {
      entity: 'survey',
      texts: registers.textsOf('survey'),
      describe: (id) => describeSurvey(cache, id, language),
    },
  ]
}

export function createSearchRouter(context: DataContext) {
  const os = implement(searchContract)
  return os.router({
    find: os.find.handler(async ({ input }) => {
      const registers = context.registers()
      const cache = await registers.upToDate()
      return findRecords(searchedRegisters(registers, cache, input.language), input)
    }),
  })
}
