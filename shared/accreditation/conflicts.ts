import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { idSchema } from '../kernel/record.ts'
import {
  type Accreditation,
  accreditedObjectSchema,
  accreditationSourceSchema,
  decisionSchema,
  objectKey,
} from './accreditation.ts'
import { byEnd, endOf } from './state.ts'

export const comparedPartSchema = z.enum(['validFrom', 'validTo', 'decision'])
export type ComparedPart = z.infer<typeof comparedPartSchema>

/** What one source says last of an object and an agency. */
export const statementSchema = z.object({
  id: idSchema,
  source: accreditationSourceSchema,
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
  decision: decisionSchema.nullable(),
  sourceId: z.string(),
})
export type Statement = z.infer<typeof statementSchema>

/** Sources that do not agree on one object and one agency. */
export const conflictSchema = z.object({
  object: accreditedObjectSchema,
  objectName: z.string(),
  agencyId: idSchema,
  agencyName: z.string(),
  statements: z.array(statementSchema).min(2),
  differs: z.array(comparedPartSchema).min(1),
})
export type Conflict = z.infer<typeof conflictSchema>
export type BareConflict = Omit<Conflict, 'objectName' | 'agencyName'>

/**
 * Where the university's own records, EPVO, DEQAR and Register 3 disagree. Of each source the last accreditation is
 * compared: agencies enter a renewal late, and that is a difference worth a letter. A decision that a source does not
 * have is no difference; a missing day is one.
 */
export function findConflicts(accreditations: readonly Accreditation[]): BareConflict[] {
  const groups = new Map<string, Accreditation[]>()
  for (const record of accreditations) {
    if (record.agencyId === null) continue
    const key = `${objectKey(record.object)} | ${record.agencyId}`
    groups.set(key, [...(groups.get(key) ?? []), record])
  }
  return [...groups.values()].flatMap((group) => {
    const last = lastOfEachSource(group)
    const [first] = last
    const differs = differences(last)
    if (first === undefined || first.agencyId === null || differs.length === 0) return []
    return [{ object: first.object, agencyId: first.agencyId, statements: last.map(statement), differs }]
  })
}

function lastOfEachSource(group: readonly Accreditation[]): Accreditation[] {
  const last = new Map(group.toSorted(byEnd).map((record) => [record.source, record]))
  return accreditationSourceSchema.options.flatMap((source) => last.get(source) ?? [])
}

const differ = (values: readonly (string | null)[]): boolean => new Set(values).size > 1

function differences(records: readonly Accreditation[]): ComparedPart[] {
  if (records.length < 2) return []
  const decisions = records.flatMap(({ decision }) => decision ?? [])
  return [
    ...(differ(records.map(({ validFrom }) => validFrom)) ? (['validFrom'] as const) : []),
    ...(differ(records.map(endOf)) ? (['validTo'] as const) : []),
    ...(differ(decisions) ? (['decision'] as const) : []),
  ]
}

const statement = (record: Accreditation): Statement => ({
  id: record.id,
  source: record.source,
  validFrom: record.validFrom,
  validTo: endOf(record),
  decision: record.decision,
  sourceId: record.sourceId,
})
