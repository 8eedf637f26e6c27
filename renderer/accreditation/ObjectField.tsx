import { Select, TextInput } from '@mantine/core'
import {
  type Accreditation,
  type AccreditationFields,
  type AccreditedObject,
  objectKinds,
  objectKindSchema,
} from '../../shared/accreditation/accreditation.ts'
import { useText } from '../app/i18n.ts'
import type { RecordForm } from '../components/record/use-record-form.tsx'
import { RecordSelect } from '../components/RecordSelect.tsx'
import { partnerSource } from '../partners/partner-list.ts'
import { programmeSource } from '../programmes/programme-list.ts'

export type AccreditationFormState = RecordForm<Accreditation, AccreditationFields>

/** An object of the kind, with nothing chosen yet. */
function blank(kind: AccreditedObject['kind']): AccreditedObject {
  switch (kind) {
    case 'programme':
      return { kind, programmeId: '' }
    case 'other-programme':
      return { kind, code: '', name: '' }
    case 'partner':
      return { kind, partnerId: '' }
    case 'partner-programme':
      return { kind, partnerId: '', name: '' }
    default:
      return { kind }
  }
}

const isWhole = (kind: AccreditedObject['kind']): boolean => kind === 'institution' || kind === 'partner'

/** What is accredited: the university, a programme, a partner. */
export function ObjectField({ form }: { readonly form: AccreditationFormState }) {
  const t = useText()
  const { object } = form.values
  return (
    <>
      <Select
        label={t('accreditation:field.object')}
        {...form.control('object')}
        data={objectKinds.map((kind) => ({ value: kind, label: t(`accreditation:object.${kind}`) }))}
        value={object.kind}
        allowDeselect={false}
        onChange={(value) => {
          const kind = objectKindSchema.parse(value)
          form.change({ object: blank(kind), kind: isWhole(kind) ? 'institutional' : 'specialised' })
        }}
      />
      <ChosenObject form={form} />
    </>
  )
}

/** A record that is not chosen yet is the empty text, which the form's schema refuses. */
const orNull = (id: string): string | null => (id === '' ? null : id)

function ChosenObject({ form }: { readonly form: AccreditationFormState }) {
  const t = useText()
  const { object } = form.values
  const change = (next: AccreditedObject) => form.change({ object: next })
  if (object.kind === 'institution') return null
  if (object.kind === 'programme')
    return (
      <RecordSelect
        source={programmeSource}
        label={t('common:entity.programme')}
        {...form.control('object.programmeId')}
        value={orNull(object.programmeId)}
        onChange={(id) => change({ ...object, programmeId: id ?? '' })}
        required
      />
    )
  if (object.kind === 'other-programme')
    return (
      <>
        <TextInput
          label={t('accreditation:field.programmeCode')}
          {...form.control('object.code')}
          maxLength={20}
          value={object.code}
          onChange={(event) => change({ ...object, code: event.currentTarget.value })}
        />
        <TextInput
          label={t('accreditation:field.programmeName')}
          {...form.control('object.name', { help: t('accreditation:help.otherProgramme') })}
          maxLength={500}
          value={object.name}
          onChange={(event) => change({ ...object, name: event.currentTarget.value })}
        />
      </>
    )
  return (
    <>
      <RecordSelect
        source={partnerSource}
        label={t('common:entity.partner')}
        {...form.control('object.partnerId')}
        value={orNull(object.partnerId)}
        onChange={(id) => change({ ...object, partnerId: id ?? '' })}
        required
      />
      {object.kind === 'partner' ? null : (
        <TextInput
          label={t('accreditation:field.programmeName')}
          {...form.control('object.name')}
          maxLength={500}
          value={object.name}
          onChange={(event) => change({ ...object, name: event.currentTarget.value })}
        />
      )}
    </>
  )
}
