import { daysBetween } from '../kernel/calendar.ts'
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import { SEMESTER_CREDITS, SEMESTER_CREDITS_TOLERANCE, usualCredits, usualSemesters } from './credits.ts'
import { canonicalFormat, deriveFormat, printFormat, type ProgrammeFormat, usualFormats } from './format.ts'
import type { Level, ProgrammeFields, StudyPeriod } from './programme.ts'

/** A semester has at least 15 weeks (academic calendar of credit technology). */
const SEMESTER_DAYS = 15 * 7

/** Several partners count together: 1+1+2 is shared as 2+2. */
function isUsualSplit(format: ProgrammeFormat, level: Level): boolean {
  const atPartners = format.partners.reduce((sum, part) => sum + part, 0)
  const split = printFormat(canonicalFormat({ ...format, partners: [atPartners] }))
  return usualFormats[level].length === 0 || usualFormats[level].includes(split)
}

function range({ from, to }: { from: number; to: number }): string {
  return from === to ? String(from) : `${from}–${to}`
}

function checkShares(fields: ProgrammeFields): Problem[] {
  const { plan, level, features } = fields
  const isShared = features.includes('double') || features.includes('joint')
  if (plan.length === 0) return isShared ? [warningAt('plan-missing', 'plan')] : []
  const problems: Problem[] = []
  const format = deriveFormat(plan)
  const semesters = usualSemesters(fields)
  const isUsualLength = plan.length >= semesters.from && plan.length <= semesters.to
  if (!isUsualLength) {
    problems.push(warningAt('plan-length', 'plan', { count: plan.length, usual: range(semesters) }))
  }
  if (isShared && format === null) problems.push(warningAt('partner-semesters-missing', 'plan'))
  if (format !== null && format.home === 0) problems.push(warningAt('home-semesters-missing', 'plan'))
  if (format !== null && format.home > 0 && isUsualLength && !isUsualSplit(format, level)) {
    problems.push(
      warningAt('format-unusual', 'plan', {
        format: printFormat(format),
        usual: usualFormats[level].join(', '),
      }),
    )
  }
  return problems
}

function checkCredits(fields: ProgrammeFields): Problem[] {
  const credits = fields.plan.map((period) => period.credits)
  const planned = credits.filter((value) => value !== null)
  if (planned.length === 0) return []
  if (planned.length < credits.length) {
    return [warningAt('credits-missing', 'plan', { count: credits.length - planned.length })]
  }
  const total = planned.reduce((sum, value) => sum + value, 0)
  const usual = usualCredits(fields)
  const lowest = Math.min(...usual)
  const highest = Math.max(...usual)
  if (total < lowest) return [warningAt('credits-total-low', 'plan', { total, required: lowest })]
  const hasUpperLimit = fields.level !== 'bachelor' && fields.level !== 'doctoral'
  if (hasUpperLimit && total > highest) {
    return [warningAt('credits-total-high', 'plan', { total, required: highest })]
  }
  return []
}

function checkPeriod(period: StudyPeriod, index: number, previous: StudyPeriod | undefined): Problem[] {
  const field = `plan.${index}`
  const { credits, startsOn, endsOn } = period
  const number = index + 1
  const problems: Problem[] = []
  if (credits !== null && Math.abs(credits - SEMESTER_CREDITS) > SEMESTER_CREDITS_TOLERANCE) {
    problems.push(
      warningAt('semester-credits-unusual', `${field}.credits`, { number, credits, usual: SEMESTER_CREDITS }),
    )
  }
  if (startsOn !== null && endsOn !== null) {
    if (endsOn < startsOn) {
      problems.push(errorAt('period-end-before-start', `${field}.endsOn`, { number, startsOn, endsOn }))
    } else if (daysBetween(startsOn, endsOn) + 1 < SEMESTER_DAYS) {
      problems.push(warningAt('semester-short', `${field}.endsOn`, { number, weeks: SEMESTER_DAYS / 7 }))
    }
  }
  if (startsOn !== null && previous?.endsOn && startsOn <= previous.endsOn) {
    problems.push(warningAt('periods-overlap', `${field}.startsOn`, { number, startsOn }))
  }
  return problems
}

function checkHosts(fields: ProgrammeFields): Problem[] {
  const listed = new Set(fields.partners.map((partner) => partner.partnerId))
  const hosts = new Set(fields.plan.map((period) => period.partnerId))
  const problems: Problem[] = []
  for (const [index, { partnerId }] of fields.plan.entries()) {
    if (partnerId !== null && !listed.has(partnerId)) {
      problems.push(errorAt('period-partner-unlisted', `plan.${index}.partnerId`, { number: index + 1 }))
    }
  }
  if (fields.plan.length === 0) return problems
  for (const [index, { partnerId }] of fields.partners.entries()) {
    if (!hosts.has(partnerId)) {
      problems.push(warningAt('partner-without-period', `partners.${index}.partnerId`))
    }
  }
  return problems
}

/** Checks the plan of study: shares, length, credits, dates and who hosts each period. */
export function checkPlan(fields: ProgrammeFields): Problem[] {
  return [
    ...checkShares(fields),
    ...checkCredits(fields),
    ...checkHosts(fields),
    ...fields.plan.flatMap((period, index) => checkPeriod(period, index, fields.plan[index - 1])),
  ]
}
