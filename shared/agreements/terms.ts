import { addDays, addMonths, daysBetween, earlierDay, lastDayOfYears } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import type { AgreementFields, AgreementStatus, Term } from './agreement.ts'

/** A fixed term is `expiring` from this many months before its end; the shorter windows sharpen the warning. */
export const EXPIRING_WINDOWS_MONTHS = [12, 6, 3] as const

/** A term that renews itself is `renewing` from this many months before its notice day. */
export const RENEWING_LEAD_MONTHS = 6

/** What the status of an agreement depends on. */
export type TermFields = Pick<AgreementFields, 'stage' | 'signedOn' | 'startsOn' | 'term' | 'terminatedOn'>

/** One period of a term; both days are inside it. */
export type TermPeriod = { startsOn: Day; endsOn: Day }

/**
 * The period of an auto-renewed term with the given index; 0 is the first. Every period is counted from the original
 * start, so that month ends and leap days do not drift over decades.
 */
export function termPeriod(startsOn: Day, everyYears: number, index: number): TermPeriod {
  const periodStart = index === 0 ? startsOn : addDays(lastDayOfYears(startsOn, everyYears * index), 1)
  return { startsOn: periodStart, endsOn: lastDayOfYears(startsOn, everyYears * (index + 1)) }
}

/** The period of an auto-renewed term that holds on a day; before the start it is the first period. */
function periodOn(startsOn: Day, everyYears: number, on: Day): TermPeriod {
  const years = Number(on.slice(0, 4)) - Number(startsOn.slice(0, 4))
  let index = Math.max(0, Math.floor((years - 1) / everyYears))
  while (termPeriod(startsOn, everyYears, index).endsOn < on) index += 1
  return termPeriod(startsOn, everyYears, index)
}

/** The last day of the term, or of the period that holds on the day; null when it has no end or the start is unknown. */
export function currentPeriodEnd(startsOn: Day | null, term: Term | null, on: Day): Day | null {
  if (term === null || term.kind === 'perpetual') return null
  if (term.kind === 'fixed') return term.endsOn
  return startsOn === null ? null : periodOn(startsOn, term.everyYears, on).endsOn
}

/** The last day of which `months` full months still lie before the end of `endsOn`. */
function monthsBeforeEnd(endsOn: Day, months: number): Day {
  return addDays(addMonths(addDays(endsOn, 1), -months), -1)
}

/** The last day on which notice against the next renewal is in time; null for terms that do not renew themselves. */
export function noticeDay(startsOn: Day | null, term: Term | null, on: Day): Day | null {
  if (term?.kind !== 'auto_renewed') return null
  const endsOn = currentPeriodEnd(startsOn, term, on)
  return endsOn === null ? null : monthsBeforeEnd(endsOn, term.noticeMonths)
}

/** From when the agreement holds: its start, or the day of signing when no start is given. */
export function inForceFrom(fields: Pick<TermFields, 'signedOn' | 'startsOn'>): Day | null {
  return fields.startsOn ?? fields.signedOn
}

/** The narrowest of the windows (months) in which the end of a fixed term lies on the day; null outside them or after the end. */
export function expiringWindow(endsOn: Day, on: Day): (typeof EXPIRING_WINDOWS_MONTHS)[number] | null {
  if (on > endsOn) return null
  return EXPIRING_WINDOWS_MONTHS.findLast((months) => on >= addMonths(endsOn, -months)) ?? null
}

function runningStatus(fields: TermFields, on: Day): AgreementStatus {
  const startsOn = inForceFrom(fields)
  const { term } = fields
  if (startsOn !== null && on < startsOn) return 'upcoming'
  if (term?.kind === 'fixed') {
    if (on > term.endsOn) return 'lapsed'
    return expiringWindow(term.endsOn, on) === null ? 'active' : 'expiring'
  }
  const noticeBy = noticeDay(startsOn, term, on)
  return noticeBy !== null && on >= addMonths(noticeBy, -RENEWING_LEAD_MONTHS) ? 'renewing' : 'active'
}

/**
 * What holds on a day. A terminated agreement counts as terminated from the day of its termination; before that day,
 * and with a termination agreed for later, it counts as any signed one.
 */
export function agreementStatus(fields: TermFields, on: Day): AgreementStatus {
  if (fields.stage === 'terminated') {
    if (fields.terminatedOn === null || on >= fields.terminatedOn) return 'terminated'
    return runningStatus(fields, on)
  }
  return fields.stage === 'signed' ? runningStatus(fields, on) : 'draft'
}

/** The status with the days that explain it. */
export type StatusDetails = {
  status: AgreementStatus
  /** The end of the term or of its current period, or the termination when that comes first; null: none or unknown. */
  endsOn: Day | null
  /** Days from the day asked for to `endsOn`; negative after it. */
  daysLeft: number | null
  /** Last day to give notice against renewal; null for other terms and after a termination. */
  noticeBy: Day | null
}

/** Status on a day together with the end of the term, the days left and the notice day. */
export function statusDetails(fields: TermFields, on: Day): StatusDetails {
  const startsOn = inForceFrom(fields)
  const termEnd = currentPeriodEnd(startsOn, fields.term, on)
  const terminatedOn = fields.stage === 'terminated' ? fields.terminatedOn : null
  const endsOn =
    terminatedOn === null ? termEnd : termEnd === null ? terminatedOn : earlierDay(termEnd, terminatedOn)
  return {
    status: agreementStatus(fields, on),
    endsOn,
    daysLeft: endsOn === null ? null : daysBetween(on, endsOn),
    noticeBy: fields.stage === 'terminated' ? null : noticeDay(startsOn, fields.term, on),
  }
}
