import {
  allCohorts,
  cohortColumns,
  type CohortFilter,
  cohortFilterSchema,
  type CohortSummary,
} from '../../shared/mobility/cohort.ts'
import { data } from '../app/client.ts'
import type { ListSource } from '../components/table/use-listing.ts'

export type CohortColumn = (typeof cohortColumns)[number]

/** The counts by programme and academic year as the data service lists them. */
export const cohortList: ListSource<CohortSummary, CohortFilter, CohortColumn> = {
  topic: 'mobility',
  list: data.mobility.list,
  emptyFilter: allCohorts,
  filterSchema: cohortFilterSchema,
  columns: cohortColumns,
  defaultSort: [
    { column: 'academicYear', descending: true },
    { column: 'programmeName', descending: false },
  ],
}
