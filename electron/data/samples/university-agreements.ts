import type { AgreementFields, Term } from '../../../shared/agreements/agreement.ts'
import { addDays, addYears, lastDayOfYears } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { SampleRecord } from './sample-records.ts'
import { type AgreementSpec, type TermSpec, universityData } from './university-data.ts'

export type AgreementContext = {
  readonly today: Day
  readonly language: Language
  readonly newId: () => string
  /** Partner ids by the host of the specification. */
  readonly partnerIds: ReadonlyMap<string, string>
}

/** Signing usually comes some weeks before the start. */
const signedBeforeStart = 21

/** The agreements of the sample university by the keys of their specifications, each after those it refers to. */
export function buildAgreements(context: AgreementContext): Map<string, SampleRecord<AgreementFields>> {
  const built = new Map<string, SampleRecord<AgreementFields>>()
  const specs = new Map(universityData.agreements.map((spec) => [spec.key, spec]))
  const starts = new Map<string, Day | null>()

  function startOf(key: string): Day | null {
    const known = starts.get(key)
    if (known !== undefined) return known
    const start = datesOf(specOf(key).term, context.today, startOf).startsOn
    starts.set(key, start)
    return start
  }

  function specOf(key: string): AgreementSpec {
    const spec = specs.get(key)
    if (spec === undefined) throw new Error(`the sample names an agreement ${key} that it does not have`)
    return spec
  }

  function build(key: string): string {
    const done = built.get(key)
    if (done !== undefined) return done.id
    const spec = specOf(key)
    const parentId = spec.parent === null ? null : build(spec.parent)
    const predecessorId = spec.predecessor === null ? null : build(spec.predecessor)
    const { startsOn, term } = datesOf(spec.term, context.today, startOf)
    const index = universityData.agreements.indexOf(spec)
    const fields = agreementFields(spec, index, context, { startsOn, term, parentId, predecessorId })
    const id = context.newId()
    built.set(key, { id, fields })
    return id
  }

  for (const key of specs.keys()) build(key)
  return built
}

type Dates = { startsOn: Day | null; term: Term | null }

function datesOf(spec: TermSpec | null, today: Day, startOf: (key: string) => Day | null): Dates {
  if (spec === null) return { startsOn: null, term: null }
  if (spec.kind === 'perpetual')
    return { startsOn: addDays(today, -spec.startedAgo), term: { kind: 'perpetual' } }
  if (spec.kind === 'auto_renewed') {
    const { everyYears, noticeMonths } = spec
    const startsOn = addYears(addDays(today, spec.periodEndsIn + 1), -everyYears * spec.periods)
    return { startsOn, term: { kind: 'auto_renewed', everyYears, noticeMonths } }
  }
  const startsOn = fixedStart(spec, today, startOf)
  return { startsOn, term: { kind: 'fixed', endsOn: lastDayOfYears(startsOn, spec.years) } }
}

function fixedStart(
  spec: Extract<TermSpec, { kind: 'fixed' }>,
  today: Day,
  startOf: (key: string) => Day | null,
): Day {
  if ('startsIn' in spec) return addDays(today, spec.startsIn)
  if ('endsBefore' in spec) {
    const next = startOf(spec.endsBefore)
    if (next === null) throw new Error(`the sample's agreement ${spec.endsBefore} has no start`)
    return addYears(next, -spec.years)
  }
  // A term that is only planned would begin next month.
  if (spec.endsIn === null) return addDays(today, 30)
  return addYears(addDays(today, spec.endsIn + 1), -spec.years)
}

function agreementFields(
  spec: AgreementSpec,
  index: number,
  { today, language, partnerIds }: AgreementContext,
  { startsOn, term, parentId, predecessorId }: Dates & Pick<AgreementFields, 'parentId' | 'predecessorId'>,
): AgreementFields {
  const { texts } = universityData
  const isSigned = spec.stage === 'signed' || spec.stage === 'terminated'
  const signedOn =
    isSigned && startsOn !== null ? earliest(addDays(startsOn, -signedBeforeStart), today) : null
  const ids = spec.partners.map((host) => partnerId(partnerIds, host))
  return {
    kind: spec.kind,
    number: isSigned ? `${(signedOn ?? today).slice(0, 4)}-${String(index + 1).padStart(2, '0')}` : '',
    title: texts.titles[spec.purpose][language],
    subject: texts.subjects[spec.purpose][language],
    partnerIds: ids,
    stage: spec.stage,
    signedOn,
    startsOn: isSigned ? startsOn : null,
    term,
    terminatedOn: spec.terminatedAgo === null ? null : addDays(today, -spec.terminatedAgo),
    parentId,
    predecessorId,
    signatories: isSigned ? signatoriesOf(spec, ids, language) : [],
    events: eventsOf(spec, index, today, language),
    owner: texts.owners[index % texts.owners.length]?.[language] ?? '',
    notes: '',
  }
}

const earliest = (a: Day, b: Day): Day => (a < b ? a : b)

function partnerId(partnerIds: ReadonlyMap<string, string>, host: string): string {
  const id = partnerIds.get(host)
  if (id === undefined) throw new Error(`the sample names a partner ${host} that it does not have`)
  return id
}

function signatoriesOf(
  spec: AgreementSpec,
  ids: string[],
  language: Language,
): AgreementFields['signatories'] {
  const { texts, partners } = universityData
  const home = { partnerId: null, name: texts.rector[language], position: texts.rectorPosition[language] }
  const theirs = spec.partners.flatMap((host, at) => {
    const contact = partners.find((partner) => hostOf(partner.host) === host)?.contact
    const id = ids[at]
    return contact === undefined || id === undefined
      ? []
      : [{ partnerId: id, name: contact, position: texts.coordinatorPosition[language] }]
  })
  return [home, ...theirs]
}

/** The short name of a partner in the specifications: its host without the reserved ending. */
export function hostOf(host: string): string {
  return host.replace(/\.example$/, '')
}

function eventsOf(
  spec: AgreementSpec,
  index: number,
  today: Day,
  language: Language,
): AgreementFields['events'] {
  const { events } = universityData.texts
  return spec.eventsAgo
    .flatMap((ago, at) => {
      const event = events[(index + at) % events.length]
      return event === undefined
        ? []
        : [{ on: addDays(today, -ago), kind: event.kind, note: event.note[language] }]
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
