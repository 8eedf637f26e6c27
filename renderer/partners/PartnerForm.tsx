import { Group, NumberInput, Textarea, TextInput } from '@mantine/core'
import { partnerFieldsSchema, type Partner } from '../../shared/partners/partner.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { CountrySelect } from '../components/CountrySelect.tsx'
import { LocalizedField } from '../components/LocalizedField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { useRecordForm } from '../components/record/use-record-form.tsx'
import { ContactsEditor } from './ContactsEditor.tsx'
import { IdentifiersEditor } from './IdentifiersEditor.tsx'
import { emptyPartner, fieldsOfPartner } from './partner-fields.ts'
import type { PartnerFormState } from './partner-form-state.ts'
import { RankingsEditor } from './RankingsEditor.tsx'

type PartnerFormProps = {
  /** Null: a new partner. */
  readonly saved: SavedRecord<Partner> | null
  readonly onSaved?: (partner: Partner) => void
}

/** All fields of a partner. */
export function PartnerForm({ saved, onSaved }: PartnerFormProps) {
  const t = useText()
  const form = useRecordForm({
    topic: 'partners',
    saved,
    start: emptyPartner,
    schema: partnerFieldsSchema,
    fieldsOf: fieldsOfPartner,
    calls: data.partners,
    ...(onSaved === undefined ? {} : { onSaved }),
  })
  return (
    <RecordFormFrame form={form} label={t('common:entity.partner')}>
      <UniversitySection form={form} />
      <FormSection title={t('partners:section.identifiers')} hint={t('partners:section.identifiersHint')}>
        <IdentifiersEditor form={form} />
      </FormSection>
      <FormSection title={t('partners:section.contacts')}>
        <ContactsEditor form={form} />
      </FormSection>
      <FormSection title={t('partners:section.rankings')}>
        <RankingsEditor form={form} />
      </FormSection>
      <CreditsSection form={form} />
      <FormSection title={t('partners:section.notes')}>
        <Textarea
          aria-label={t('partners:field.notes')}
          {...form.text('notes')}
          autosize
          minRows={3}
          maxLength={10_000}
        />
      </FormSection>
    </RecordFormFrame>
  )
}

type SectionProps = { readonly form: PartnerFormState }

function UniversitySection({ form }: SectionProps) {
  const t = useText()
  const names = form.control('names')
  return (
    <FormSection title={t('partners:section.who')}>
      <LocalizedField
        label={t('partners:field.names')}
        path="names"
        value={form.values.names}
        onChange={(value) => form.change({ names: value })}
        onBlur={names.onBlur}
        error={names.error}
        description={names.description}
        isReadOnly={form.isReadOnly}
        isRequired
      />
      <Group grow align="flex-start">
        <CountrySelect
          label={t('partners:field.country')}
          {...form.control('country')}
          value={form.values.country}
          onChange={(country) => form.change({ country })}
        />
        <TextInput label={t('partners:field.city')} {...form.text('city')} maxLength={200} />
      </Group>
      <TextInput
        label={t('partners:field.website')}
        {...form.text('website')}
        maxLength={300}
        placeholder="https://"
      />
    </FormSection>
  )
}

function CreditsSection({ form }: SectionProps) {
  const t = useText()
  return (
    <FormSection title={t('partners:section.credits')}>
      <Group grow align="flex-start">
        <TextInput
          label={t('partners:field.creditSystem')}
          {...form.text('creditSystem', { help: t('partners:help.creditSystem') })}
          maxLength={100}
        />
        <NumberInput
          label={t('partners:field.ectsPerCredit')}
          {...form.control('ectsPerCredit')}
          min={0.01}
          max={20}
          decimalScale={4}
          allowedDecimalSeparators={[',', '.']}
          value={form.values.ectsPerCredit}
          onChange={(value) => form.change({ ectsPerCredit: Number(value) })}
        />
      </Group>
    </FormSection>
  )
}
