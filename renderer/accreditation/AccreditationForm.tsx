import { Checkbox, Group, Select, Textarea, TextInput } from '@mantine/core'
import {
  accreditationFieldsSchema,
  accreditationKindSchema,
  accreditationSourceSchema,
  type Accreditation,
  type AccreditationFields,
  decisionSchema,
  emptyAccreditation,
} from '../../shared/accreditation/accreditation.ts'
import { withoutMeta } from '../../shared/kernel/record.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { DayField } from '../components/DayField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { useRecordForm } from '../components/record/use-record-form.tsx'
import { RecordSelect } from '../components/RecordSelect.tsx'
import { agencySource } from './accreditation-list.ts'
import { ConditionsEditor } from './ConditionsEditor.tsx'
import { type AccreditationFormState, ObjectField } from './ObjectField.tsx'

type AccreditationFormProps = {
  /** Null: a new accreditation. */
  readonly saved: SavedRecord<Accreditation> | null
  readonly start?: AccreditationFields
  readonly onSaved?: (record: Accreditation) => void
}

/** All fields of an accreditation. */
export function AccreditationForm({ saved, start = emptyAccreditation, onSaved }: AccreditationFormProps) {
  const t = useText()
  const form = useRecordForm({
    topic: 'accreditation',
    saved,
    start,
    schema: accreditationFieldsSchema,
    fieldsOf: (record: Accreditation) => withoutMeta<AccreditationFields>(record),
    calls: data.accreditation,
    ...(onSaved === undefined ? {} : { onSaved }),
  })
  return (
    <RecordFormFrame form={form} label={t('common:entity.accreditation')}>
      <WhatSection form={form} />
      <ValiditySection form={form} />
      <ConditionsEditor form={form} />
      <SourceSection form={form} />
    </RecordFormFrame>
  )
}

type SectionProps = { readonly form: AccreditationFormState }

function WhatSection({ form }: SectionProps) {
  const t = useText()
  return (
    <FormSection title={t('accreditation:section.what')}>
      <ObjectField form={form} />
      <RecordSelect
        source={agencySource}
        label={t('accreditation:field.agencyId')}
        {...form.control('agencyId', {
          help:
            form.values.agencyAtSource === ''
              ? undefined
              : t('accreditation:help.agencyAtSource', { agency: form.values.agencyAtSource }),
        })}
        value={form.values.agencyId}
        onChange={(agencyId) => form.change({ agencyId })}
      />
      <Select
        label={t('accreditation:field.kind')}
        {...form.control('kind')}
        data={accreditationKindSchema.options.map((kind) => ({
          value: kind,
          label: t(`accreditation:kind.${kind}`),
        }))}
        value={form.values.kind}
        allowDeselect={false}
        onChange={(kind) => form.change({ kind: accreditationKindSchema.parse(kind) })}
      />
      <Checkbox
        label={t('accreditation:field.international')}
        data-path="isInternational"
        checked={form.values.isInternational}
        disabled={form.isReadOnly}
        onChange={(event) => form.change({ isInternational: event.currentTarget.checked })}
      />
    </FormSection>
  )
}

function ValiditySection({ form }: SectionProps) {
  const t = useText()
  const { values, isReadOnly } = form
  const day = (name: 'validFrom' | 'validTo' | 'decidedOn') => {
    const { onBlur, error, description } = form.control(name)
    return { value: values[name], path: name, onBlur, error, description, isReadOnly }
  }
  return (
    <FormSection title={t('accreditation:section.validity')} hint={t('accreditation:help.validity')}>
      <Select
        label={t('accreditation:field.decision')}
        {...form.control('decision')}
        data={decisionSchema.options.map((decision) => ({
          value: decision,
          label: t(`accreditation:decision.${decision}`),
        }))}
        value={values.decision}
        placeholder={t('accreditation:decisionUnknown')}
        clearable={!isReadOnly}
        onChange={(decision) =>
          form.change({ decision: decision === null ? null : decisionSchema.parse(decision) })
        }
      />
      <DayField
        label={t('accreditation:field.decidedOn')}
        {...day('decidedOn')}
        onChange={(decidedOn) => form.change({ decidedOn })}
      />
      <Group grow align="flex-start">
        <DayField
          label={t('accreditation:field.validFrom')}
          {...day('validFrom')}
          onChange={(validFrom) => form.change({ validFrom })}
        />
        <DayField
          label={t('accreditation:field.validTo')}
          {...day('validTo')}
          base={values.validFrom}
          isLastDay
          onChange={(validTo) => form.change({ validTo })}
        />
      </Group>
      <TextInput
        label={t('accreditation:field.certificateNumber')}
        {...form.text('certificateNumber', { help: t('accreditation:help.certificate') })}
        maxLength={100}
      />
      <TextInput
        label={t('accreditation:field.reportUrl')}
        {...form.text('reportUrl')}
        maxLength={500}
        placeholder="https://"
      />
    </FormSection>
  )
}

function SourceSection({ form }: SectionProps) {
  const t = useText()
  return (
    <FormSection title={t('accreditation:section.source')} hint={t('accreditation:help.source')}>
      <Select
        label={t('accreditation:field.source')}
        {...form.control('source')}
        data={accreditationSourceSchema.options.map((source) => ({
          value: source,
          label: t(`accreditation:source.${source}`),
        }))}
        value={form.values.source}
        allowDeselect={false}
        onChange={(source) => form.change({ source: accreditationSourceSchema.parse(source) })}
      />
      {form.values.source === 'own' ? null : (
        <TextInput label={t('accreditation:field.sourceId')} {...form.text('sourceId')} maxLength={100} />
      )}
      <Textarea
        label={t('accreditation:field.notes')}
        {...form.text('notes')}
        autosize
        minRows={2}
        maxLength={10_000}
      />
    </FormSection>
  )
}
