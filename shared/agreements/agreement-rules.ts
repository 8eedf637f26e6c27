import {
  academicYearEnd,
  academicYearStart,
  addMonths,
  earlierDay,
  lastDayOfYears,
  laterDay,
} from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import type { AgreementFields, AgreementStatus, Term } from './agreement.ts'
import { inForceFrom } from './terms.ts'

/** Agreements hold for 1 to 10 years, without end, or renew themselves; other lengths are shown as unusual. */
export const USUAL_TERM_YEARS = { from: 1, to: 10 } as const

/** An agreement without a running programme, learners or an event for this many months is declarative: two academic years. */
export const DECLARATIVE_MONTHS = 24

function checkNames(fields: AgreementFields): Problem[] {
  const problems: Problem[] = []
  if (fields.stage !== 'signed') return problems
  if (fields.number === '') problems.push(warningAt('agreement-number-missing', 'number'))
  if (fields.title === '') problems.push(warningAt('agreement-title-missing', 'title'))
  return problems
}

function checkParties(fields: AgreementFields): Problem[] {
  const problems: Problem[] = []
  if (fields.partnerIds.length === 0) problems.push(errorAt('agreement-party-missing', 'partnerIds'))
  for (const [index, partnerId] of fields.partnerIds.entries()) {
    if (fields.partnerIds.indexOf(partnerId) < index) {
      problems.push(errorAt('agreement-party-twice', `partnerIds.${index}`))
    }
  }
  if (fields.kind === 'network' && fields.partnerIds.length === 1) {
    problems.push(warningAt('agreement-network-one-partner', 'partnerIds'))
  }
  return problems
}

function checkSignatories(fields: AgreementFields): Problem[] {
  const problems: Problem[] = []
  for (const [index, { partnerId }] of fields.signatories.entries()) {
    if (partnerId !== null && !fields.partnerIds.includes(partnerId)) {
      problems.push(errorAt('signatory-not-party', `signatories.${index}.partnerId`))
    }
  }
  if (fields.stage !== 'signed') return problems
  const signed = new Set(fields.signatories.map(({ partnerId }) => partnerId))
  const missing = [null, ...fields.partnerIds].filter((party) => !signed.has(party)).length
  if (missing > 0) problems.push(warningAt('signatories-incomplete', 'signatories', { count: missing }))
  return problems
}

function checkStage(fields: AgreementFields): Problem[] {
  const { stage, signedOn, startsOn, term, terminatedOn } = fields
  const problems: Problem[] = []
  if (stage === 'signed') {
    if (signedOn === null) problems.push(errorAt('signed-without-date', 'signedOn'))
    if (startsOn === null) problems.push(warningAt('start-missing', 'startsOn'))
    if (term === null) problems.push(warningAt('term-missing', 'term'))
  } else if (stage === 'terminated') {
    if (terminatedOn === null) problems.push(errorAt('terminated-without-date', 'terminatedOn'))
  } else if (signedOn !== null) {
    problems.push(warningAt('draft-with-signing-date', 'stage', { signedOn }))
  }
  if (stage !== 'terminated' && terminatedOn !== null) {
    problems.push(warningAt('termination-date-without-stage', 'stage', { terminatedOn }))
  }
  return problems
}

/** The length of a fixed term is usual when it is neither shorter than the least nor longer than the greatest number of years. */
function isUsualLength(startsOn: Day, endsOn: Day): boolean {
  return (
    endsOn >= lastDayOfYears(startsOn, USUAL_TERM_YEARS.from) &&
    endsOn <= lastDayOfYears(startsOn, USUAL_TERM_YEARS.to)
  )
}

function checkFixedTerm(startsOn: Day | null, endsOn: Day): Problem[] {
  if (startsOn === null) return []
  if (endsOn < startsOn) return [errorAt('end-before-start', 'term.endsOn', { startsOn, endsOn })]
  return isUsualLength(startsOn, endsOn)
    ? []
    : [warningAt('term-length-unusual', 'term.endsOn', { startsOn, endsOn, ...USUAL_TERM_YEARS })]
}

