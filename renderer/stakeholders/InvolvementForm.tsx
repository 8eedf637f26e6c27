import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { withoutMeta } from '../../shared/kernel/record.ts'
import {
  activitySchema,
  audienceSchema,
  type Involvement,
  type InvolvementFields,
  involvementFieldsSchema,
} from '../../shared/stakeholders/involvement.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { DayField } from '../components/DayField.tsx'
import { LocalizedField } from '../components/LocalizedField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { type RecordForm, useRecordForm } from '../components/record/use-record-form.tsx'
import { RecordMultiSelect, RecordSelect } from '../components/RecordSelect.tsx'
import { programmeSource } from '../programmes/programme-list.ts'
import { evidenceSource } from './involvement-list.ts'

type InvolvementFormProps = {
  /** Null: a new entry. */
  readonly saved: SavedRecord<Involvement> | null
  readonly start: InvolvementFields
  readonly onSaved?: (record: Involvement) => void
}

/** All fields of an entry in the log of participation. */
export function InvolvementForm({ saved, start, onSaved }: InvolvementFormProps) {
  const t = useText()
  const form = useRecordForm({
    topic: 'stakeholders',
    saved,
    start,
    schema: involvementFieldsSchema,
    fieldsOf: (record: Involvement) => withoutMeta<InvolvementFields>(record),
    calls: data.stakeholders,
    ...(onSaved === undefined ? {} : { onSaved }),
  })
  return (
    <RecordFormFrame form={form} label={t('common:entity.involvement')}>
      <WhatSection form={form} />
      <ResultSection form={form} />
    </RecordFormFrame>
  )
}

type SectionProps = { readonly form: RecordForm<Involvement, InvolvementFields> }

function WhatSection({ form }: SectionProps) {
  const t = useText()
  const { values } = form
  const day = form.control('on')
  return (
    <FormSection title={t('stakeholders:section.what')}>
      <LocalizedField
        label={t('stakeholders:field.names')}
        value={values.names}
        path="names"
        isRequired
        isReadOnly={form.isReadOnly}
        error={form.errorAt('names')}
        onBlur={form.control('names').onBlur}
        onChange={(names) => form.change({ names })}
      />
      <DayField
        label={t('stakeholders:field.on')}
        value={values.on}
        path="on"
        onBlur={day.onBlur}
        error={day.error}
        description={day.description}
        isReadOnly={form.isReadOnly}
        onChange={(on) => {
          if (on !== null) form.change({ on })
        }}
      />
      <Select
        label={t('stakeholders:field.audience')}
        {...form.control('audience')}
        data={audienceSchema.options.map((value) => ({ value, label: t(`stakeholders:audience.${value}`) }))}
        value={values.audience}
        allowDeselect={false}
        onChange={(audience) => form.change({ audience: audienceSchema.parse(audience) })}
      />
      <TextInput
        label={t('stakeholders:field.organisation')}
        {...form.text('organisation', { help: t('stakeholders:help.organisation') })}
        maxLength={300}
      />
      <Select
        label={t('stakeholders:field.activity')}
        {...form.control('activity')}
        data={activitySchema.options.map((value) => ({ value, label: t(`stakeholders:activity.${value}`) }))}
        value={values.activity}
        allowDeselect={false}
        onChange={(activity) => form.change({ activity: activitySchema.parse(activity) })}
      />
      <RecordSelect
        source={programmeSource}
        label={t('stakeholders:field.programmeId')}
        {...form.control('programmeId', { help: t('stakeholders:help.programmeId') })}
        value={values.programmeId}
        onChange={(programmeId) => form.change({ programmeId })}
      />
      <NumberInput
        label={t('stakeholders:field.personCount')}
        {...form.control('personCount', { help: t('stakeholders:help.personCount') })}
        min={1}
        max={100_000}
        allowDecimal={false}
        value={values.personCount ?? ''}
        onChange={(value) => form.change({ personCount: value === '' ? null : Number(value) })}
      />
    </FormSection>
  )
}

function ResultSection({ form }: SectionProps) {
  const t = useText()
  return (
    <FormSection title={t('stakeholders:section.result')}>
      <Textarea
        label={t('stakeholders:field.content')}
        {...form.text('content')}
        autosize
        minRows={2}
        maxLength={5000}
      />
      <Textarea
        label={t('stakeholders:field.outcome')}
        {...form.text('outcome', { help: t('stakeholders:help.outcome') })}
        autosize
        minRows={2}
        maxLength={5000}
      />
      <RecordMultiSelect
        source={evidenceSource}
        label={t('stakeholders:field.evidenceIds')}
        {...form.control('evidenceIds', { help: t('stakeholders:help.evidenceIds') })}
        value={form.values.evidenceIds}
        onChange={(evidenceIds) => form.change({ evidenceIds: [...evidenceIds] })}
      />
    </FormSection>
  )
}
