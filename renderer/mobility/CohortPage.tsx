import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import type { Cohort } from '../../shared/mobility/cohort.ts'
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
import { RecordLink } from '../components/RecordLink.tsx'
import { RecordTabs } from '../components/RecordTabs.tsx'
import { SampleBadge } from '../components/SampleBadge.tsx'
import { useSavedRecord } from '../components/use-saved-record.ts'
import { cohortFieldTitle, fieldsOfCohort } from './cohort-fields.ts'
import { CohortForm } from './CohortForm.tsx'

/** The open counts of one programme in one academic year: form, files and history. */
export function CohortPage({ id }: { readonly id: string }) {
  const saved = useSavedRecord('mobility', data.mobility.get, id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  return <OpenCohort saved={saved.data} />
}

function OpenCohort({ saved }: { readonly saved: SavedRecord<Cohort> }) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const { close } = usePlace()
  const remove = useRemoval(data.mobility, 'cohort', close)
  const { record } = saved
  const owner = { entity: 'cohort', id: record.id } as const

  return (
    <DetailPanel
      title={academicYearLabel(record.academicYear)}
      subtitle={<ProgrammeOfCohort programmeId={record.programmeId} />}
      {...(record.isSample ? { badges: <SampleBadge /> } : {})}
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
            title: t('mobility:tabs.details'),
            isForm: true,
            content: <CohortForm saved={saved} start={fieldsOfCohort(record)} />,
          },
          { id: 'files', title: t('mobility:tabs.files'), content: <AttachmentsPanel owner={owner} /> },
          {
            id: 'history',
            title: t('mobility:tabs.history'),
            content: <HistoryPanel record={owner} fieldTitle={(field) => cohortFieldTitle(t, field)} />,
          },
        ]}
      />
    </DetailPanel>
  )
}

/** The programme whose learners are counted; its name leads to its page. */
function ProgrammeOfCohort({ programmeId }: { readonly programmeId: string }) {
  const t = useText()
  const language = useLanguage()
  const programme = useSavedRecord('programmes', data.programmes.get, programmeId).data?.record
  if (programme === undefined) return null
  return (
    <>
      <RecordLink record={{ entity: 'programme', id: programme.id }} inherit underline="always">
        {nameIn(programme.names, language)}
      </RecordLink>{' '}
      · {t(`programmes:levels.${programme.level}`)}
    </>
  )
}
