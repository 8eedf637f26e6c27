import { Button } from '@mantine/core'
import { IconFileCertificate, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { academicYearOf } from '../../shared/kernel/calendar.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { withoutMeta } from '../../shared/kernel/record.ts'
import { emptySurvey, type Survey, type SurveyFields } from '../../shared/surveys/survey.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
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
import { QuotesTab } from './QuotesTab.tsx'
import { ResultsTab } from './ResultsTab.tsx'
import { periodTitle, surveyFieldTitle } from './survey-list.ts'
import { SurveyForm, useSurveyForm } from './SurveyForm.tsx'

/** The form of a survey that is not saved yet. */
export function NewSurvey() {
  const t = useText()
  const { open } = usePlace()
  const today = useToday()
  const [start] = useState(() => emptySurvey(academicYearOf(today)))
  const form = useSurveyForm(null, start, ({ id }) => open(id))
  return (
    <DetailPanel title={t('surveys:new')}>
      <SurveyForm form={form} />
    </DetailPanel>
  )
}

/** The open survey: results, answers in words, fields and history. */
export function SurveyPage({ id }: { readonly id: string }) {
  const saved = useSavedRecord('surveys', data.surveys.get, id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  return <Panel saved={saved.data} />
}

function Panel({ saved }: { readonly saved: SavedRecord<Survey> }) {
  const t = useText()
  const language = useLanguage()
  const { record } = saved
  const form = useSurveyForm(saved, withoutMeta<SurveyFields>(record))
  const owner = { entity: 'survey' as const, id: record.id }
  return (
    <DetailPanel
      title={nameIn(record.names, language) || t('surveys:untitled')}
      subtitle={`${t(`stakeholders:audience.${record.audience}`)} · ${periodTitle(t, record.period)}`}
      badges={record.isSample ? <SampleBadge /> : undefined}
      actions={<Actions record={record} />}
    >
      <RecordTabs
        tabs={[
          { id: 'results', title: t('surveys:tabs.results'), content: <ResultsTab id={record.id} /> },
          {
            id: 'quotes',
            title: t('surveys:tabs.quotes'),
            count: record.quotes.length,
            isForm: true,
            content: <QuotesTab form={form} />,
          },
          {
            id: 'details',
            title: t('surveys:tabs.details'),
            isForm: true,
            content: <SurveyForm form={form} />,
          },
          {
            id: 'history',
            title: t('surveys:tabs.history'),
            content: <HistoryPanel record={owner} fieldTitle={(field) => surveyFieldTitle(t, field)} />,
          },
        ]}
      />
    </DetailPanel>
  )
}

function Actions({ record }: { readonly record: Survey }) {
  const t = useText()
  const language = useLanguage()
  const { close } = usePlace()
  const isReadOnly = useIsReadOnly()
  const remove = useRemoval(data.surveys, 'survey', close)
  if (isReadOnly) return null
  const keep = () => {
    data.surveys
      .keepResults({ id: record.id, language })
      .then(({ name }) => notifyDone(t('surveys:kept', { name })))
      .catch(notifyRefusal)
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconFileCertificate size={16} aria-hidden />}
        onClick={keep}
      >
        {t('surveys:keep')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => remove([record])}
      >
        {t('common:action.remove')}
      </Button>
    </>
  )
}
