import type { Day } from '../../kernel/day.ts'
import { parseDay } from '../../kernel/parse-day.ts'
import { type AccreditationFields, type AccreditedObject } from '../accreditation.ts'
import { type Agency, type AgencyMention, findAgency } from '../agency.ts'
import { findProgramme, type IncomingRow, type MatchingRegister, type RowNote } from './incoming.ts'

export type Days = { readonly validFrom: Day | null; readonly validTo: Day | null }

/** The two days of a row; a fault refuses it. `isLenient`: what is no day counts as none. */
export function readDays(
  from: string,
  to: string,
  { isLenient }: { readonly isLenient: boolean },
): { readonly days: Days; readonly fault: RowNote | null } {
  const days = { validFrom: parseDay(from), validTo: parseDay(to) }
  const isUnread = (from !== '' && days.validFrom === null) || (to !== '' && days.validTo === null)
  if (isUnread && !isLenient) return { days, fault: 'unreadable-day' }
  const isReversed = days.validFrom !== null && days.validTo !== null && days.validTo < days.validFrom
  return { days, fault: isReversed ? 'days-contradict' : null }
}

export const refused = (row: number, note: RowNote): IncomingRow => ({ row, fields: null, notes: [note] })

/** The agency as the register knows it, and the note when it does not. `asWritten` empty: the source names none. */
export function readAgency(
  agencies: readonly Agency[],
  mention: AgencyMention | null,
  asWritten: string,
): {
  readonly fields: Pick<AccreditationFields, 'agencyId' | 'agencyAtSource' | 'isInternational'>
  readonly notes: readonly RowNote[]
} {
  const agency = mention === null ? undefined : findAgency(agencies, mention)
  if (agency === undefined) {
    const fields = { agencyId: null, agencyAtSource: asWritten.slice(0, 300), isInternational: false }
    return { fields, notes: [mention === null ? 'agency-none' : 'agency-unknown'] }
  }
  const isForeign = agency.country !== '' && agency.country !== 'KZ'
  return { fields: { agencyId: agency.id, agencyAtSource: '', isInternational: isForeign }, notes: [] }
}

/** An own programme by code and name; one that the register does not have is kept by what the source calls it. */
export function ownProgramme(
  { programmes }: Pick<MatchingRegister, 'programmes'>,
  code: string,
  name: string,
): AccreditedObject {
  const programme = findProgramme(programmes, code, name)
  return programme === undefined
    ? { kind: 'other-programme', code: code.slice(0, 20), name: name.slice(0, 500) }
    : { kind: 'programme', programmeId: programme.id }
}

/** What is to be known of a row that is taken. `needsEnd` false: the source counts an end by itself. */
export function notesOf(object: AccreditedObject, days: Days, needsEnd: boolean): RowNote[] {
  const notes: RowNote[] = []
  if (days.validFrom === null || (needsEnd && days.validTo === null)) notes.push('days-missing')
  if (object.kind === 'other-programme') notes.push('programme-not-in-register')
  return notes
}

/** The kind that goes with an object. */
export const kindOf = ({ kind }: AccreditedObject): AccreditationFields['kind'] =>
  kind === 'institution' || kind === 'partner' ? 'institutional' : 'specialised'
