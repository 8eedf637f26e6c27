import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Problem } from '../../shared/kernel/problem.ts'
import { checkCohort } from '../../shared/mobility/cohort-rules.ts'
import {
  allCohorts,
  type CohortSummary,
  emptyCohort,
  type YearEntry,
  type YearEntryResult,
} from '../../shared/mobility/cohort.ts'
import { allProgrammes, type ProgrammeSummary } from '../../shared/programmes/programme.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal, offerUndo } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { refusalOf } from '../app/refusal.ts'
import { useToday } from '../app/today.ts'
import type { Edits, EntryCounts, EntryRow } from './entry-grid.ts'

/** One programme in the table of a year, with what is needed to save it. */
export type YearRow = EntryRow & {
  readonly programmeId: string
  readonly level: ProgrammeSummary['level']
  readonly partnerNames: string
  readonly revision: number | null
  readonly cohortId: string | null
  /** Learners a year before; null: nothing was entered. */
  readonly lastYear: number | null
}

const allRows = { offset: 0, limit: 20_000 } as const

/** The programmes that run in the year, and those that have numbers for it all the same. */
export function useYearRows(year: number): {
  rows: readonly YearRow[] | undefined
  error: unknown
  retry: () => void
} {
  const language = useLanguage()
  const on = useToday()
  const programmes = useQuery(
    orpc.programmes.list.queryOptions({
      input: {
        text: '',
        filter: { ...allProgrammes, runningIn: year },
        sort: [
          { column: 'level', descending: false },
          { column: 'name', descending: false },
        ],
        ...allRows,
        on,
        language,
      },
    }),
  )
  const cohorts = useQuery(
    orpc.mobility.list.queryOptions({
      input: {
        text: '',
        filter: { ...allCohorts, academicYears: [year, year - 1] },
        sort: [{ column: 'programmeName', descending: false }],
        ...allRows,
        on,
        language,
      },
    }),
  )
  const rows = useMemo(
    () =>
      programmes.data === undefined || cohorts.data === undefined
        ? undefined
        : joinRows(year, programmes.data.rows, cohorts.data.rows),
    [year, programmes.data, cohorts.data],
  )
  return {
    rows,
    error: programmes.error ?? cohorts.error,
    retry: () => {
      void programmes.refetch()
      void cohorts.refetch()
    },
  }
}

function joinRows(
  year: number,
  programmes: readonly ProgrammeSummary[],
  cohorts: readonly CohortSummary[],
): YearRow[] {
  const inYear = (wanted: number) =>
    new Map(cohorts.filter((row) => row.academicYear === wanted).map((row) => [row.programmeId, row]))
  const [present, before] = [inYear(year), inYear(year - 1)]
  const running = new Set(programmes.map((programme) => programme.id))
  const known = programmes.map(({ id, name, code, level, partnerNames }) => ({
    id,
    name,
    code,
    level,
    partnerNames,
  }))
  const others = [...present.values()]
    .filter((cohort) => !running.has(cohort.programmeId))
    .map(({ programmeId, programmeName, level, partnerNames }) => ({
      id: programmeId,
      name: programmeName,
      code: '',
      level,
      partnerNames,
    }))
  return [...known, ...others].map(({ id, ...programme }) => {
    const cohort = present.get(id)
    return {
      ...programme,
      key: id,
      programmeId: id,
      saved: cohort === undefined ? null : countsOf(cohort),
      revision: cohort?.revision ?? null,
      cohortId: cohort?.id ?? null,
      lastYear: before.get(id)?.contingent ?? null,
    }
  })
}

/** The counts of a row of the list that the tables take. */
export const countsOf = (cohort: CohortSummary): EntryCounts => ({
  contingent: cohort.contingent,
  applied: cohort.applied,
  outgoing: cohort.outgoing,
  incoming: cohort.incoming,
  atPartner: cohort.atPartner,
  returned: cohort.returned,
  graduated: cohort.graduated,
  foreignCitizens: cohort.foreignCitizens,
})

/** The rows that were typed into, as they are saved. */
export function entryOf(year: number, source: string, rows: readonly YearRow[], edits: Edits): YearEntry {
  return {
    academicYear: year,
    source: source.trim() === '' ? null : source.trim(),
    rows: rows.flatMap((row) => {
      const counts = edits.get(row.programmeId)
      return counts === undefined ? [] : [{ programmeId: row.programmeId, revision: row.revision, counts }]
    }),
  }
}

