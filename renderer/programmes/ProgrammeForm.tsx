import { Textarea } from '@mantine/core'
import {
  type Programme,
  type ProgrammeFields,
  programmeFieldsSchema,
} from '../../shared/programmes/programme.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { FormSection } from '../components/record/FormSection.tsx'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { useRecordForm } from '../components/record/use-record-form.tsx'
import { IdentitySection } from './IdentitySection.tsx'
import { KindSection } from './KindSection.tsx'
import { PartnersSection } from './PartnersSection.tsx'
import { PlanSection } from './PlanSection.tsx'
import { fieldsOfProgramme } from './programme-fields.ts'
import { TeachingSection } from './TeachingSection.tsx'

type ProgrammeFormProps = {
  /** Null: a new programme. */
  readonly saved: SavedRecord<Programme> | null
  readonly start: ProgrammeFields
  readonly onSaved?: (programme: Programme) => void
}

/** All fields of a programme. */
export function ProgrammeForm({ saved, start, onSaved }: ProgrammeFormProps) {
  const t = useText()
  const form = useRecordForm({
    topic: 'programmes',
    saved,
    start,
    schema: programmeFieldsSchema,
    fieldsOf: fieldsOfProgramme,
    calls: data.programmes,
    ...(onSaved === undefined ? {} : { onSaved }),
  })
  return (
    <RecordFormFrame form={form} label={t('common:entity.programme')}>
      <IdentitySection form={form} />
      <PartnersSection form={form} />
      <PlanSection form={form} />
      <KindSection form={form} />
      <TeachingSection form={form} />
      <FormSection title={t('programmes:section.notes')}>
        <Textarea
          aria-label={t('programmes:field.notes')}
          {...form.text('notes')}
          autosize
          minRows={3}
          maxLength={10_000}
        />
      </FormSection>
    </RecordFormFrame>
  )
}
