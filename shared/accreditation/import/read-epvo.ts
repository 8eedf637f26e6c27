import { parseDay } from '../../kernel/parse-day.ts'
import { type AccreditationFields, emptyAccreditation } from '../accreditation.ts'
import type { IncomingRow, MatchingRegister, RawRow } from './incoming.ts'
import { kindOf, notesOf, ownProgramme, readAgency, readDays, refused } from './reading.ts'

/**
 * Reads rows of the platform's table UNIVERSITY_ACCREDITATION. Agencies enter them; real rows have agency 0 and no
 * days, and are taken as they are. A row of another university is refused.
 */
export function readEpvoRow({ row, values }: RawRow, register: MatchingRegister): IncomingRow {
  const text = (name: string) => valueOf(values, name)
  if (isOfOther(text('universityId'), register.institution.epvoId)) return refused(row, 'other-university')
  const { days, fault } = readDays(text('startDate'), text('finishDate'), { isLenient: true })
  if (fault !== null) return refused(row, fault)
  const number = Number(text('accredAgencyId') || 0)
  const agency = readAgency(register.agencies, number === 0 ? null : { epvoId: number }, `EPVO ${number}`)
  const object = objectOf(text('codeEducProgramsId'), text('nameOfEducPrograms'), register)
  const fields: AccreditationFields = {
    ...emptyAccreditation,
    ...days,
    ...agency.fields,
    object,
    kind: kindOf(object),
    decidedOn: parseDay(text('markPassageDate')),
    decision: null,
    source: 'epvo',
    sourceId: text('id').slice(0, 100),
  }
  return { row, fields, notes: [...agency.notes, ...notesOf(object, days, true)] }
}

const isOfOther = (university: string, own: number | null): boolean =>
  university !== '' && own !== null && Number(university) !== own

function objectOf(code: string, name: string, register: MatchingRegister): AccreditationFields['object'] {
  return isEmpty(code) && name === '' ? { kind: 'institution' } : ownProgramme(register, code, name)
}

const isEmpty = (text: string): boolean => text === '' || text === '0'

/** A value by its name in any case: the instruction and the interface of the platform write names differently. */
function valueOf(values: ReadonlyMap<string, string>, name: string): string {
  const sought = plain(name)
  for (const [key, value] of values) if (plain(key) === sought) return value === 'null' ? '' : value.trim()
  return ''
}

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '')
