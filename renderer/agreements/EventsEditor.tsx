import { Select, TextInput } from '@mantine/core'
import { agreementEventSchema } from '../../shared/agreements/agreement.ts'
import { DECLARATIVE_MONTHS } from '../../shared/agreements/agreement-rules.ts'
import { useText } from '../app/i18n.ts'
import { useToday } from '../app/today.ts'
import { DayField } from '../components/DayField.tsx'
import { ListEditor } from '../components/ListEditor.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import type { AgreementFormState } from './agreement-form-state.ts'

const kindSchema = agreementEventSchema.shape.kind

/** What has happened under the agreement: without any of it, it becomes declarative. */
export function EventsEditor({ form }: { readonly form: AgreementFormState }) {
  const t = useText()
  const today = useToday()
  return (
    <FormSection
      title={t('agreements:section.events')}
      hint={t('agreements:section.eventsHint', { count: DECLARATIVE_MONTHS })}
    >
      <ListEditor
        path="events"
        items={form.values.events}
        onChange={(events) => form.change({ events })}
        blank={() => ({ on: today, kind: 'meeting' as const, note: '' })}
        addTitle={t('agreements:event.add')}
        error={form.errorAt('events')}
        isReadOnly={form.isReadOnly}
        largest={500}
      >
        {(event, change, path) => (
          <>
            <DayField
              label={t('agreements:event.on')}
              value={event.on}
              path={`${path}.on`}
              error={form.errorAt(`${path}.on`)}
              isReadOnly={form.isReadOnly}
              onChange={(on) => {
                if (on !== null) change({ on })
              }}
            />
            <Select
              label={t('agreements:event.kind')}
              {...form.control(`${path}.kind`)}
              data={kindSchema.options.map((kind) => ({
                value: kind,
                label: t(`agreements:event.kinds.${kind}`),
              }))}
              value={event.kind}
              allowDeselect={false}
              onChange={(kind) => change({ kind: kindSchema.parse(kind) })}
            />
            <TextInput
              label={t('agreements:event.note')}
              {...form.control(`${path}.note`)}
              maxLength={1000}
              value={event.note}
              onChange={({ currentTarget }) => change({ note: currentTarget.value })}
            />
          </>
        )}
      </ListEditor>
    </FormSection>
  )
}
