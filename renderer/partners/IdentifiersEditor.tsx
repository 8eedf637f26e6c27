import { Select, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { checkIdentifier } from '../../shared/partners/identifiers.ts'
import { identifierSchemeSchema } from '../../shared/partners/partner.ts'
import { useText } from '../app/i18n.ts'
import { ListEditor } from '../components/ListEditor.tsx'
import type { PartnerFormState } from './partner-form-state.ts'

/** The numbers by which registers know the partner; form and check digits are verified while one types. */
export function IdentifiersEditor({ form }: { readonly form: PartnerFormState }) {
  const t = useText()
  const { identifiers } = form.values
  const unused = identifierSchemeSchema.options.find(
    (scheme) => !identifiers.some((other) => other.scheme === scheme),
  )
  return (
    <ListEditor
      path="identifiers"
      items={identifiers}
      onChange={(next) => form.change({ identifiers: next })}
      blank={() => ({ scheme: unused ?? 'ror', value: '' })}
      addTitle={t('partners:identifier.add')}
      error={form.errorAt('identifiers')}
      isReadOnly={form.isReadOnly}
      largest={20}
    >
      {(identifier, change, path) => (
        <>
          <Select
            label={t('partners:identifier.scheme')}
            {...form.control(`${path}.scheme`)}
            data={identifierSchemeSchema.options.map((scheme) => ({
              value: scheme,
              label: t(`partners:scheme.${scheme}`),
            }))}
            value={identifier.scheme}
            allowDeselect={false}
            onChange={(scheme) => change({ scheme: identifierSchemeSchema.parse(scheme) })}
          />
          <TextInput
            label={t('partners:identifier.value')}
            {...form.control(`${path}.value`)}
            required
            maxLength={200}
            value={identifier.value}
            rightSection={
              identifier.value !== '' && checkIdentifier(identifier) === null ? (
                <IconCheck
                  size={16}
                  color="var(--qos-good)"
                  role="img"
                  aria-label={t('partners:identifier.ok')}
                />
              ) : null
            }
            onChange={(event) => change({ value: event.currentTarget.value })}
          />
        </>
      )}
    </ListEditor>
  )
}
