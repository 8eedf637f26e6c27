import { Button, Group } from '@mantine/core'
import { IconFileImport, IconListDetails, IconMessageQuestion, IconPlus } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { data } from '../app/client.ts'
import { runCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ButtonLink } from '../components/links.tsx'
import { RecordPlace } from '../components/RecordPlace.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { BankPage } from './BankPage.tsx'
import { ImportPage } from './ImportPage.tsx'
import { surveyList } from './survey-list.ts'
import { NewSurvey, SurveyPage } from './SurveyPage.tsx'
import { useSurveyColumns } from './use-survey-columns.ts'
import { useSurveyFilters } from './use-survey-filters.ts'

/** The parts of the address that stand for the import and for the question bank. */
const importPage = 'import'
const bankPage = 'bank'

const showRecord = (id: string | null) => (id === null ? <NewSurvey /> : <SurveyPage key={id} id={id} />)

/** The place "surveys": the list, the import of results, and the question bank. */
export function SurveysPlace() {
  const { id }: { id?: string } = useParams({ strict: false })
  if (id === importPage) return <ImportPage />
  if (id === bankPage) return <BankPage />
  return <SurveyList />
}

function SurveyList() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const listing = useListing(surveyList, 'surveys')
  return (
    <RecordPlace
      entity="survey"
      view="surveys"
      title={t('surveys:title')}
      listing={listing}
      columns={useSurveyColumns()}
      filters={useSurveyFilters()}
      calls={data.surveys}
      newTitle={t('surveys:new')}
      detail={showRecord}
      actions={
        <>
          <ButtonLink
            to="/surveys/$id"
            params={{ id: bankPage }}
            variant="default"
            leftSection={<IconListDetails size={18} aria-hidden />}
          >
            {t('surveys:bank.open')}
          </ButtonLink>
          {isReadOnly ? null : <ImportLink />}
        </>
      }
      empty={
        <EmptyState
          icon={IconMessageQuestion}
          title={t('surveys:empty.title')}
          text={t('surveys:empty.text')}
        >
          {isReadOnly ? null : (
            <Group>
              <ImportLink />
              <Button
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={() => runCommand('new-record')}
              >
                {t('surveys:new')}
              </Button>
            </Group>
          )}
        </EmptyState>
      }
    />
  )
}

function ImportLink() {
  const t = useText()
  return (
    <ButtonLink
      to="/surveys/$id"
      params={{ id: importPage }}
      variant="default"
      leftSection={<IconFileImport size={18} aria-hidden />}
    >
      {t('surveys:import.open')}
    </ButtonLink>
  )
}
