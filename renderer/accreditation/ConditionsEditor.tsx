import { Textarea } from '@mantine/core'
import { useText } from '../app/i18n.ts'
import { DayField } from '../components/DayField.tsx'
import { ListEditor } from '../components/ListEditor.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import type { AccreditationFormState } from './ObjectField.tsx'

/** What the agency asks for, by when, and when it was done. */
export function ConditionsEditor({ form }: { readonly form: AccreditationFormState }) {
  const t = useText()
  return (
    <FormSection title={t('accreditation:section.conditions')} hint={t('accreditation:help.conditions')}>
      <ListEditor
        path="conditions"
        items={form.values.conditions}
        onChange={(conditions) => form.change({ conditions })}
        blank={() => ({ text: '', dueOn: null, doneOn: null })}
        addTitle={t('accreditation:condition.add')}
        error={form.errorAt('conditions')}
        isReadOnly={form.isReadOnly}
        largest={100}
      >
        {(condition, change, path) => (
          <>
            <Textarea
              label={t('accreditation:condition.text')}
              {...form.control(`${path}.text`)}
              autosize
              minRows={1}
              maxLength={2000}
              value={condition.text}
              onChange={({ currentTarget }) => change({ text: currentTarget.value })}
            />
            <DayField
              label={t('accreditation:condition.dueOn')}
              value={condition.dueOn}
              path={`${path}.dueOn`}
              error={form.errorAt(`${path}.dueOn`)}
              isReadOnly={form.isReadOnly}
              onChange={(dueOn) => change({ dueOn })}
            />
            <DayField
              label={t('accreditation:condition.doneOn')}
              value={condition.doneOn}
              path={`${path}.doneOn`}
              error={form.errorAt(`${path}.doneOn`)}
              description={form.control(`${path}.doneOn`).description}
              isReadOnly={form.isReadOnly}
              onChange={(doneOn) => change({ doneOn })}
            />
          </>
        )}
      </ListEditor>
    </FormSection>
  )
}
