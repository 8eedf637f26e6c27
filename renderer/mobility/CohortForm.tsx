import { academicYearOf } from '../../shared/kernel/calendar.ts'
import { type Cohort, type CohortFields, cohortFieldsSchema } from '../../shared/mobility/cohort.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useToday } from '../app/today.ts'
import { AcademicYearField } from '../components/AcademicYearField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { useRecordForm } from '../components/record/use-record-form.tsx'
import { RecordSelect } from '../components/RecordSelect.tsx'
import { programmeSource } from '../programmes/programme-list.ts'
import { fieldsOfCohort } from './cohort-fields.ts'
import { BreakdownSections, LearnersSections } from './CohortSections.tsx'

type CohortFormProps = {
  /** Null: a new cohort. */
  readonly saved: SavedRecord<Cohort> | null
  readonly start: CohortFields
  readonly onSaved?: (cohort: Cohort) => void
}

/** All counts of one programme in one academic year. */
export function CohortForm({ saved, start, onSaved }: CohortFormProps) {
  const t = useText()
  const thisYear = academicYearOf(useToday())
  const form = useRecordForm({
    topic: 'mobility',
    saved,
    start,
    schema: cohortFieldsSchema,
    fieldsOf: fieldsOfCohort,
    calls: data.mobility,
    ...(onSaved === undefined ? {} : { onSaved }),
  })
  const { values, change, control } = form
  return (
    <RecordFormFrame form={form} label={t('common:entity.cohort')}>
      <FormSection title={t('mobility:section.what')}>
        <RecordSelect
          source={programmeSource}
          label={t('mobility:field.programme')}
          {...control('programmeId')}
          value={values.programmeId === '' ? null : values.programmeId}
          onChange={(programmeId) => change({ programmeId: programmeId ?? '' })}
          required
        />
        <AcademicYearField
          label={t('mobility:field.academicYear')}
          usual={thisYear}
          {...control('academicYear')}
          value={values.academicYear}
          onChange={(year) => {
            if (year !== null) change({ academicYear: year })
          }}
          required
        />
      </FormSection>
      <LearnersSections form={form} />
      <BreakdownSections form={form} />
    </RecordFormFrame>
  )
}
