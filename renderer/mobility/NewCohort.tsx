import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { academicYearOf } from '../../shared/kernel/calendar.ts'
import { emptyCohort } from '../../shared/mobility/cohort.ts'
import { useText } from '../app/i18n.ts'
import { useToday } from '../app/today.ts'
import { DetailPanel } from '../components/DetailPanel.tsx'
import { usePlace } from '../components/record/place-context.ts'
import { CohortForm } from './CohortForm.tsx'

/** What a new cohort may start from, as the address says it. */
const startSchema = z.object({
  programme: z.string().optional().catch(undefined),
  year: z.number().int().min(1990).max(2199).optional().catch(undefined),
})

/** The form of a cohort that is not saved yet: empty, or for a given programme and year. */
export function NewCohort() {
  const t = useText()
  const { open } = usePlace()
  const thisYear = academicYearOf(useToday())
  const search: Record<string, unknown> = useSearch({ strict: false })
  // The address loses these words when the list beside is filtered; the form keeps what it began with.
  const [{ programme, year }] = useState(() => startSchema.parse(search))
  return (
    <DetailPanel title={t('mobility:new')}>
      <CohortForm
        saved={null}
        start={emptyCohort(programme ?? '', year ?? thisYear)}
        onSaved={({ id }) => open(id)}
      />
    </DetailPanel>
  )
}
