import { SEMESTER_CREDITS } from '../../shared/programmes/credits.ts'
import type { StudyPeriod, StudyPlan } from '../../shared/programmes/programme.ts'

/** Where a period is studied: null is the home university, else a partner's id. */
export type HostId = string | null

/** Longest plan that the record takes, periods. */
export const longestPlan = 24

/** What one host teaches in the plan. `unplanned` counts its periods that have no credits yet. */
export type HostTotal = {
  readonly host: HostId
  readonly periods: number
  readonly credits: number
  readonly unplanned: number
}

/** The host that follows (step 1) or precedes (step -1) in the ring of hosts. */
export function nextHost(hosts: readonly HostId[], current: HostId, step: 1 | -1): HostId {
  if (hosts.length === 0) return current
  const at = hosts.indexOf(current)
  const next = at === -1 ? 0 : (at + step + hosts.length) % hosts.length
  return hosts[next] ?? null
}

/** Gives every period between the two places, in whichever order they are named, to one host. */
export function paintPeriods(plan: StudyPlan, from: number, to: number, host: HostId): StudyPlan {
  const [first, last] = from <= to ? [from, to] : [to, from]
  return plan.map((period, index) =>
    index >= first && index <= last ? { ...period, partnerId: host } : period,
  )
}

/** Changes some fields of one period. */
export function changePeriod(plan: StudyPlan, index: number, change: Partial<StudyPeriod>): StudyPlan {
  return plan.map((period, at) => (at === index ? { ...period, ...change } : period))
}

/**
 * Moves the host and credits of one period to another place; those between shift by one.
 * Dates stay in their places: the third semester is in the same season whoever teaches it.
 */
export function movePeriod(plan: StudyPlan, from: number, to: number): StudyPlan {
  const moved = plan[from]
  if (moved === undefined || from === to || to < 0 || to >= plan.length) return plan
  const order = plan.filter((_, index) => index !== from)
  order.splice(to, 0, moved)
  return order.map((period, index) => ({
    ...period,
    startsOn: plan[index]?.startsOn ?? null,
    endsOn: plan[index]?.endsOn ?? null,
  }))
}

/** Adds one period at the end, at the host of the last one and with the usual load. */
export function addPeriod(plan: StudyPlan): StudyPlan {
  if (plan.length >= longestPlan) return plan
  const host = plan.at(-1)?.partnerId ?? null
  return [...plan, { partnerId: host, credits: SEMESTER_CREDITS, startsOn: null, endsOn: null }]
}

/** Takes one period out. */
export function removePeriod(plan: StudyPlan, index: number): StudyPlan {
  return plan.filter((_, at) => at !== index)
}

/** Lays the credits and dates that were already entered over a plan made from a format, place by place. */
export function keepEntered(entered: StudyPlan, fresh: StudyPlan): StudyPlan {
  return fresh.map((period, index) => {
    const before = entered[index]
    if (before === undefined) return period
    return { ...before, credits: before.credits ?? period.credits, partnerId: period.partnerId }
  })
}

/** Gives the periods of a partner that left the programme back to the home university. */
export function withoutPartner(plan: StudyPlan, partnerId: string): StudyPlan {
  return plan.map((period) => (period.partnerId === partnerId ? { ...period, partnerId: null } : period))
}

/** Puts the usual load into the periods that have no credits. */
export function fillCredits(plan: StudyPlan): StudyPlan {
  return plan.map((period) => (period.credits === null ? { ...period, credits: SEMESTER_CREDITS } : period))
}

/** Periods and credits of each host, in the given order of hosts; a host without periods is listed with zeros. */
export function hostTotals(plan: StudyPlan, hosts: readonly HostId[]): HostTotal[] {
  return hosts.map((host) => {
    const own = plan.filter((period) => period.partnerId === host)
    return {
      host,
      periods: own.length,
      credits: sumCredits(own),
      unplanned: own.filter((period) => period.credits === null).length,
    }
  })
}

/** All planned credits; periods without credits count nothing. */
export function sumCredits(plan: StudyPlan): number {
  return plan.reduce((sum, period) => sum + (period.credits ?? 0), 0)
}

/** The hosts of a programme in the order of the marks on the strip: home, then the partners as listed. */
export function hostsOf(partners: readonly { partnerId: string }[], plan: StudyPlan): HostId[] {
  const listed = partners.map((partner) => partner.partnerId)
  const onlyInPlan = plan.flatMap((period) => (period.partnerId === null ? [] : [period.partnerId]))
  return [null, ...new Set([...listed, ...onlyInPlan])]
}

/** Reads typed credits: a number from 0 to 120 with a dot or comma, nothing (null), or undefined when it is neither. */
export function readCredits(text: string): number | null | undefined {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return null
  if (!/^\d{1,3}(\.\d{0,2})?$/.test(plain)) return undefined
  const credits = Number(plain)
  return credits <= 120 ? credits : undefined
}