function checkRenewedTerm(everyYears: number, noticeMonths: number): Problem[] {
  const problems: Problem[] = []
  if (noticeMonths >= everyYears * 12) {
    problems.push(errorAt('notice-longer-than-period', 'term.noticeMonths', { noticeMonths, everyYears }))
  }
  if (everyYears > USUAL_TERM_YEARS.to) {
    problems.push(warningAt('renewal-period-unusual', 'term.everyYears', { everyYears, ...USUAL_TERM_YEARS }))
  }
  return problems
}

function checkTerm(term: Term | null, startsOn: Day | null): Problem[] {
  if (term === null || term.kind === 'perpetual') return []
  return term.kind === 'fixed'
    ? checkFixedTerm(startsOn, term.endsOn)
    : checkRenewedTerm(term.everyYears, term.noticeMonths)
}

function checkDays(fields: AgreementFields): Problem[] {
  const { signedOn, startsOn, term, terminatedOn } = fields
  const from = inForceFrom(fields)
  const problems = checkTerm(term, from)
  if (signedOn !== null && startsOn !== null && signedOn > startsOn) {
    problems.push(warningAt('signed-after-start', 'signedOn', { signedOn, startsOn }))
  }
  if (terminatedOn !== null && from !== null && terminatedOn < from) {
    problems.push(errorAt('terminated-before-start', 'terminatedOn', { terminatedOn, startsOn: from }))
  }
  if (terminatedOn !== null && term?.kind === 'fixed' && terminatedOn > term.endsOn) {
    problems.push(warningAt('terminated-after-end', 'terminatedOn', { terminatedOn, endsOn: term.endsOn }))
  }
  return problems
}

function checkLinks(fields: AgreementFields, id: string | null): Problem[] {
  const { kind, parentId, predecessorId } = fields
  const problems: Problem[] = []
  if (id !== null && parentId === id) problems.push(errorAt('parent-is-itself', 'parentId'))
  if (id !== null && predecessorId === id) problems.push(errorAt('predecessor-is-itself', 'predecessorId'))
  if (parentId !== null && parentId === predecessorId) {
    problems.push(warningAt('parent-is-predecessor', 'predecessorId'))
  }
  if (kind === 'annex' && parentId === null) problems.push(warningAt('annex-without-parent', 'parentId'))
  return problems
}

/**
 * Checks the fields of an agreement by themselves; `id` is the record's own, null for a new one.
 * Whether the records it names exist is the data service's question.
 */
export function checkAgreement(fields: AgreementFields, id: string | null = null): Problem[] {
  return [
    ...checkNames(fields),
    ...checkParties(fields),
    ...checkSignatories(fields),
    ...checkStage(fields),
    ...checkDays(fields),
    ...checkLinks(fields, id),
  ]
}

/** What shows that an agreement lives. */
export type AgreementActivity = {
  /** Days of its events. */
  eventDays: readonly Day[]
  /** First and last academic year of each programme under it; null: still running. */
  programmes: readonly { firstYear: number; lastYear: number | null }[]
  /** Academic years in which one of its programmes had learners. */
  learnerYears: readonly number[]
}

/** The latest day, not after `on`, on which something happened under the agreement: an event, a running programme, learners. */
export function lastActivityOn(activity: AgreementActivity, on: Day): Day | null {
  const days = [
    ...activity.eventDays.filter((day) => day <= on),
    ...activity.programmes
      .filter(({ firstYear }) => academicYearStart(firstYear) <= on)
      .map(({ lastYear }) => (lastYear === null ? on : earlierDay(academicYearEnd(lastYear), on))),
    ...activity.learnerYears
      .filter((year) => academicYearStart(year) <= on)
      .map((year) => earlierDay(academicYearEnd(year), on)),
  ]
  return days.length === 0 ? null : days.reduce(laterDay)
}

const statusesInForce: readonly AgreementStatus[] = ['active', 'expiring', 'renewing']

/**
 * Tells whether an agreement in force is only declared: no running programme, learner or event in the last
 * `DECLARATIVE_MONTHS` months, and in force for at least as long.
 */
export function isDeclarative(
  agreement: { status: AgreementStatus; signedOn: Day | null; startsOn: Day | null },
  activity: AgreementActivity,
  on: Day,
): boolean {
  if (!statusesInForce.includes(agreement.status)) return false
  const since = inForceFrom(agreement)
  const last = lastActivityOn(activity, on)
  const alive = last === null ? since : since === null ? last : laterDay(last, since)
  return alive !== null && alive < addMonths(on, -DECLARATIVE_MONTHS)
}
