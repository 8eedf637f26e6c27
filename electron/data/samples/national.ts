import type { AgreementFields } from '../../../shared/agreements/agreement.ts'
import { lastDayOfYears } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Language, LocalizedText } from '../../../shared/kernel/record.ts'
import { languages } from '../../../shared/kernel/record.ts'
import type { CohortFields } from '../../../shared/mobility/cohort.ts'
import type { PartnerFields } from '../../../shared/partners/partner.ts'
import { parseFormat, planFromFormat } from '../../../shared/programmes/format.ts'
import { type Level, levels, type ProgrammeFields } from '../../../shared/programmes/programme.ts'
import { countryName } from '../../../shared/reference/countries.ts'
import { nationalData, nationalProgrammes, nationalTotals } from './national-data.ts'
import { createRandom, type Random, spread } from './random.ts'
import {
  createSampleIds,
  fillIn,
  sampleBin,
  type SampleRecord,
  type SampleRecords,
} from './sample-records.ts'

const seed = 2_023_328

/** Formats in use by level; the sources name those of bachelor and master programmes and none of doctoral ones. */
const formatsByLevel: Record<Level, readonly string[]> = {
  bachelor: ['2+2', '1+3'],
  master: ['2s+2s', '1s+3s', '1s+1s'],
  doctoral: ['1+2'],
}

const codePrefix: Record<Level, string> = { bachelor: '6B', master: '7M', doctoral: '8D' }

/** Partners that programmes running in 2021/22 have; the others of the present ones joined in 2022/23. */
const partnersBefore2022 = 94

/**
 * A national register of invented records whose totals are exactly the published ones of 2020/21 to 2022/23
 * (`national-data.ts`). One-language texts are in `language`.
 */
export function buildNational(today: Day, language: Language): SampleRecords {
  const random = createRandom(seed)
  const newId = createSampleIds(today, random)
  const current = buildPartners(nationalData.countries, 1, newId)
  const former = buildPartners(nationalData.formerCountries, current.length + 1, newId)
  const partners = [...current, ...former]
  const agreements = partners.map((partner, index) => ({
    id: newId(),
    fields: agreementFields(partner.id, index, language),
  }))
  const programmes = buildProgrammes({ current, partners, agreements, newId, random })
  const cohorts = buildCohorts(programmes, newId, random, language)
  return {
    institution: { ...nationalData.institution, bin: sampleBin, epvoId: 9_998, rector: '', website: '' },
    partners,
    agreements,
    programmes,
    cohorts,
    accreditations: [],
    surveys: [],
    involvements: [],
    files: [],
  }
}

function inEachLanguage(make: (language: Language) => string): LocalizedText {
  const [kk, ru, en] = languages.map(make)
  return { kk: kk ?? '', ru: ru ?? '', en: en ?? '' }
}

function buildPartners(
  countries: Readonly<Record<string, number>>,
  firstNumber: number,
  newId: () => string,
): SampleRecord<PartnerFields>[] {
  const codes = Object.entries(countries).flatMap(([country, count]) =>
    Array.from({ length: count }, () => country),
  )
  return codes.map((country, index) => {
    const number = String(firstNumber + index).padStart(3, '0')
    const names = inEachLanguage((language) =>
      fillIn(nationalData.partnerName[language], { number, country: countryName(country, language) }),
    )
    return { id: newId(), fields: partnerFields(names, country) }
  })
}

function partnerFields(names: LocalizedText, country: string): PartnerFields {
  return {
    names,
    country,
    city: '',
    website: '',
    identifiers: [],
    contacts: [],
    rankings: [],
    creditSystem: 'ECTS',
    ectsPerCredit: 1,
    notes: '',
  }
}

function agreementFields(partnerId: string, index: number, language: Language): AgreementFields {
  const startsOn = `${2017 + (index % 3)}-09-01`
  return {
    kind: 'agreement',
    number: String(index + 1).padStart(3, '0'),
    title: nationalData.agreementTitle[language],
    subject: '',
    partnerIds: [partnerId],
    stage: 'signed',
    signedOn: startsOn,
    startsOn,
    term:
      index % 4 === 3
        ? { kind: 'fixed', endsOn: lastDayOfYears(startsOn, 10) }
        : { kind: 'auto_renewed', everyYears: 5, noticeMonths: 6 },
    terminatedOn: null,
    parentId: null,
    predecessorId: null,
    signatories: [],
    events: [],
    owner: '',
    notes: '',
  }
}

