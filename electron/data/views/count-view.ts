import type { z } from 'zod'
import { agreementFilterSchema, allAgreements } from '../../../shared/agreements/agreement.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { allCohorts, cohortFilterSchema } from '../../../shared/mobility/cohort.ts'
import { allPartners, partnerFilterSchema } from '../../../shared/partners/partner.ts'
import { allProgrammes, programmeFilterSchema } from '../../../shared/programmes/programme.ts'
import { allInvolvements, involvementFilterSchema } from '../../../shared/stakeholders/involvement.ts'
import { allSurveys, surveyFilterSchema } from '../../../shared/surveys/survey.ts'
import { withDays } from '../../../shared/views/relative-days.ts'
import type { SavedView } from '../../../shared/views/saved-view.ts'
import type { Registers } from '../registers/registers.ts'

/** Number of records that the view shows on the day; null: its filter means nothing to this version. */
export async function countView(
  registers: Registers,
  { place, state }: SavedView,
  { on, language }: { on: Day; language: Language },
): Promise<number | null> {
  const narrowed = withDays(state.filter, on)
  const asked = { text: state.text, on, language }
  switch (place) {
    case 'partners': {
      const filter = filterOf(partnerFilterSchema, allPartners, narrowed)
      return filter === null ? null : registers.count(registers.partners, { ...asked, filter })
    }
    case 'agreements': {
      const filter = filterOf(agreementFilterSchema, allAgreements, narrowed)
      return filter === null ? null : registers.count(registers.agreements, { ...asked, filter })
    }
    case 'programmes': {
      const filter = filterOf(programmeFilterSchema, allProgrammes, narrowed)
      return filter === null ? null : registers.count(registers.programmes, { ...asked, filter })
    }
    case 'stakeholders': {
      const filter = filterOf(involvementFilterSchema, allInvolvements, narrowed)
      return filter === null ? null : registers.count(registers.involvements, { ...asked, filter })
    }
    case 'surveys': {
      const filter = filterOf(surveyFilterSchema, allSurveys, narrowed)
      return filter === null ? null : registers.count(registers.surveys, { ...asked, filter })
    }
    default: {
      const filter = filterOf(cohortFilterSchema, allCohorts, narrowed)
      return filter === null ? null : registers.count(registers.cohorts, { ...asked, filter })
    }
  }
}

function filterOf<Filter extends object>(
  schema: z.ZodType<Filter>,
  all: Filter,
  narrowed: Record<string, unknown>,
): Filter | null {
  return schema.safeParse({ ...all, ...narrowed }).data ?? null
}
