import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { nameIn } from '../../shared/kernel/localized.ts'
import type { Programme } from '../../shared/programmes/programme.ts'
import { RelatedAccreditations } from '../accreditation/RelatedAccreditations.tsx'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { DetailPanel } from '../components/DetailPanel.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { HistoryPanel } from '../components/HistoryPanel.tsx'
import { usePlace } from '../components/record/place-context.ts'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { useRemoval } from '../components/record/use-removal.ts'
import { RecordTabs } from '../components/RecordTabs.tsx'
import { SampleBadge } from '../components/SampleBadge.tsx'
import { useSavedRecord } from '../components/use-saved-record.ts'
import { ProgrammeCohorts } from '../mobility/ProgrammeCohorts.tsx'
import { planNotation } from './plan-format.ts'
import { ProgrammeAgreements } from './ProgrammeAgreements.tsx'
import { fieldsOfProgramme, programmeFieldTitle } from './programme-fields.ts'
import { ProgrammeForm } from './ProgrammeForm.tsx'
import { RegisterStatusBadge } from './RegisterStatusBadge.tsx'
import { useYearsText } from './years-text.ts'

/** An open programme: its form, learners by year, agreements, files and history. */
export function ProgrammePage({ id }: { readonly id: string }) {
  const saved = useSavedRecord('programmes', data.programmes.get, id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  return <OpenProgramme saved={saved.data} />
}

function OpenProgramme({ saved }: { readonly saved: SavedRecord<Programme> }) {
  const t = useText()
  const language = useLanguage()
  const isReadOnly = useIsReadOnly()
  const yearsText = useYearsText()
  const { close } = usePlace()
  const remove = useRemoval(data.programmes, 'programme', close)
  const { record } = saved
  const owner = { entity: 'programme', id: record.id } as const
  const agreementIds = record.partners.flatMap(({ agreementId }) =>
    agreementId === null ? [] : [agreementId],
  )
  const facts = [
    t(`programmes:levels.${record.level}`),
    record.code,
    planNotation(record.plan),
    yearsText(record),
  ]

  return (
    <DetailPanel
      title={nameIn(record.names, language) || t('programmes:untitled')}
      subtitle={facts.filter((fact) => fact !== '').join(' · ')}
      badges={
        <>
          <RegisterStatusBadge status={record.registerStatus} />
          {record.isSample ? <SampleBadge /> : null}
        </>
      }
      {...(isReadOnly
        ? {}
        : {
            actions: (
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => remove([record])}
              >
                {t('common:action.remove')}
              </Button>
            ),
          })}
    >
      <RecordTabs
        tabs={[
          {
            id: 'details',
            title: t('programmes:tabs.details'),
            isForm: true,
            content: <ProgrammeForm saved={saved} start={fieldsOfProgramme(record)} />,
          },
          {
            id: 'learners',
            title: t('programmes:tabs.learners'),
            content: <ProgrammeCohorts programmeId={record.id} firstYear={record.firstYear} />,
          },
          {
            id: 'agreements',
            title: t('programmes:tabs.agreements'),
            count: agreementIds.length,
            content: <ProgrammeAgreements ids={agreementIds} />,
          },
          {
            id: 'accreditation',
            title: t('programmes:tabs.accreditation'),
            content: <RelatedAccreditations of={{ programmeId: record.id }} />,
          },
          { id: 'files', title: t('programmes:tabs.files'), content: <AttachmentsPanel owner={owner} /> },
          {
            id: 'history',
            title: t('programmes:tabs.history'),
            content: <HistoryPanel record={owner} fieldTitle={(field) => programmeFieldTitle(t, field)} />,
          },
        ]}
      />
    </DetailPanel>
  )
}
