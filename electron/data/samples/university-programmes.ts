import type { AgreementFields } from '../../../shared/agreements/agreement.ts'
import { academicYearOf } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { PartnerFields } from '../../../shared/partners/partner.ts'
import { parseFormat, planFromFormat } from '../../../shared/programmes/format.ts'
import type { ProgrammeFields, StudyPlan } from '../../../shared/programmes/programme.ts'
import type { Random } from './random.ts'
import type { SampleRecord } from './sample-records.ts'
import { hostOf } from './university-agreements.ts'
import { type ProgrammeSpec, universityData } from './university-data.ts'

/** Numbers that the sample gives to its programmes in the ministry's platform start here. */
const firstProgrammeEpvoId = 880_001

export type ProgrammeContext = {
  readonly today: Day
  readonly newId: () => string
  readonly random: Random
  readonly partners: readonly SampleRecord<PartnerFields>[]
  readonly agreements: ReadonlyMap<string, SampleRecord<AgreementFields>>
}

/** The programmes of the sample university, in the order of their specifications. */
export function buildProgrammes(context: ProgrammeContext): SampleRecord<ProgrammeFields>[] {
  return universityData.programmes.map((spec, index) => ({
    id: context.newId(),
    fields: programmeFields(spec, index, context),
  }))
}

function programmeFields(spec: ProgrammeSpec, index: number, context: ProgrammeContext): ProgrammeFields {
  const { today, random } = context
  const thisYear = academicYearOf(today)
  const partnerIds = spec.partners.map((at) => partnerAt(context, at).id)
  const isKnownToPlatform = spec.registerStatus !== 'not_in_register'
  return {
    names: spec.names,
    level: spec.level,
    masterTrack: spec.masterTrack,
    code: spec.code,
    iscedF: spec.iscedF,
    languages: spec.languages,
    delivery: spec.delivery,
    features: spec.features,
    award: spec.award,
    registerStatus: spec.registerStatus,
    epvoId: isKnownToPlatform ? firstProgrammeEpvoId + index : null,
    partners: spec.partners.map((at) => ({
      partnerId: partnerAt(context, at).id,
      agreementId: spec.defect === 'agreement-missing' ? null : agreementOf(context, spec),
      degree: spec.degree,
    })),
    plan: planOf(spec, partnerIds),
    homeTeachers: random.between(6, 18),
    partnerTeachers: random.between(2, 9),
    firstYear: thisYear + spec.firstYear,
    lastYear: spec.lastYear === null ? null : thisYear + spec.lastYear,
    notes: '',
  }
}

function partnerAt(context: ProgrammeContext, at: number): SampleRecord<PartnerFields> {
  const partner = context.partners[at]
  if (partner === undefined) throw new Error(`the sample has no partner number ${at}`)
  return partner
}

/** The double-degree agreement that bears the programme: its key is the partners' hosts. */
function agreementOf(context: ProgrammeContext, spec: ProgrammeSpec): string {
  const key = spec.partners.map((at) => hostOf(universityData.partners[at]?.host ?? '')).join('-')
  const agreement = context.agreements.get(key)
  if (agreement === undefined) throw new Error(`the sample has no agreement ${key}`)
  return agreement.id
}

function planOf(spec: ProgrammeSpec, partnerIds: readonly string[]): StudyPlan {
  const format = parseFormat(spec.format)
  if (format === null) throw new Error(`the sample has a programme in the unreadable format ${spec.format}`)
  const plan = planFromFormat(format, spec.level, partnerIds)
  if (spec.defect !== 'few-credits') return plan
  return plan.map((period) => ({ ...period, credits: period.partnerId === null ? period.credits : 18 }))
}
