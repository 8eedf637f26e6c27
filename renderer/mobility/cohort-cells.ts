import { useMemo } from 'react'
import type { TargetField } from '../../shared/imports/target-fields.ts'
import { cohortFieldsSchema, type Cohort, type CohortFields } from '../../shared/mobility/cohort.ts'
import { data } from '../app/client.ts'
import { useLanguage } from '../app/preferences.tsx'
import { countEdit } from '../components/record/field-edit.ts'
import { useCellEditing, type CellEdits, type CellSource } from '../components/record/use-cell-editing.ts'
import { cohortFieldTitle, fieldsOfCohort, learnerCounts, movementCounts } from './cohort-fields.ts'
import { readCount } from './read-count.ts'

const source: CellSource<Cohort, CohortFields> = {
  topic: 'mobility',
  calls: data.mobility,
  schema: cohortFieldsSchema,
  fieldsOf: fieldsOfCohort,
  titleOf: cohortFieldTitle,
}

/** What is edited in the list of cohorts itself: the counts. */
export function useCohortEditing() {
  const language = useLanguage()
  const edits = useMemo(
    (): CellEdits<CohortFields> =>
      Object.fromEntries(
        [...learnerCounts, ...movementCounts].map((key) => [key, countEdit(key, readCount, language)]),
      ),
    [language],
  )
  return useCellEditing(source, edits)
}

/** What the columns of the list mean when rows without a header are pasted into it. */
export const cohortPasteFields: Readonly<Record<string, TargetField>> = {
  programmeName: 'programme.name',
  academicYear: 'cohort.academicYear',
  level: 'programme.level',
  contingent: 'cohort.contingent',
  applied: 'cohort.applied',
  outgoing: 'cohort.outgoing',
  incoming: 'cohort.incoming',
  atPartner: 'cohort.atPartner',
  returned: 'cohort.returned',
  graduated: 'cohort.graduated',
  foreignCitizens: 'cohort.foreignCitizens',
  partnerNames: 'partner.name',
}
