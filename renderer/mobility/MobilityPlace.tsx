import { Button } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { academicYearOf } from '../../shared/kernel/calendar.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useToday } from '../app/today.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { RecordPlace } from '../components/RecordPlace.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { cohortPasteFields, useCohortEditing } from './cohort-cells.ts'
import { useCohortColumns } from './use-cohort-columns.ts'
import { useCohortFilters } from './use-cohort-filters.ts'
import { cohortList } from './cohort-list.ts'
import { CohortPage } from './CohortPage.tsx'
import { NewCohort } from './NewCohort.tsx'
import { TotalsBar } from './TotalsBar.tsx'
import { YearEntry } from './YearEntry.tsx'

/** The part of the address that stands for typing a whole year. */
const entryPage = 'entry'

const entrySearchSchema = z.object({ year: z.number().int().min(1990).max(2199).catch(0) })

const showRecord = (id: string | null) => (id === null ? <NewCohort /> : <CohortPage key={id} id={id} />)

/** The place "mobility": counts by programme and academic year, and the table that takes a whole year at once. */
export function MobilityPlace() {
  const params: { id?: string } = useParams({ strict: false })
  const search: Record<string, unknown> = useSearch({ strict: false })
  const thisYear = academicYearOf(useToday())
  if (params.id !== entryPage) return <CohortList />
  const { year } = entrySearchSchema.parse({ year: search['year'] })
  return <YearEntry key={year} year={year === 0 ? thisYear : year} usual={thisYear} />
}

function CohortList() {
  const t = useText()
  const listing = useListing(cohortList, 'mobility')
  const columns = useCohortColumns()
  const filters = useCohortFilters(listing.filter)
  const enterYear = useEnterYear(listing.filter.academicYears)

  return (
    <RecordPlace
      entity="cohort"
      view="mobility"
      title={t('common:place.mobility')}
      listing={listing}
      columns={columns}
      editing={useCohortEditing()}
      pasteFields={cohortPasteFields}
      filters={filters}
      calls={data.mobility}
      newTitle={t('mobility:new')}
      actions={
        <Button variant="default" leftSection={<IconTable size={18} aria-hidden />} onClick={enterYear}>
          {t('mobility:entry.open')}
        </Button>
      }
      summary={<TotalsBar listing={listing} />}
      detail={showRecord}
      empty={
        <EmptyState title={t('mobility:empty.title')} text={t('mobility:empty.text')}>
          <Button variant="default" onClick={enterYear}>
            {t('mobility:entry.open')}
          </Button>
        </EmptyState>
      }
    />
  )
}

/** Opens the table of a year: the one year that the list is filtered to, else the present one. */
function useEnterYear(filtered: readonly number[]): () => void {
  const navigate = useNavigate()
  const thisYear = academicYearOf(useToday())
  const year = filtered.length === 1 ? (filtered[0] ?? thisYear) : thisYear
  return () => void navigate({ to: '/mobility/$id', params: { id: entryPage }, search: { year } })
}
