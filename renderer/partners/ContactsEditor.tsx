import { Checkbox, TextInput } from '@mantine/core'
import { useText } from '../app/i18n.ts'
import { ListEditor } from '../components/ListEditor.tsx'
import type { PartnerFormState } from './partner-form-state.ts'

const texts = [
  ['name', 200],
  ['position', 200],
  ['email', 200],
  ['phone', 60],
] as const

/** People at the partner. */
export function ContactsEditor({ form }: { readonly form: PartnerFormState }) {
  const t = useText()
  return (
    <ListEditor
      path="contacts"
      items={form.values.contacts}
      onChange={(contacts) => form.change({ contacts })}
      blank={() => ({ name: '', position: '', email: '', phone: '', isSignatory: false })}
      addTitle={t('partners:contact.add')}
      error={form.errorAt('contacts')}
      isReadOnly={form.isReadOnly}
      largest={50}
    >
      {(contact, change, path) => (
        <>
          {texts.map(([key, longest]) => (
            <TextInput
              key={key}
              label={t(`partners:contact.${key}`)}
              {...form.control(`${path}.${key}`)}
              required={key === 'name'}
              maxLength={longest}
              value={contact[key]}
              onChange={(event) => change({ [key]: event.currentTarget.value })}
            />
          ))}
          <Checkbox
            label={t('partners:contact.isSignatory')}
            checked={contact.isSignatory}
            disabled={form.isReadOnly}
            onChange={(event) => change({ isSignatory: event.currentTarget.checked })}
          />
        </>
      )}
    </ListEditor>
  )
}
