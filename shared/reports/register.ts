import type { Accreditation } from '../accreditation/accreditation.ts'
import type { Agency } from '../accreditation/agency.ts'
import type { Agreement } from '../agreements/agreement.ts'
import type { Institution } from '../institution/institution.ts'
import type { RegisterEntity, RecordMeta } from '../kernel/record.ts'
import type { Cohort } from '../mobility/cohort.ts'
import type { Partner } from '../partners/partner.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Source } from './figure.ts'

/** All live records of a workspace as they stood at one moment: what statistics are taken from. */
export type Register = {
  institution: Institution
  partners: readonly Partner[]
  agreements: readonly Agreement[]
  programmes: readonly Programme[]
  cohorts: readonly Cohort[]
  accreditations: readonly Accreditation[]
  agencies: readonly Agency[]
  /** Instant of the last change in the workspace, UTC ISO; with the day asked for it names the state of the numbers. */
  changedAt: string
}

/** Says which records some numbers were taken from. `statements` are the records' own words on their origin. */
export function sourceOf(
  entity: RegisterEntity,
  records: readonly RecordMeta[],
  statements: readonly string[] = [],
): Source {
  let lastChangedAt: string | null = null
  for (const record of records) {
    if (lastChangedAt === null || record.updatedAt > lastChangedAt) lastChangedAt = record.updatedAt
  }
  const distinct = [...new Set(statements.filter((statement) => statement !== ''))].toSorted()
  return { entity, records: records.length, lastChangedAt, statements: distinct }
}

/** Records by id, for following references. */
export function byId<R extends { id: string }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.id, record]))
}
