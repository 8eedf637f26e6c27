import {
  type Agreement,
  type agreementColumns,
  type AgreementFilter,
  agreementKindSchema,
  agreementStatusSchema,
  type AgreementSummary,
} from '../../../shared/agreements/agreement.ts'
import { type AgreementActivity, isDeclarative } from '../../../shared/agreements/agreement-rules.ts'
import { statusDetails } from '../../../shared/agreements/terms.ts'
import { amongIds, containsText, daysBetween, oneOf, yesOrNo } from '../registers/filter-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { describePartners, partnersOf, partnerWords, searchableText } from '../registers/record-texts.ts'
import { byAlphabet, byPlaceIn, byValue, type RegisterDefinition } from '../registers/register-view.ts'

/** What shows that an agreement lives: its events, the programmes under it and their learners. */
export function activityOf(cache: RecordCache, agreement: Agreement): AgreementActivity {
  const programmes = [...cache.agreementsOfProgramme.sourcesOf(agreement.id)].flatMap(
    (id) => cache.programme.get(id) ?? [],
  )
  const cohorts = programmes.flatMap(({ id }) =>
    [...cache.programmeOfCohort.sourcesOf(id)].flatMap((cohort) => cache.cohort.get(cohort) ?? []),
  )
  return {
    eventDays: agreement.events.map(({ on }) => on),
    programmes: programmes.map(({ firstYear, lastYear }) => ({ firstYear, lastYear })),
    learnerYears: cohorts.filter(({ contingent }) => contingent > 0).map(({ academicYear }) => academicYear),
  }
}

function recordOf(cache: RecordCache, id: string): Agreement {
  const record = cache.agreement.get(id)
  if (record === undefined) throw new Error(`no agreement ${id} in memory`)
  return record
}

/** Whether one of the two is the other's framework agreement or the one it renews. */
function areLinked(cache: RecordCache, one: string, other: string): boolean {
  const names = (from: string, to: string) => {
    const agreement = cache.agreement.get(from)
    return agreement !== undefined && (agreement.parentId === to || agreement.predecessorId === to)
  }
  return names(one, other) || names(other, one)
}

/** Agreements as a register: status, end of term and activity on the day. */
export const agreementRegister: RegisterDefinition<
  AgreementSummary,
  AgreementFilter,
  (typeof agreementColumns)[number]
> = {
  entity: 'agreement',
  text(cache, id) {
    const { number, title, subject, owner, notes, partnerIds, signatories } = recordOf(cache, id)
    const words = partnerWords(partnersOf(cache, partnerIds))
    return searchableText(
      [number, title],
      [subject, owner, notes, ...signatories.map(({ name }) => name)],
      words,
    )
  },
  summary(cache, id, on, language) {
    const record = recordOf(cache, id)
    const details = statusDetails(record, on)
    return {
      id,
      revision: record.revision,
      isSample: record.isSample,
      kind: record.kind,
      number: record.number,
      title: record.title,
      subject: record.subject,
      stage: record.stage,
      signedOn: record.signedOn,
      startsOn: record.startsOn,
      term: record.term,
      partnerIds: record.partnerIds,
      owner: record.owner,
      ...describePartners(partnersOf(cache, record.partnerIds), language),
      ...details,
      isDeclarative: isDeclarative({ ...record, status: details.status }, activityOf(cache, record), on),
      programmeCount: cache.agreementsOfProgramme.sourcesOf(id).size,
      attachmentCount: cache.attachments.get(id) ?? 0,
    }
  },
  columns: {
    number: byAlphabet((row) => row.number),
    title: byAlphabet((row) => row.title),
    kind: byPlaceIn(agreementKindSchema.options, (row) => row.kind),
    partnerNames: byAlphabet((row) => row.partnerNames),
    countryNames: byAlphabet((row) => row.countryNames),
    status: byPlaceIn(agreementStatusSchema.options, (row) => row.status),
    signedOn: byValue((row) => row.signedOn),
    startsOn: byValue((row) => row.startsOn),
    endsOn: byValue((row) => row.endsOn),
    daysLeft: byValue((row) => row.daysLeft),
    owner: byAlphabet((row) => row.owner),
    programmeCount: byValue((row) => row.programmeCount),
    attachmentCount: byValue((row) => row.attachmentCount),
  },
  filters: [
    oneOf(
      'statuses',
      (filter) => filter.statuses,
      (row) => [row.status],
    ),
    oneOf(
      'kinds',
      (filter) => filter.kinds,
      (row) => [row.kind],
    ),
    oneOf(
      'termKinds',
      (filter) => filter.termKinds,
      (row) => (row.term === null ? [] : [row.term.kind]),
    ),
    oneOf(
      'countries',
      (filter) => filter.countries,
      (row) => row.countries,
    ),
    yesOrNo(
      'isDeclarative',
      (filter) => filter.isDeclarative,
      (row) => row.isDeclarative,
    ),
    {
      name: 'partnerId',
      test: ({ partnerId }) => (partnerId === null ? null : (row) => row.partnerIds.includes(partnerId)),
    },
    daysBetween(
      'endsFrom',
      ({ endsFrom, endsTo }) => [endsFrom, endsTo],
      (row) => row.endsOn,
    ),
    daysBetween(
      'noticeFrom',
      ({ noticeFrom, noticeTo }) => [noticeFrom, noticeTo],
      (row) => row.noticeBy,
    ),
    daysBetween(
      'signedFrom',
      ({ signedFrom, signedTo }) => [signedFrom, signedTo],
      (row) => row.signedOn,
    ),
    daysBetween(
      'startsFrom',
      ({ startsFrom, startsTo }) => [startsFrom, startsTo],
      (row) => row.startsOn,
    ),
    containsText(
      'titleHas',
      (filter) => filter.titleHas,
      (row) => row.title,
    ),
    containsText(
      'numberHas',
      (filter) => filter.numberHas,
      (row) => row.number,
    ),
    containsText(
      'ownerHas',
      (filter) => filter.ownerHas,
      (row) => row.owner,
    ),
    {
      name: 'relatedTo',
      test: ({ relatedTo }, cache) =>
        relatedTo === null || relatedTo === undefined ? null : (row) => areLinked(cache, row.id, relatedTo),
    },
    amongIds(),
  ],
  groups: {
    status: (row) => row.status,
    partnerNames: (row) => row.partnerNames,
    countryNames: (row) => row.countryNames,
    kind: (row) => row.kind,
    owner: (row) => row.owner,
  },
}
