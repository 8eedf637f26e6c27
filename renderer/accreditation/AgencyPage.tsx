import { Button, Checkbox, Group, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import {
  type Agency,
  type AgencyFields,
  agencyFieldsSchema,
  agencyRegisterSchema,
  emptyAgency,
} from '../../shared/accreditation/agency.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { withoutMeta } from '../../shared/kernel/record.ts'
import { countryName } from '../../shared/reference/countries.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { CountrySelect } from '../components/CountrySelect.tsx'
import { DayField } from '../components/DayField.tsx'
import { DetailPanel } from '../components/DetailPanel.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { HistoryPanel } from '../components/HistoryPanel.tsx'
import { LocalizedField } from '../components/LocalizedField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import { usePlace } from '../components/record/place-context.ts'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { type RecordForm, useRecordForm } from '../components/record/use-record-form.tsx'
import { useRemoval } from '../components/record/use-removal.ts'
import { RecordTabs } from '../components/RecordTabs.tsx'
import { useSavedRecord } from '../components/use-saved-record.ts'
import { agencyFieldTitle } from './accreditation-fields.ts'

/** The form of an agency that is not saved yet. */
export function NewAgency() {
  const t = useText()
  const { open } = usePlace()
  return (
    <DetailPanel title={t('accreditation:agency.new')}>
      <AgencyForm saved={null} onSaved={({ id }) => open(id)} />
    </DetailPanel>
  )
}

/** The open agency: its numbers in the platforms, its registration, and where that was read. */
export function AgencyPage({ id }: { readonly id: string }) {
  const t = useText()
  const language = useLanguage()
  const saved = useSavedRecord('agencies', data.agencies.get, id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  const { record } = saved.data
  const owner = { entity: 'agency' as const, id }
  return (
    <DetailPanel
      title={record.acronym || nameIn(record.names, language)}
      subtitle={record.country === '' ? undefined : countryName(record.country, language)}
      actions={<RemoveButton agency={record} />}
    >
      <RecordTabs
        tabs={[
          {
            id: 'details',
            title: t('accreditation:tabs.details'),
            isForm: true,
            content: <AgencyForm saved={saved.data} />,
          },
          {
            id: 'history',
            title: t('accreditation:tabs.history'),
            content: <HistoryPanel record={owner} fieldTitle={(field) => agencyFieldTitle(t, field)} />,
          },
        ]}
      />
    </DetailPanel>
  )
}

function RemoveButton({ agency }: { readonly agency: Agency }) {
  const t = useText()
  const { close } = usePlace()
  const isReadOnly = useIsReadOnly()
  const remove = useRemoval(data.agencies, 'agency', close)
  if (isReadOnly) return null
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconTrash size={16} aria-hidden />}
      onClick={() => remove([agency])}
    >
      {t('common:action.remove')}
    </Button>
  )
}

type AgencyFormProps = {
  readonly saved: SavedRecord<Agency> | null
  readonly onSaved?: (agency: Agency) => void
}

function AgencyForm({ saved, onSaved }: AgencyFormProps) {
  const t = useText()
  const form = useRecordForm({
    topic: 'agencies',
    saved,
    start: emptyAgency,
    schema: agencyFieldsSchema,
    fieldsOf: (record: Agency) => withoutMeta<AgencyFields>(record),
    calls: data.agencies,
    ...(onSaved === undefined ? {} : { onSaved }),
  })
  const names = form.control('names')
  return (
    <RecordFormFrame form={form} label={t('common:entity.agency')}>
      <FormSection title={t('accreditation:agency.section.who')}>
        <TextInput label={t('accreditation:agency.field.acronym')} {...form.text('acronym')} maxLength={40} />
        <LocalizedField
          label={t('accreditation:agency.field.names')}
          path="names"
          value={form.values.names}
          onChange={(value) => form.change({ names: value })}
          onBlur={names.onBlur}
          error={names.error}
          description={names.description}
          isReadOnly={form.isReadOnly}
        />
        <CountrySelect
          label={t('accreditation:agency.field.country')}
          {...form.control('country')}
          value={form.values.country}
          onChange={(country) => form.change({ country })}
        />
        <TextInput
          label={t('accreditation:agency.field.website')}
          {...form.text('website')}
          maxLength={300}
          placeholder="https://"
        />
      </FormSection>
      <NumbersSection form={form} />
      <FormSection title={t('accreditation:agency.section.source')}>
        <Textarea
          label={t('accreditation:agency.field.source')}
          {...form.text('source', { help: t('accreditation:agency.help.source') })}
          autosize
          minRows={2}
          maxLength={1000}
        />
      </FormSection>
    </RecordFormFrame>
  )
}

/** Numbers that people typed or pasted; what is no number is left out. */
const numbersOf = (texts: readonly string[]): number[] =>
  texts.map(Number).filter((number) => Number.isInteger(number) && number > 0)

function NumbersSection({ form }: { readonly form: RecordForm<Agency, AgencyFields> }) {
  const t = useText()
  const { values, isReadOnly } = form
  return (
    <FormSection title={t('accreditation:agency.section.registers')}>
      <TagsInput
        label={t('accreditation:agency.field.epvoIds')}
        {...form.control('epvoIds', { help: t('accreditation:agency.help.epvoIds') })}
        value={values.epvoIds.map(String)}
        onChange={(texts) => form.change({ epvoIds: numbersOf(texts) })}
      />
      <NumberInput
        label={t('accreditation:agency.field.deqarId')}
        {...form.control('deqarId')}
        min={1}
        allowDecimal={false}
        thousandSeparator=""
        value={values.deqarId ?? ''}
        onChange={(value) => form.change({ deqarId: value === '' ? null : Number(value) })}
      />
      <Checkbox.Group
        label={t('accreditation:agency.field.registers')}
        data-path="registers"
        readOnly={isReadOnly}
        value={[...values.registers]}
        onChange={(chosen) =>
          form.change({
            registers: agencyRegisterSchema.options.filter((register) => chosen.includes(register)),
          })
        }
      >
        <Group mt={4}>
          {agencyRegisterSchema.options.map((register) => (
            <Checkbox
              key={register}
              value={register}
              label={t(`accreditation:agency.register.${register}`)}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <Group grow align="flex-start">
        {(['validFrom', 'validTo'] as const).map((name) => (
          <DayField
            key={name}
            label={t(`accreditation:agency.field.${name}`)}
            value={values[name]}
            path={name}
            error={form.errorAt(name)}
            isReadOnly={isReadOnly}
            onChange={(day) => form.change({ [name]: day })}
          />
        ))}
      </Group>
    </FormSection>
  )
}
