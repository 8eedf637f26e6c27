import type { Cohort, CohortFields } from '../../shared/mobility/cohort.ts'
import type { RecordForm } from '../components/record/use-record-form.tsx'

/** The form over the counts of one programme in one academic year, as its sections share it. */
export type CohortFormState = RecordForm<Cohort, CohortFields>
