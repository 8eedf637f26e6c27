import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { z } from 'zod'
import { yearCountsSchema } from '../../shared/mobility/cohort.ts'
import { usePreferences } from '../app/preferences.tsx'
import { type Edits, type EntryCounts, entryColumns } from './entry-grid.ts'

const draftSchema = z.record(z.string(), yearCountsSchema.partial())

const writeDelay = 500

/**
 * What was typed for a year and not saved: it outlives the place and the program. It is kept a moment after the last
 * key, so that typing waits for nothing. The component that uses it must have the year as its key.
 */
export function useYearDraft(year: number): [Edits, Dispatch<SetStateAction<Edits>>] {
  const view = `draft:year-${year}`
  const { preferences, remember } = usePreferences()
  const [edits, setEdits] = useState(() => readDraft(preferences.views[view]))
  useEffect(() => {
    const timer = window.setTimeout(
      () => remember(view, edits.size === 0 ? undefined : Object.fromEntries(edits)),
      writeDelay,
    )
    return () => window.clearTimeout(timer)
  }, [view, edits, remember])
  return [edits, setEdits]
}

function readDraft(kept: unknown): Edits {
  const parsed = draftSchema.safeParse(kept)
  if (!parsed.success) return new Map()
  return new Map(
    Object.entries(parsed.data).map(([programmeId, counts]) => [programmeId, givenCounts(counts)]),
  )
}

function givenCounts(counts: z.infer<typeof draftSchema>[string]): Partial<EntryCounts> {
  const given: Partial<EntryCounts> = {}
  for (const column of entryColumns) {
    const count = counts[column]
    if (count !== undefined) given[column] = count
  }
  return given
}
