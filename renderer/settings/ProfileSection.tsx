import { NumberInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { checkInstitution } from '../../shared/institution/institution-rules.ts'
import {
  type Institution,
  type InstitutionFields,
  institutionFieldsSchema,
} from '../../shared/institution/institution.ts'
import type { Problem } from '../../shared/kernel/problem.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { LocalizedField } from '../components/LocalizedField.tsx'
import type { RecordCalls } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { useRecordForm } from '../components/record/use-record-form.tsx'
import styles from './settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

/** There is exactly one institution in a workspace: it is made with the file, so that here it is only changed. */
const calls: RecordCalls<Institution, InstitutionFields> = {
  get: async () => {
    const { institution, problems } = await data.institution.get()
    return { record: institution, problems }
  },
  create: () => Promise.reject(new Error('a workspace has its institution from the start')),
  save: async ({ revision, fields }) => ({
    record: await data.institution.save({ revision, fields }),
    problems: checkInstitution(fields),
  }),
  validate: ({ fields }) => Promise.resolve(checkInstitution(fields)),
}

const fieldsOf = ({ names, city, bin, epvoId, rector, website }: Institution): InstitutionFields => ({
  names,
  city,
  bin,
  epvoId,
  rector,
  website,
})

/** The university whose register this is: what stands in every form and package. */
export function ProfileSection() {
  const t = useText()
  const answer = useQuery(orpc.institution.get.queryOptions())
  return (
    <SettingsSection id="profile" title={t('institution:profile.title')} help={t('institution:profile.help')}>
      {answer.error === null ? null : (
        <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.data === undefined ? null : (
        <ProfileForm
          key={answer.data.institution.id}
          saved={{ record: answer.data.institution, problems: answer.data.problems }}
        />
      )}
    </SettingsSection>
  )
}

function ProfileForm({ saved }: { readonly saved: { record: Institution; problems: Problem[] } }) {
  const t = useText()
  const form = useRecordForm<Institution, InstitutionFields>({
    topic: 'institution',
    saved,
    start: fieldsOf(saved.record),
    schema: institutionFieldsSchema,
    fieldsOf,
    calls,
  })
  const { values, change, control } = form

  return (
    <div className={styles.profile}>
      <RecordFormFrame form={form} label={t('institution:profile.title')}>
        <LocalizedField
          label={t('institution:profile.names')}
          value={values.names}
          onChange={(names) => change({ names })}
          {...control('names')}
          isReadOnly={form.isReadOnly}
          isRequired
          path="names"
        />
        <LocalizedField
          label={t('institution:profile.city')}
          value={values.city}
          onChange={(city) => change({ city })}
          {...control('city')}
          isReadOnly={form.isReadOnly}
          path="city"
        />
        <TextInput
          label={t('institution:profile.bin')}
          w={240}
          maxLength={12}
          inputMode="numeric"
          {...form.text('bin', { help: t('institution:profile.binHelp') })}
        />
        <NumberInput
          label={t('institution:profile.epvoId')}
          w={240}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          {...control('epvoId', { help: t('institution:profile.epvoHelp') })}
          value={values.epvoId ?? ''}
          onChange={(value) => change({ epvoId: typeof value === 'number' ? value : null })}
        />
        <TextInput
          label={t('institution:profile.rector')}
          maxLength={200}
          {...form.text('rector', { help: t('institution:profile.rectorHelp') })}
        />
        <TextInput label={t('institution:profile.website')} maxLength={300} {...form.text('website')} />
      </RecordFormFrame>
    </div>
  )
}
