import { z } from 'zod'
import type { Agreement } from '../agreements/agreement.ts'
import { currentPeriodEnd, inForceFrom } from '../agreements/terms.ts'
import { academicYearOf, dayOf } from '../kernel/calendar.ts'
import { type Day, daySchema } from '../kernel/day.ts'
import { idSchema } from '../kernel/record.ts'
import type { Cohort } from '../mobility/cohort.ts'
import type { Level, Programme } from '../programmes/programme.ts'
import { runsIn } from '../reports/year-view.ts'
import { type Accreditation, objectKey } from './accreditation.ts'
import { byEnd, endOf, openConditions, procedureFrom, stateOn } from './state.ts'

export const accreditationWarningSchema = z.object({
  kind: z.enum(['ends-before-cohort', 'ends-before-agreement', 'procedure-due', 'condition-due']),
  accreditationId: idSchema,
  /** The programme whose learners or agreement are concerned. */
  programmeId: idSchema.nullable(),
  /** The agreement that lasts longer. */
  agreementId: idSchema.nullable(),
  /** The last day of the accreditation, the day of the condition; null: unknown. */
  endsOn: daySchema.nullable(),
  /** The day of the other side: end of the cohort, end of the agreement, day to begin the procedure. */
  otherOn: daySchema.nullable(),
})
export type AccreditationWarning = z.infer<typeof accreditationWarningSchema>

/** What the warnings are taken from. */
export type AccreditedRegister = {
  readonly accreditations: readonly Accreditation[]
  readonly agreements: readonly Agreement[]
  readonly programmes: readonly Programme[]
  readonly cohorts: readonly Cohort[]
}

/** Years of study where no plan of study says it; 4, 2 and 3 years as in GOSO. */
const usualYears: Record<Level, number> = { bachelor: 4, master: 2, doctoral: 3 }
const semestersPerYear = 2
const graduationMonth = 6
const graduationDay = 30

/**
 * When the learners that were admitted last will graduate: 30 June of the year in which their plan of study ends.
 * Null: no learners were counted.
 */
export function cohortEndOf(programme: Programme, cohorts: readonly Cohort[]): Day | null {
  const counted = cohorts.filter(({ programmeId }) => programmeId === programme.id)
  const admitted = counted.filter(({ applied }) => applied > 0)
  const withLearners = admitted.length > 0 ? admitted : counted.filter(({ contingent }) => contingent > 0)
  if (withLearners.length === 0) return null
  const year = Math.max(...withLearners.map(({ academicYear }) => academicYear))
  const length = Math.ceil(programme.plan.length / semestersPerYear) || usualYears[programme.level]
  return dayOf(year + length, graduationMonth, graduationDay)
}

/** Everything about accreditations that somebody has to act on, on a day. */
export function findWarnings(
  register: AccreditedRegister,
  on: Day,
  leadMonths: number,
): AccreditationWarning[] {
  return [
    ...endsTooEarly(register, on),
    ...proceduresDue(register.accreditations, on, leadMonths),
    ...conditionsDue(register.accreditations, on),
  ]
}

/** The accreditation of a programme that lasts longest: two of them both count, and the later end covers the learners. */
function longest(accreditations: readonly Accreditation[], on: Day): Map<string, Accreditation> {
  const longestOf = new Map<string, Accreditation>()
  for (const record of accreditations.toSorted(byEnd)) {
    if (record.object.kind !== 'programme' || endOf(record) === null) continue
    if (!['refused', 'lapsed'].includes(stateOn(record, on))) longestOf.set(record.object.programmeId, record)
  }
  return longestOf
}

/** Accreditations that end before the learners graduate, or before an agreement of their programme ends. */
function endsTooEarly(register: AccreditedRegister, on: Day): AccreditationWarning[] {
  const longestOf = longest(register.accreditations, on)
  const agreements = new Map(register.agreements.map((agreement) => [agreement.id, agreement]))
  const running = register.programmes.filter((programme) => runsIn(programme, academicYearOf(on)))
  return running.flatMap((programme): AccreditationWarning[] => {
    const record = longestOf.get(programme.id)
    const endsOn = record === undefined ? null : endOf(record)
    if (record === undefined || endsOn === null) return []
    const about = { accreditationId: record.id, programmeId: programme.id, endsOn }
    const cohortEnd = cohortEndOf(programme, register.cohorts)
    const outlasted: AccreditationWarning[] = programme.partners.flatMap(({ agreementId }) => {
      const agreement = agreementId === null ? undefined : agreements.get(agreementId)
      if (agreement === undefined || agreement.stage !== 'signed') return []
      const otherOn = currentPeriodEnd(inForceFrom(agreement), agreement.term, on)
      return otherOn === null || otherOn <= endsOn
        ? []
        : [{ ...about, kind: 'ends-before-agreement' as const, agreementId: agreement.id, otherOn }]
    })
    const early = cohortEnd !== null && cohortEnd > endsOn
    return early
      ? [{ ...about, kind: 'ends-before-cohort', agreementId: null, otherOn: cohortEnd }, ...outlasted]
      : outlasted
  })
}

/** Accreditations whose next procedure should have begun, and that nothing follows. */
function proceduresDue(
  accreditations: readonly Accreditation[],
  on: Day,
  leadMonths: number,
): AccreditationWarning[] {
  const own = accreditations.filter(
    ({ object }) => object.kind !== 'partner' && object.kind !== 'partner-programme',
  )
  const last = new Map(
    own
      .toSorted(byEnd)
      .filter((record) => endOf(record) !== null && stateOn(record, on) !== 'refused')
      .map((record) => [`${objectKey(record.object)} ${record.kind}`, record]),
  )
  return [...last.values()].flatMap((record) => {
    const otherOn = procedureFrom(record, leadMonths)
    if (otherOn === null || otherOn > on || stateOn(record, on) === 'lapsed') return []
    return [warningOf('procedure-due', record, endOf(record), otherOn)]
  })
}

/** Conditions of accreditations that hold, whose day has come. */
function conditionsDue(accreditations: readonly Accreditation[], on: Day): AccreditationWarning[] {
  return accreditations
    .filter((record) => !['lapsed', 'refused'].includes(stateOn(record, on)))
    .flatMap((record) =>
      openConditions(record)
        .filter(({ dueOn }) => dueOn !== null && dueOn <= on)
        .map(({ dueOn }) => warningOf('condition-due', record, dueOn, null)),
    )
}

function warningOf(
  kind: AccreditationWarning['kind'],
  record: Accreditation,
  endsOn: Day | null,
  otherOn: Day | null,
): AccreditationWarning {
  const programmeId = record.object.kind === 'programme' ? record.object.programmeId : null
  return { kind, accreditationId: record.id, programmeId, agreementId: null, endsOn, otherOn }
}