type ProgrammeContext = {
  current: readonly SampleRecord<PartnerFields>[]
  partners: readonly SampleRecord<PartnerFields>[]
  agreements: readonly SampleRecord<AgreementFields>[]
  newId: () => string
  random: Random
}

function buildProgrammes(context: ProgrammeContext): SampleRecord<ProgrammeFields>[] {
  const numbers: Record<Level, number> = { bachelor: 0, master: 0, doctoral: 0 }
  let running = 0
  let joined = partnersBefore2022
  let ended = context.partners.length - 1
  return nationalProgrammes.flatMap((group) =>
    Array.from({ length: group.count }, () => {
      let partnerIndex: number
      if (group.lastYear !== null) partnerIndex = ended-- % context.partners.length
      else if (group.firstYear >= 2022) partnerIndex = joined++ % context.current.length
      else partnerIndex = running++ % partnersBefore2022
      if (ended < 0) ended = context.partners.length - 1
      const number = numbers[group.level]
      numbers[group.level] = number + 1
      return { id: context.newId(), fields: programmeFields(group, number, partnerIndex, context) }
    }),
  )
}

function programmeFields(
  group: (typeof nationalProgrammes)[number],
  number: number,
  partnerIndex: number,
  { partners, agreements, random }: ProgrammeContext,
): ProgrammeFields {
  const { level, firstYear, lastYear } = group
  const field = at(nationalData.fields, number % nationalData.fields.length)
  const formats = formatsByLevel[level]
  const notation = at(formats, number % formats.length)
  const format = parseFormat(notation)
  if (format === null) throw new Error(`the national sample has an unreadable format ${notation}`)
  const partnerId = at(partners, partnerIndex).id
  const numberInField = String(Math.floor(number / nationalData.fields.length) + 1).padStart(2, '0')
  return {
    names: inEachLanguage((language) =>
      fillIn(nationalData.programmeName[language], {
        field: field.names[language],
        number: String(number + 1).padStart(3, '0'),
      }),
    ),
    level,
    masterTrack: level === 'master' ? (notation === '1s+1s' ? 'profile' : 'scientific_pedagogical') : null,
    code: `${codePrefix[level]}${field.codeDigits}${numberInField}`,
    iscedF: field.iscedF,
    languages: ['en'],
    delivery: 'on_campus',
    features: ['double'],
    award: 'two_equal',
    registerStatus: lastYear === null ? 'included' : 'excluded',
    epvoId: null,
    partners: [{ partnerId, agreementId: at(agreements, partnerIndex).id, degree: '' }],
    plan: planFromFormat(format, level, [partnerId]),
    homeTeachers: random.between(4, 14),
    partnerTeachers: random.between(1, 7),
    firstYear,
    lastYear,
    notes: '',
  }
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new Error(`the national sample has no item ${index}`)
  return item
}

function buildCohorts(
  programmes: readonly SampleRecord<ProgrammeFields>[],
  newId: () => string,
  random: Random,
  language: Language,
): SampleRecord<CohortFields>[] {
  return nationalTotals.flatMap(({ academicYear, learners, source }) =>
    levels.flatMap((level) => {
      const running = programmes.filter(
        ({ fields }) =>
          fields.level === level &&
          fields.firstYear <= academicYear &&
          academicYear <= (fields.lastYear ?? academicYear),
      )
      const shares = spread(learners[level], running.length, random)
      return running.map(({ id }, index) => ({
        id: newId(),
        fields: cohortFields(id, academicYear, at(shares, index), nationalData.source[source][language]),
      }))
    }),
  )
}

function cohortFields(
  programmeId: string,
  academicYear: number,
  contingent: number,
  source: string,
): CohortFields {
  return {
    programmeId,
    academicYear,
    contingent,
    applied: 0,
    outgoing: 0,
    incoming: 0,
    atPartner: 0,
    returned: 0,
    graduated: 0,
    withdrawn: {},
    funding: {},
    foreignCitizens: 0,
    source,
  }
}
