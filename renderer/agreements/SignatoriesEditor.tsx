import { Select, TextInput } from '@mantine/core'
import { useText } from '../app/i18n.ts'
import { ListEditor } from '../components/ListEditor.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import { useRecordNames } from '../components/RecordSelect.tsx'
import { partnerSource } from '../partners/partner-list.ts'
import type { AgreementFormState } from './agreement-form-state.ts'

/** Stands for the home university among the parties. */
const home = 'home'

/** Who signed, for our university and for each partner. */
export function SignatoriesEditor({ form }: { readonly form: AgreementFormState }) {
  const t = useText()
  const { partnerIds, signatories } = form.values
  const names = useRecordNames(partnerSource, partnerIds)
  const parties = [
    { value: home, label: t('agreements:signatory.home') },
    ...partnerIds.map((id) => ({ value: id, label: names.get(id) ?? '…' })),
  ]
  const { error, description } = form.control('signatories')
  const nextParty = (): string | null => {
    const signed = new Set(signatories.map(({ partnerId }) => partnerId))
    return signed.has(null) ? (partnerIds.find((id) => !signed.has(id)) ?? null) : null
  }
  return (
    <FormSection title={t('agreements:section.signatories')}>
      <ListEditor
        path="signatories"
        items={signatories}
        onChange={(next) => form.change({ signatories: next })}
        blank={() => ({ partnerId: nextParty(), name: '', position: '' })}
        addTitle={t('agreements:signatory.add')}
        error={error ?? description}
        isReadOnly={form.isReadOnly}
        largest={20}
      >
        {(signatory, change, path) => (
          <>
            <Select
              label={t('agreements:signatory.party')}
              {...form.control(`${path}.partnerId`)}
              data={parties}
              value={signatory.partnerId ?? home}
              allowDeselect={false}
              onChange={(party) => change({ partnerId: party === home ? null : party })}
            />
            <TextInput
              label={t('agreements:signatory.name')}
              {...form.control(`${path}.name`)}
              required
              maxLength={200}
              value={signatory.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label={t('agreements:signatory.position')}
              {...form.control(`${path}.position`)}
              maxLength={200}
              value={signatory.position}
              onChange={(event) => change({ position: event.currentTarget.value })}
            />
          </>
        )}
      </ListEditor>
    </FormSection>
  )
}
