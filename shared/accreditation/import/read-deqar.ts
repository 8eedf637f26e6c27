import { isBin } from '../../kernel/bin.ts'
import { normaliseIdentifier } from '../../partners/identifiers.ts'
import type { Partner } from '../../partners/partner.ts'
import {
  type AccreditationFields,
  type Decision,
  decisionSchema,
  emptyAccreditation,
} from '../accreditation.ts'
import { deqarDecisions } from '../deqar.ts'
import type { IncomingRow, MatchingRegister, RawRow } from './incoming.ts'
import { kindOf, notesOf, ownProgramme, readAgency, readDays, refused } from './reading.ts'

/** Whose a report of DEQAR is; no partner: the home university. */
type Provider = { readonly partner: Partner | null }

/**
 * Reads rows in the columns of DEQAR's submission template. `homeIds` are DEQAR numbers that mean the home university:
 * a university that downloads its own reports finds its number there, not its BIN.
 */
export function readDeqarRow(
  { row, values }: RawRow,
  register: MatchingRegister,
  homeIds: ReadonlySet<string>,
): IncomingRow {
  const text = (name: string) => values.get(name)?.trim() ?? ''
  const provider = providerOf(text, register, homeIds)
  if (provider === null) return refused(row, 'unknown-institution')
  const { days, fault } = readDays(text('valid_from'), text('valid_to'), { isLenient: false })
  if (fault !== null) return refused(row, fault)
  const agency = readAgency(register.agencies, mention(text('agency')), text('agency'))
  const object = objectOf(text, provider, register)
  const fields: AccreditationFields = {
    ...emptyAccreditation,
    ...days,
    ...agency.fields,
    object,
    kind: kindOf(object),
    decision: decisionOf(text('decision')),
    reportUrl: text('link[1]').slice(0, 500),
    source: 'deqar',
    sourceId: (text('report_id') || text('local_identifier')).slice(0, 100),
  }
  return { row, fields, notes: [...agency.notes, ...notesOf(object, days, false)] }
}

const mention = (agency: string) => {
  if (agency === '') return null
  return /^\d+$/.test(agency) ? { deqarId: Number(agency) } : { name: agency }
}

/** The DEQAR numbers of institutions in the file that no partner has, when they are one: then it is the home university's. */
export function homeIdsOf(rows: readonly RawRow[], partners: readonly Partner[]): Set<string> {
  const ids = new Set(
    rows.flatMap(({ values }) => {
      const id = values.get('institution[1].deqar_id')?.trim() ?? ''
      return id === '' || partnerWith(partners, id) !== null ? [] : id
    }),
  )
  return ids.size === 1 ? ids : new Set()
}

function providerOf(
  text: (name: string) => string,
  { institution, partners }: MatchingRegister,
  homeIds: ReadonlySet<string>,
): Provider | null {
  const id = text('institution[1].deqar_id')
  const number = text('institution[1].identifier')
  const isHome = homeIds.has(id) || (isBin(number) && number === institution.bin)
  if (isHome) return { partner: null }
  const partner = id === '' ? null : partnerWith(partners, id)
  if (partner !== null) return { partner }
  // Without any institution the row can only be about the university whose file it is.
  return id === '' && number === '' ? { partner: null } : null
}

function partnerWith(partners: readonly Partner[], id: string): Partner | null {
  const sought = normaliseIdentifier({ scheme: 'deqar', value: id }).value
  return (
    partners.find(({ identifiers }) =>
      identifiers.some(
        (identifier) => identifier.scheme === 'deqar' && normaliseIdentifier(identifier).value === sought,
      ),
    ) ?? null
  )
}

function objectOf(
  text: (name: string) => string,
  { partner }: Provider,
  register: MatchingRegister,
): AccreditationFields['object'] {
  const name = text('programme[1].name_primary')
  const code = text('programme[1].identifier[1]')
  if (partner === null)
    return name === '' && code === '' ? { kind: 'institution' } : ownProgramme(register, code, name)
  return name === ''
    ? { kind: 'partner', partnerId: partner.id }
    : { kind: 'partner-programme', partnerId: partner.id, name: name.slice(0, 500) }
}

function decisionOf(text: string): Decision | null {
  return decisionSchema.options.find((decision) => deqarDecisions[decision] === text) ?? null
}
