import type { z } from 'zod'
import type { fundingSourceSchema, withdrawalReasonSchema } from '../../../shared/mobility/cohort.ts'

export type CohortTable = {
  id: string
  programme_id: string
  academic_year: number
  contingent: number
  applied: number
  outgoing: number
  incoming: number
  at_partner: number
  returned: number
  graduated: number
  foreign_citizens: number
  source: string
}

export type CohortWithdrawalTable = {
  cohort_id: string
  reason: z.infer<typeof withdrawalReasonSchema>
  learners: number
}

export type CohortFundingTable = {
  cohort_id: string
  source: z.infer<typeof fundingSourceSchema>
  learners: number
}

export type CohortTables = {
  cohort: CohortTable
  cohort_withdrawal: CohortWithdrawalTable
  cohort_funding: CohortFundingTable
}