/** One programme in one academic year, as a row of numbers. */
export type YearOfProgramme = EntryRow & {
  readonly year: number
  readonly programmeId: string
  readonly revision: number | null
  readonly cohortId: string | null
}

/** Saves rows of several years, each year as a whole, and offers to take it back. */
export function useSaveYears(): {
  save: (rows: readonly YearOfProgramme[], edits: Edits) => Promise<boolean>
  isSaving: boolean
} {
  const { run, isSaving } = useSaving()
  return {
    isSaving,
    save: (rows, edits) =>
      run(async () => {
        const undos: (() => Promise<void>)[] = []
        for (const row of rows) {
          const { programmeId, revision, year } = row
          const counts = edits.get(row.key) ?? {}
          const saved = await data.mobility.enterYear({
            academicYear: year,
            source: null,
            rows: [{ programmeId, revision, counts }],
          })
          undos.push(() => takeBack(year, [row], saved))
        }
        return { count: rows.length, undo: () => inTurn(undos) }
      }),
  }
}

/** Findings for which a save was refused, by the row's key. */
export type RefusedRows = ReadonlyMap<string, readonly Problem[]>

/**
 * Saves a year and offers to take it back: new records go, changed ones get their numbers again. `onRefused` is told
 * the rows that keep the others from being saved.
 */
export function useSaveYear(onRefused: (rows: RefusedRows) => void): {
  save: (entry: YearEntry, rows: readonly YearRow[]) => Promise<boolean>
  isSaving: boolean
} {
  const { run, isSaving } = useSaving()
  return {
    isSaving,
    save: (entry, rows) =>
      run(
        async () => {
          const saved = await data.mobility.enterYear(entry)
          return { count: saved.length, undo: () => takeBack(entry.academicYear, rows, saved) }
        },
        (error) => onRefused(refusedRows(error, rows)),
      ),
  }
}

/** A refusal names rows by their place in the entry: `rows.3.funding`. */
function refusedRows(error: unknown, rows: readonly YearRow[]): RefusedRows {
  const refused = new Map<string, Problem[]>()
  for (const problem of refusalOf(error)?.problems ?? []) {
    const [, place = '', field = ''] = /^rows\.(\d+)\.(.+)$/u.exec(problem.field) ?? []
    const key = rows[Number(place)]?.key
    if (key !== undefined) refused.set(key, [...(refused.get(key) ?? []), { ...problem, field }])
  }
  return refused
}

type Done = { readonly count: number; readonly undo: () => Promise<void> }

function useSaving() {
  const t = useText()
  const [isSaving, setSaving] = useState(false)

  /** Does the work, says how it went and offers its undo; false: refused. */
  async function run(work: () => Promise<Done>, onRefused?: (error: unknown) => void): Promise<boolean> {
    setSaving(true)
    try {
      const { count, undo } = await work()
      offerUndo(t('mobility:entry.saved', { count }), undo)
      return true
    } catch (error) {
      onRefused?.(error)
      notifyRefusal(error)
      return false
    } finally {
      setSaving(false)
    }
  }
  return { run, isSaving }
}

async function inTurn(steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) await step()
}

async function takeBack(
  academicYear: number,
  rows: readonly (EntryRow & { readonly programmeId: string })[],
  saved: YearEntryResult,
): Promise<void> {
  const before = new Map(rows.map((row) => [row.programmeId, row.saved]))
  const changed = saved.flatMap(({ programmeId, revision }) => {
    const counts = before.get(programmeId)
    return counts === null || counts === undefined ? [] : [{ programmeId, revision, counts }]
  })
  const added = saved.filter((row) => row.isNew).map(({ id, revision }) => ({ id, revision }))
  if (changed.length > 0) await data.mobility.enterYear({ academicYear, source: null, rows: changed })
  if (added.length > 0) await data.mobility.remove({ records: added })
}

/** Findings on the numbers as typed, by the rules that need nothing but these numbers. */
export function findingsOf(row: YearRow, year: number, typed: Partial<EntryCounts> | undefined): Problem[] {
  if (typed === undefined) return []
  const fields = { ...emptyCohort(row.programmeId, year), ...row.saved, ...typed }
  return checkCohort(fields).filter((problem) => problem.field !== 'source' && problem.field !== 'funding')
}
