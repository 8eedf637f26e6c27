import { Select, Textarea, TextInput } from '@mantine/core'
import {
  agreementFieldsSchema,
  agreementKindSchema,
  type Agreement,
  type AgreementFields,
} from '../../shared/agreements/agreement.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { FormSection } from '../components/record/FormSection.tsx'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { useRecordForm } from '../components/record/use-record-form.tsx'
import { RecordMultiSelect, RecordSelect } from '../components/RecordSelect.tsx'
import { partnerSource } from '../partners/partner-list.ts'
import { emptyAgreement, fieldsOfAgreement } from './agreement-fields.ts'
import type { AgreementFormState } from './agreement-form-state.ts'
import { agreementSource } from './agreement-list.ts'
import { EventsEditor } from './EventsEditor.tsx'
import { SignatoriesEditor } from './SignatoriesEditor.tsx'
import { ValiditySection } from './ValiditySection.tsx'

type AgreementFormProps = {
  /** Null: a new agreement. */
  readonly saved: SavedRecord<Agreement> | null
  readonly start?: AgreementFields
  readonly onSaved?: (agreement: Agreement) => void
}

/** All fields of an agreement. */
export function AgreementForm({ saved, start = emptyAgreement, onSaved }: AgreementFormProps) {
  const t = useText()
  const form = useRecordForm({
    topic: 'agreements',
    saved,
    start,
    schema: agreementFieldsSchema,
    fieldsOf: fieldsOfAgreement,
    calls: data.agreements,
    ...(onSaved === undefined ? {} : { onSaved }),
  })
  return (
    <RecordFormFrame form={form} label={t('common:entity.agreement')}>
      <DocumentSection form={form} />
      <PartiesSection form={form} />
      <ValiditySection form={form} />
      <LinksSection form={form} id={saved?.record.id ?? null} />
      <SignatoriesEditor form={form} />
      <EventsEditor form={form} />
      <OfficeSection form={form} />
    </RecordFormFrame>
  )
}

type SectionProps = { readonly form: AgreementFormState }

function DocumentSection({ form }: SectionProps) {
  const t = useText()
  return (
    <FormSection title={t('agreements:section.document')}>
      <Select
        label={t('agreements:field.kind')}
        {...form.control('kind')}
        data={agreementKindSchema.options.map((kind) => ({
          value: kind,
          label: t(`agreements:kind.${kind}`),
        }))}
        value={form.values.kind}
        allowDeselect={false}
        onChange={(kind) => form.change({ kind: agreementKindSchema.parse(kind) })}
      />
      <TextInput
        label={t('agreements:field.number')}
        {...form.text('number', { help: t('agreements:help.number') })}
        maxLength={100}
      />
      <Textarea
        label={t('agreements:field.title')}
        {...form.text('title')}
        autosize
        minRows={1}
        maxLength={1024}
      />
      <Textarea
        label={t('agreements:field.subject')}
        {...form.text('subject')}
        autosize
        minRows={2}
        maxLength={2000}
      />
    </FormSection>
  )
}

function PartiesSection({ form }: SectionProps) {
  const t = useText()
  return (
    <FormSection title={t('agreements:section.parties')}>
      <RecordMultiSelect
        source={partnerSource}
        label={t('agreements:field.partnerIds')}
        {...form.control('partnerIds', { help: t('agreements:help.parties') })}
        value={form.values.partnerIds}
        onChange={(partnerIds) => form.change({ partnerIds })}
        maxValues={50}
        required
      />
    </FormSection>
  )
}

function LinksSection({ form, id }: SectionProps & { readonly id: string | null }) {
  const t = useText()
  return (
    <FormSection title={t('agreements:section.links')}>
      <RecordSelect
        source={agreementSource}
        label={t('agreements:field.parentId')}
        {...form.control('parentId', { help: t('agreements:help.parent') })}
        value={form.values.parentId}
        onChange={(parentId) => form.change({ parentId })}
        except={id}
      />
      <RecordSelect
        source={agreementSource}
        label={t('agreements:field.predecessorId')}
        {...form.control('predecessorId')}
        value={form.values.predecessorId}
        onChange={(predecessorId) => form.change({ predecessorId })}
        except={id}
      />
    </FormSection>
  )
}

function OfficeSection({ form }: SectionProps) {
  const t = useText()
  return (
    <FormSection title={t('agreements:section.office')}>
      <TextInput label={t('agreements:field.owner')} {...form.text('owner')} maxLength={200} />
      <Textarea
        label={t('agreements:field.notes')}
        {...form.text('notes')}
        autosize
        minRows={3}
        maxLength={10_000}
      />
    </FormSection>
  )
}
