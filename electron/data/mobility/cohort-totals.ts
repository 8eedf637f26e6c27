import type { CohortSummary, CohortTotals } from '../../../shared/mobility/cohort.ts'
import type { Level } from '../../../shared/programmes/programme.ts'

const nothing: CohortTotals = {
  records: 0,
  contingent: 0,
  applied: 0,
  outgoing: 0,
  incoming: 0,
  atPartner: 0,
  returned: 0,
  graduated: 0,
  foreignCitizens: 0,
  withdrawn: 0,
}

/** Adds the counts of the rows up by level; a level without rows is absent. */
export function sumByLevel(rows: readonly CohortSummary[]): Partial<Record<Level, CohortTotals>> {
  const totals: Partial<Record<Level, CohortTotals>> = {}
  for (const row of rows) {
    const sum = totals[row.level] ?? nothing
    totals[row.level] = {
      records: sum.records + 1,
      contingent: sum.contingent + row.contingent,
      applied: sum.applied + row.applied,
      outgoing: sum.outgoing + row.outgoing,
      incoming: sum.incoming + row.incoming,
      atPartner: sum.atPartner + row.atPartner,
      returned: sum.returned + row.returned,
      graduated: sum.graduated + row.graduated,
      foreignCitizens: sum.foreignCitizens + row.foreignCitizens,
      withdrawn: sum.withdrawn + row.withdrawnTotal,
    }
  }
  return totals
}
