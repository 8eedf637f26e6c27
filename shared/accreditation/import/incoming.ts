import { z } from 'zod'
import type { Institution } from '../../institution/institution.ts'
import { foldText } from '../../kernel/fold.ts'
import { idSchema } from '../../kernel/record.ts'
import type { Partner } from '../../partners/partner.ts'
import type { Programme } from '../../programmes/programme.ts'
import {
  type Accreditation,
  type AccreditationFields,
  accreditationSourceSchema,
  objectKey,
} from '../accreditation.ts'
import type { Agency } from '../agency.ts'

/** Where rows can come from. */
export const importKindSchema = z.enum(['epvo', 'deqar', 'own'])
export type ImportKind = z.infer<typeof importKindSchema>

/** Why a row is not taken, or what is to be known of one that is. Sentences are in `accreditation.json`. */
export const rowNoteSchema = z.enum([
  'other-university',
  'unknown-object',
  'unknown-institution',
  'days-contradict',
  'unreadable-day',
  'agency-unknown',
  'agency-none',
  'days-missing',
  'programme-not-in-register',
])
export type RowNote = z.infer<typeof rowNoteSchema>

/** One row of a source, as it would be kept; without fields it is refused, and the notes say why. */
export type IncomingRow = {
  readonly row: number
  readonly fields: AccreditationFields | null
  readonly notes: readonly RowNote[]
}

/** A row of a file by the names of its columns. */
export type RawRow = { readonly row: number; readonly values: ReadonlyMap<string, string> }

/** The records that a source's words are matched with. */
export type MatchingRegister = {
  readonly institution: Institution
  readonly agencies: readonly Agency[]
  readonly programmes: readonly Programme[]
  readonly partners: readonly Partner[]
}

/** The own programme with this code and name, or with this name alone. A code of several programmes needs the name. */
export function findProgramme(
  programmes: readonly Programme[],
  code: string,
  name: string,
): Programme | undefined {
  const sought = foldText(name)
  const named = programmes.filter(
    ({ names }) => sought !== '' && Object.values(names).some((known) => foldText(known) === sought),
  )
  const coded = programmes.filter((programme) => code !== '' && foldText(programme.code) === foldText(code))
  const both = named.filter((programme) => coded.includes(programme))
  for (const found of [both, named, sought === '' ? coded : []]) if (found.length === 1) return found[0]
  return undefined
}

export const plannedRowSchema = z.object({
  row: z.number().int(),
  outcome: z.enum(['new', 'changed', 'same', 'refused']),
  /** What is accredited and by whom, as the source writes it or as the register knows it. */
  object: z.string(),
  agency: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  source: accreditationSourceSchema,
  notes: z.array(rowNoteSchema),
  id: idSchema.nullable(),
})
export type PlannedRow = z.infer<typeof plannedRowSchema>

export type PlannedChange = {
  readonly row: IncomingRow
  readonly outcome: PlannedRow['outcome']
  /** The record that the row changes, or that is already as the row says. */
  readonly before: Accreditation | null
  readonly fields: AccreditationFields | null
}

/**
 * Compares the rows with what was kept of the same source before. A record's number at the source names it; without
 * one it is the same object, agency and first day. What the source has no words for stays as it was entered here:
 * conditions, notes and the certificate.
 */
export function planRows(rows: readonly IncomingRow[], existing: readonly Accreditation[]): PlannedChange[] {
  const known = new Map(existing.map((record) => [identityOf(record), record]))
  const seen = new Set<string>()
  return rows.map((row): PlannedChange => {
    if (row.fields === null) return { row, outcome: 'refused', before: null, fields: null }
    const identity = identityOf(row.fields)
    const before = known.get(identity) ?? null
    const fields = before === null ? row.fields : merged(before, row.fields)
    const isSame = seen.has(identity) || (before !== null && isEqual(before, fields))
    seen.add(identity)
    return { row, outcome: isSame ? 'same' : before === null ? 'new' : 'changed', before, fields }
  })
}

function identityOf(fields: AccreditationFields): string {
  if (fields.sourceId !== '') return `${fields.source} ${fields.sourceId}`
  const agency = fields.agencyId ?? foldText(fields.agencyAtSource)
  return `${fields.source} ${objectKey(fields.object)} ${agency} ${fields.validFrom ?? ''}`
}

function merged(before: Accreditation, row: AccreditationFields): AccreditationFields {
  return {
    ...row,
    // An agency or a programme that a person named for the source's record is not taken away by the next import.
    agencyId: row.agencyId ?? before.agencyId,
    object: row.object.kind === 'other-programme' ? before.object : row.object,
    decision: row.decision ?? before.decision,
    decidedOn: row.decidedOn ?? before.decidedOn,
    conditions: before.conditions,
    certificateNumber: row.certificateNumber || before.certificateNumber,
    reportUrl: row.reportUrl || before.reportUrl,
    notes: before.notes,
  }
}

const isEqual = (record: Accreditation, fields: AccreditationFields): boolean =>
  Object.entries(fields).every(
    ([name, value]) => JSON.stringify(Reflect.get(record, name)) === JSON.stringify(value),
  )
