import { Button } from '@mantine/core'
import { IconFileImport, IconSchool } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { RecordPlace } from '../components/RecordPlace.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { NewProgramme } from './NewProgramme.tsx'
import { programmePasteFields, useProgrammeEditing } from './programme-cells.ts'
import { useProgrammeColumns } from './use-programme-columns.tsx'
import { useProgrammeFilters } from './use-programme-filters.ts'
import { programmeList } from './programme-list.ts'
import { ProgrammePage } from './ProgrammePage.tsx'

const showRecord = (id: string | null) =>
  id === null ? <NewProgramme /> : <ProgrammePage key={id} id={id} />

/** The place "programmes": the register, and the open programme beside it. */
export function ProgrammesPlace() {
  const t = useText()
  const navigate = useNavigate()
  const listing = useListing(programmeList, 'programmes')
  const columns = useProgrammeColumns()
  const filters = useProgrammeFilters(listing.filter)

  return (
    <RecordPlace
      entity="programme"
      view="programmes"
      title={t('common:place.programmes')}
      listing={listing}
      columns={columns}
      editing={useProgrammeEditing()}
      pasteFields={programmePasteFields}
      filters={filters}
      calls={data.programmes}
      newTitle={t('programmes:new')}
      detail={showRecord}
      empty={
        <EmptyState icon={IconSchool} title={t('programmes:empty.title')} text={t('programmes:empty.text')}>
          <Button
            variant="default"
            leftSection={<IconFileImport size={18} aria-hidden />}
            onClick={() => void navigate({ to: '/imports' })}
          >
            {t('common:place.imports')}
          </Button>
        </EmptyState>
      }
    />
  )
}
