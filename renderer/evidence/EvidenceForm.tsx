import { Group, MultiSelect, Select, TagsInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  confidentialitySchema,
  emptyEvidence,
  type Evidence,
  evidenceFieldsSchema,
} from '../../shared/evidence/evidence.ts'
import { evidenceTypeSchema } from '../../shared/frameworks/framework.ts'
import { languageSchema } from '../../shared/kernel/record.ts'
import { languageName } from '../../shared/reference/languages.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { DayField } from '../components/DayField.tsx'
import { LocalizedField } from '../components/LocalizedField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { useRecordForm } from '../components/record/use-record-form.tsx'
import { type EvidenceFormState, fieldsOfEvidence } from './evidence-fields.ts'
import { PageSection } from './PageSection.tsx'

type EvidenceFormProps = {
  /** Null: a new link. */
  readonly saved: SavedRecord<Evidence> | null
  readonly onSaved?: (evidence: Evidence) => void
}

/** All fields of a piece of evidence. A file is added as a file and described here; a link is entered here. */
export function EvidenceForm({ saved, onSaved }: EvidenceFormProps) {
  const t = useText()
  const form = useRecordForm({
    topic: 'evidence',
    saved,
    start: emptyEvidence,
    schema: evidenceFieldsSchema,
    fieldsOf: fieldsOfEvidence,
    calls: data.evidence,
    ...(onSaved === undefined ? {} : { onSaved }),
  })
  return (
    <RecordFormFrame form={form} label={t('common:entity.evidence')}>
      <WhatSection form={form} />
      {form.values.kind === 'link' ? <PageSection form={form} /> : null}
      <KeepingSection form={form} />
      <FormSection title={t('evidence:section.notes')}>
        <Textarea
          aria-label={t('evidence:field.notes')}
          {...form.text('notes')}
          autosize
          minRows={3}
          maxLength={10_000}
        />
      </FormSection>
    </RecordFormFrame>
  )
}

type SectionProps = { readonly form: EvidenceFormState }

function WhatSection({ form }: SectionProps) {
  const t = useText()
  const language = useLanguage()
  const names = form.control('names')
  const tags = useQuery(orpc.evidence.tags.queryOptions()).data ?? []
  return (
    <FormSection title={t('evidence:section.what')}>
      <LocalizedField
        label={t('evidence:field.names')}
        path="names"
        value={form.values.names}
        onChange={(value) => form.change({ names: value })}
        onBlur={names.onBlur}
        error={names.error}
        description={names.description}
        isReadOnly={form.isReadOnly}
        isRequired
      />
      <MultiSelect
        label={t('evidence:field.types')}
        {...form.control('types')}
        data={evidenceTypeSchema.options.map((type) => ({ value: type, label: t(`evidence:type.${type}`) }))}
        value={form.values.types}
        onChange={(types) =>
          form.change({ types: evidenceTypeSchema.options.filter((type) => types.includes(type)) })
        }
      />
      <Group grow align="flex-start">
        <TagsInput
          label={t('evidence:field.tags')}
          {...form.control('tags')}
          data={tags.map(({ tag }) => tag)}
          maxTags={30}
          value={form.values.tags}
          onChange={(values) => form.change({ tags: values })}
        />
        <MultiSelect
          label={t('evidence:field.languages')}
          {...form.control('languages')}
          data={languageSchema.options.map((code) => ({ value: code, label: languageName(code, language) }))}
          value={form.values.languages}
          onChange={(codes) =>
            form.change({ languages: languageSchema.options.filter((code) => codes.includes(code)) })
          }
        />
      </Group>
    </FormSection>
  )
}

function KeepingSection({ form }: SectionProps) {
  const t = useText()
  const people = useQuery(orpc.people.list.queryOptions()).data ?? []
  const validUntil = form.control('validUntil')
  return (
    <FormSection title={t('evidence:section.keeping')} hint={t('evidence:confidentialityHelp')}>
      <Group grow align="flex-start">
        <Select
          label={t('evidence:field.ownerId')}
          {...form.control('ownerId')}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          clearable={!form.isReadOnly}
          searchable
          nothingFoundMessage={t('common:select.nothing')}
          value={form.values.ownerId}
          onChange={(ownerId) => form.change({ ownerId })}
        />
        <DayField
          label={t('evidence:field.validUntil')}
          path="validUntil"
          value={form.values.validUntil}
          onChange={(day) => form.change({ validUntil: day })}
          onBlur={validUntil.onBlur}
          error={validUntil.error}
          description={validUntil.description}
          isReadOnly={form.isReadOnly}
        />
      </Group>
      <Select
        label={t('evidence:field.confidentiality')}
        {...form.control('confidentiality')}
        data={confidentialitySchema.options.map((value) => ({
          value,
          label: t(`evidence:confidentiality.${value}`),
        }))}
        allowDeselect={false}
        value={form.values.confidentiality}
        onChange={(value) => form.change({ confidentiality: confidentialitySchema.parse(value) })}
      />
    </FormSection>
  )
}
