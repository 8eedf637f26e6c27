import { Button, Group } from '@mantine/core'
import {
  IconBuildingCommunity,
  IconCalendarEvent,
  IconCertificate,
  IconDownload,
  IconFileImport,
  IconPlus,
} from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { data } from '../app/client.ts'
import { runCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ButtonLink } from '../components/links.tsx'
import { RecordPlace } from '../components/RecordPlace.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { accreditationList } from './accreditation-list.ts'
import { AccreditationPage, NewAccreditation } from './AccreditationPage.tsx'
import { AccreditationSummaryBar } from './AccreditationSummaryBar.tsx'
import { ImportPage } from './ImportPage.tsx'
import { PlanPage } from './PlanPage.tsx'
import { useAccreditationColumns } from './use-accreditation-columns.tsx'
import { useAccreditationFiles } from './use-accreditation-files.ts'
import { useAccreditationFilters } from './use-accreditation-filters.ts'

/** The parts of the address that stand for the plan of procedures and for the import. */
const planPage = 'plan'
const importPage = 'import'

const showRecord = (id: string | null) =>
  id === null ? <NewAccreditation /> : <AccreditationPage key={id} id={id} />

/** The place "accreditation": the register, the plan of procedures, and the import from agencies' sources. */
export function AccreditationPlace() {
  const { id }: { id?: string } = useParams({ strict: false })
  if (id === planPage) return <PlanPage />
  if (id === importPage) return <ImportPage />
  return <AccreditationRegister />
}

function AccreditationRegister() {
  const t = useText()
  const listing = useListing(accreditationList, 'accreditation')
  const { saveDeqar } = useAccreditationFiles()
  return (
    <RecordPlace
      entity="accreditation"
      view="accreditation"
      title={t('accreditation:title')}
      listing={listing}
      columns={useAccreditationColumns()}
      filters={useAccreditationFilters(listing.filter)}
      calls={data.accreditation}
      newTitle={t('accreditation:new')}
      detail={showRecord}
      actions={<PlaceLinks />}
      rowActions={[
        {
          id: 'deqar',
          title: t('accreditation:deqar.save'),
          icon: IconDownload,
          run: (rows) => saveDeqar(rows.map(({ id }) => id)),
        },
      ]}
      summary={<AccreditationSummaryBar />}
      empty={<NoAccreditations />}
    />
  )
}

/** The other pages of the place. */
function PlaceLinks() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  return (
    <>
      <ButtonLink
        to="/accreditation/$id"
        params={{ id: planPage }}
        variant="default"
        leftSection={<IconCalendarEvent size={18} aria-hidden />}
      >
        {t('accreditation:plan.open')}
      </ButtonLink>
      <ButtonLink
        to="/agencies"
        variant="default"
        leftSection={<IconBuildingCommunity size={18} aria-hidden />}
      >
        {t('accreditation:agency.title')}
      </ButtonLink>
      {isReadOnly ? null : <ImportLink />}
    </>
  )
}

function ImportLink() {
  const t = useText()
  return (
    <ButtonLink
      to="/accreditation/$id"
      params={{ id: importPage }}
      variant="default"
      leftSection={<IconFileImport size={18} aria-hidden />}
    >
      {t('accreditation:import.open')}
    </ButtonLink>
  )
}

function NoAccreditations() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  return (
    <EmptyState
      icon={IconCertificate}
      title={t('accreditation:empty.title')}
      text={t('accreditation:empty.text')}
    >
      {isReadOnly ? null : (
        <Group>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => runCommand('new-record')}>
            {t('accreditation:new')}
          </Button>
          <ImportLink />
        </Group>
      )}
    </EmptyState>
  )
}
