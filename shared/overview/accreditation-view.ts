import type { Accreditation } from '../accreditation/accreditation.ts'
import { accreditedName } from '../accreditation/object-name.ts'
import { DEFAULT_LEAD_MONTHS, endOf, holdsOn, openConditions, stateOn } from '../accreditation/state.ts'
import { findWarnings } from '../accreditation/warnings.ts'
import { addMonths, daysBetween } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import { nameIn } from '../kernel/localized.ts'
import type { Language } from '../kernel/record.ts'
import { countOf } from '../reports/figure.ts'
import { byId, type Register } from '../reports/register.ts'
import type { Risk, UpcomingDeadline } from './overview.ts'

const examplesShown = 3

type Asked = { readonly on: Day; readonly language: Language }

function namerOf(register: Register, language: Language): (record: Accreditation) => string {
  const programmes = byId(register.programmes)
  const partners = byId(register.partners)
  const lookups = {
    institution: register.institution,
    programme: (id: string) => programmes.get(id),
    partner: (id: string) => partners.get(id),
  }
  return ({ object }) => accreditedName(object, lookups, (names) => nameIn(names, language))
}

/** Accreditations of the university itself; those of partners are not its duty. */
const ownOf = ({ accreditations }: Register): Accreditation[] =>
  accreditations.filter(({ object }) => object.kind !== 'partner' && object.kind !== 'partner-programme')

/**
 * Ends of accreditations and due days of their conditions within the months ahead. The same end at several sources is
 * one deadline.
 */
export function accreditationDeadlines(
  register: Register,
  { on, language }: Asked,
  months: number,
): UpcomingDeadline[] {
  const name = namerOf(register, language)
  const agencies = byId(register.agencies)
  const until = addMonths(on, months)
  const entry = (kind: UpcomingDeadline['kind'], day: Day | null, record: Accreditation) => {
    if (day === null || day < on || day > until) return []
    const agency = record.agencyId === null ? undefined : agencies.get(record.agencyId)
    const reference = { entity: 'accreditation' as const, id: record.id }
    const detail = agency?.acronym ?? record.agencyAtSource
    return [{ kind, on: day, daysLeft: daysBetween(on, day), record: reference, title: name(record), detail }]
  }
  const found = ownOf(register)
    .filter((record) => stateOn(record, on) !== 'refused')
    .flatMap((record) => [
      ...entry('accreditation-end', endOf(record), record),
      ...openConditions(record).flatMap(({ dueOn }) => entry('accreditation-condition', dueOn, record)),
    ])
  const distinct = new Map(
    found.map((each) => [`${each.kind} ${each.on} ${each.title} ${each.detail}`, each]),
  )
  return [...distinct.values()]
}

/**
 * Programmes whose accreditation ends before their learners graduate or an agreement ends, and programmes that an
 * agency refused and none accredits: the ministry's risk indicator 2.4.
 */
export function accreditationRisks(register: Register, { on, language }: Asked): Risk[] {
  const early = findWarnings(register, on, DEFAULT_LEAD_MONTHS).filter(({ kind }) =>
    ['ends-before-cohort', 'ends-before-agreement'].includes(kind),
  )
  const refusedOf = ownOf(register).flatMap(({ object, decision }) =>
    object.kind === 'programme' && decision === 'negative' ? object.programmeId : [],
  )
  const held = new Set(
    register.accreditations.flatMap((record) =>
      record.object.kind === 'programme' && holdsOn(record, on) ? record.object.programmeId : [],
    ),
  )
  return [
    programmeRisk(
      register,
      'accreditation-refused',
      'high',
      refusedOf.filter((id) => !held.has(id)),
      language,
    ),
    programmeRisk(
      register,
      'accreditation-ends-early',
      'medium',
      early.flatMap(({ programmeId }) => programmeId ?? []),
      language,
    ),
  ]
}

function programmeRisk(
  register: Register,
  kind: Risk['kind'],
  level: Risk['level'],
  programmeIds: readonly string[],
  language: Language,
): Risk {
  const ids = [...new Set(programmeIds)]
  const programmes = byId(register.programmes)
  const examples = ids.slice(0, examplesShown).flatMap((id) => {
    const programme = programmes.get(id)
    return programme === undefined ? [] : nameIn(programme.names, language)
  })
  return { kind, level, figure: countOf('programme', ids), examples, params: {} }
}
