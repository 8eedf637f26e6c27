import { type AgreementActivity, isDeclarative } from '../agreements/agreement-rules.ts'
import type { Agreement } from '../agreements/agreement.ts'
import { statusDetails, type StatusDetails } from '../agreements/terms.ts'
import type { Day } from '../kernel/day.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Register } from '../reports/register.ts'

/** An agreement with what is computed about it on a day. */
export type AgreementView = StatusDetails & {
  readonly agreement: Agreement
  readonly isDeclarative: boolean
  /** Programmes that run under it, whatever their years. */
  readonly programmes: readonly Programme[]
  /** An agreement that renews it is being prepared or signed. */
  readonly hasSuccessor: boolean
}

/** Looks at every agreement of the register on a day. */
export function viewAgreements(register: Register, on: Day): AgreementView[] {
  const programmes = groupProgrammes(register.programmes)
  const learnerYears = yearsWithLearners(register)
  const renewed = new Set(
    register.agreements
      .filter((agreement) => agreement.stage !== 'terminated')
      .flatMap((agreement) => agreement.predecessorId ?? []),
  )
  return register.agreements.map((agreement) => {
    const details = statusDetails(agreement, on)
    const own = programmes.get(agreement.id) ?? []
    const activity: AgreementActivity = {
      eventDays: agreement.events.map((event) => event.on),
      programmes: own,
      learnerYears: own.flatMap((programme) => learnerYears.get(programme.id) ?? []),
    }
    return {
      ...details,
      agreement,
      programmes: own,
      hasSuccessor: renewed.has(agreement.id),
      isDeclarative: isDeclarative({ ...agreement, status: details.status }, activity, on),
    }
  })
}

function groupProgrammes(programmes: readonly Programme[]): Map<string, Programme[]> {
  const groups = new Map<string, Programme[]>()
  for (const programme of programmes) {
    for (const id of new Set(programme.partners.flatMap((partner) => partner.agreementId ?? []))) {
      const group = groups.get(id)
      if (group === undefined) groups.set(id, [programme])
      else group.push(programme)
    }
  }
  return groups
}

function yearsWithLearners(register: Register): Map<string, number[]> {
  const years = new Map<string, number[]>()
  for (const cohort of register.cohorts) {
    if (cohort.contingent === 0) continue
    const known = years.get(cohort.programmeId)
    if (known === undefined) years.set(cohort.programmeId, [cohort.academicYear])
    else known.push(cohort.academicYear)
  }
  return years
}
