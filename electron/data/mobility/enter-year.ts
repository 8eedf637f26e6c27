import { AppError } from '../../../shared/kernel/app-error.ts'
import { checkCohort } from '../../../shared/mobility/cohort-rules.ts'
import { withoutMeta } from '../../../shared/kernel/record.ts'
import {
  type CohortFields,
  emptyCohort,
  type YearCounts,
  type YearEntry,
  type YearEntryResult,
} from '../../../shared/mobility/cohort.ts'
import type { Writer } from '../workspace/database.ts'
import { cohortStore, findCohortOf } from './cohort.repository.ts'

type EntryRow = YearEntry['rows'][number]

const overlay = (before: YearCounts, counts: EntryRow['counts']): YearCounts => ({
  contingent: counts.contingent ?? before.contingent,
  applied: counts.applied ?? before.applied,
  outgoing: counts.outgoing ?? before.outgoing,
  incoming: counts.incoming ?? before.incoming,
  atPartner: counts.atPartner ?? before.atPartner,
  returned: counts.returned ?? before.returned,
  graduated: counts.graduated ?? before.graduated,
  foreignCitizens: counts.foreignCitizens ?? before.foreignCitizens,
})

/** Refuses counts that no record may have; the field names the row: `rows.3.foreignCitizens`. */
function assertSound(fields: CohortFields, row: number): void {
  const problems = checkCohort(fields).filter((problem) => problem.severity === 'error')
  if (problems.length === 0) return
  const named = problems.map((problem) => ({ ...problem, field: `rows.${row}.${problem.field}` }))
  throw new AppError('invalid-record', { count: problems.length }, named)
}

/**
 * Saves counts of many programmes in one academic year: new records where there were none, changes elsewhere.
 * Refused as a whole with `conflict` when a record appeared, went or changed since its counts were read.
 */
export async function enterYear(tx: Writer, entry: YearEntry): Promise<YearEntryResult> {
  const result: YearEntryResult = []
  for (const [index, row] of entry.rows.entries()) {
    result.push(await enterRow(tx, entry, row, index))
  }
  return result
}

async function enterRow(
  tx: Writer,
  { academicYear, source }: YearEntry,
  { programmeId, revision, counts }: EntryRow,
  index: number,
): Promise<YearEntryResult[number]> {
  const id = await findCohortOf(tx.trx, programmeId, academicYear)
  const saved = id === undefined ? undefined : await cohortStore.get(tx.trx, id)
  if ((saved?.revision ?? null) !== revision) throw new AppError('conflict', { entity: cohortStore.entity })
  const before =
    saved === undefined ? emptyCohort(programmeId, academicYear) : withoutMeta<CohortFields>(saved)
  const fields = { ...before, ...overlay(before, counts), source: source ?? before.source }
  assertSound(fields, index)
  const record =
    saved === undefined
      ? await cohortStore.insert(tx, fields)
      : await cohortStore.update(tx, { id: saved.id, revision: saved.revision }, fields)
  return { id: record.id, revision: record.revision, programmeId, isNew: saved === undefined }
}
