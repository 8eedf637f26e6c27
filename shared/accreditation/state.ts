import { addMonths, addYears } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import type { Accreditation, AccreditationFields, AccreditationState, MissingPart } from './accreditation.ts'

/** DEQAR: a report without an end is treated as valid six years from its beginning. */
export const DEQAR_YEARS = 6

/** Months before the end at which the next procedure should begin, until the university sets its own number. */
export const DEFAULT_LEAD_MONTHS = 12

type Validity = Pick<AccreditationFields, 'validFrom' | 'validTo' | 'source'>

/** The last day of an accreditation; null: unknown. Only DEQAR counts one that is not written down. */
export function endOf({ validFrom, validTo, source }: Validity): Day | null {
  if (validTo !== null) return validTo
  return source === 'deqar' && validFrom !== null ? addYears(validFrom, DEQAR_YEARS) : null
}

/** What holds on a day. `expiring`: the end is not more than `leadMonths` away. */
export function stateOn(
  fields: Validity & Pick<AccreditationFields, 'decision'>,
  on: Day,
  leadMonths = DEFAULT_LEAD_MONTHS,
): AccreditationState {
  if (fields.decision === 'negative') return 'refused'
  const end = endOf(fields)
  if (end !== null && end < on) return 'lapsed'
  if (fields.validFrom !== null && on < fields.validFrom) return 'upcoming'
  if (end === null) return 'unknown'
  return end <= addMonths(on, leadMonths) ? 'expiring' : 'valid'
}

/** Whether the accreditation holds on the day. */
export function holdsOn(fields: Validity & Pick<AccreditationFields, 'decision'>, on: Day): boolean {
  const state = stateOn(fields, on, 0)
  return state === 'valid' || state === 'expiring'
}

/**
 * What a record lacks. The platform's table has no field for the decision, so its records lack none; records of EPVO
 * with agency 0 and without days exist and are kept (field notes on EPVO, table UNIVERSITY_ACCREDITATION).
 */
export function missingParts(
  fields: Pick<AccreditationFields, 'agencyId' | 'decision'> & Validity,
): MissingPart[] {
  const missing: MissingPart[] = []
  if (fields.agencyId === null) missing.push('agency')
  if (fields.validFrom === null && fields.decision !== 'negative') missing.push('validFrom')
  if (endOf(fields) === null && fields.decision !== 'negative') missing.push('validTo')
  if (fields.decision === null && fields.source !== 'epvo') missing.push('decision')
  return missing
}

/** The conditions that are not done, those that are due first in front. */
export function openConditions({
  conditions,
}: Pick<AccreditationFields, 'conditions'>): AccreditationFields['conditions'] {
  return conditions
    .filter(({ doneOn }) => doneOn === null)
    .toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
}

/** The day on which the next procedure should begin; null: the end is unknown. */
export function procedureFrom(fields: Validity, leadMonths: number): Day | null {
  const end = endOf(fields)
  return end === null ? null : addMonths(end, -leadMonths)
}

/** Records that speak of the same accreditation later in time come last. */
export const byEnd = (a: Accreditation, b: Accreditation): number => {
  const [first, second] = [endOf(a) ?? a.validFrom ?? '', endOf(b) ?? b.validFrom ?? '']
  return first < second ? -1 : Number(first > second)
}
