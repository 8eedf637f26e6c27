import { academicYearOf } from '../../../shared/kernel/calendar.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import { deriveFormat, printFormat } from '../../../shared/programmes/format.ts'
import {
  levelSchema,
  type Programme,
  type programmeColumns,
  type ProgrammeFields,
  type ProgrammeFilter,
  type ProgrammeSummary,
  registerStatusSchema,
} from '../../../shared/programmes/programme.ts'
import { checkProgramme } from '../../../shared/programmes/programme-rules.ts'
import { withoutMeta } from '../../../shared/kernel/record.ts'
import { amongIds, oneOf, yesOrNo } from '../registers/filter-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import {
  describePartners,
  inAllLanguages,
  partnersOf,
  partnerWords,
  searchableText,
} from '../registers/record-texts.ts'
import { byAlphabet, byPlaceIn, byValue, type RegisterDefinition } from '../registers/register-view.ts'

function recordOf(cache: RecordCache, id: string): Programme {
  const record = cache.programme.get(id)
  if (record === undefined) throw new Error(`no programme ${id} in memory`)
  return record
}

const partnerIdsOf = ({ partners }: Programme): string[] => partners.map(({ partnerId }) => partnerId)

/** What a programme's fields say whatever the day and language; computed once per state of the record. */
const derived = new WeakMap<Programme, { format: string; totalCredits: number; problemCount: number }>()

function derive(record: Programme) {
  const known = derived.get(record)
  if (known !== undefined) return known
  const format = deriveFormat(record.plan)
  const facts = {
    format: format === null ? '' : printFormat(format),
    totalCredits: record.plan.reduce((sum, { credits }) => sum + (credits ?? 0), 0),
    problemCount: checkProgramme(withoutMeta<ProgrammeFields>(record)).length,
  }
  derived.set(record, facts)
  return facts
}

/** Learners of the programme in the academic year. */
function contingentOf(cache: RecordCache, id: string, academicYear: number): number {
  let learners = 0
  for (const cohortId of cache.programmeOfCohort.sourcesOf(id)) {
    const cohort = cache.cohort.get(cohortId)
    if (cohort?.academicYear === academicYear) learners += cohort.contingent
  }
  return learners
}

/** Programmes as a register: derived format, credits, learners of the day's academic year and open problems. */
export const programmeRegister: RegisterDefinition<
  ProgrammeSummary,
  ProgrammeFilter,
  (typeof programmeColumns)[number]
> = {
  entity: 'programme',
  text(cache, id) {
    const record = recordOf(cache, id)
    const words = partnerWords(partnersOf(cache, partnerIdsOf(record)))
    const degrees = record.partners.map(({ degree }) => degree)
    return searchableText(
      [record.code, ...inAllLanguages(record.names)],
      [derive(record).format, ...degrees, record.notes],
      words,
    )
  },
  summary(cache, id, on, language) {
    const record = recordOf(cache, id)
    return {
      id,
      revision: record.revision,
      isSample: record.isSample,
      names: record.names,
      code: record.code,
      level: record.level,
      features: record.features,
      registerStatus: record.registerStatus,
      firstYear: record.firstYear,
      lastYear: record.lastYear,
      name: nameIn(record.names, language),
      ...derive(record),
      ...describePartners(partnersOf(cache, partnerIdsOf(record)), language),
      contingent: contingentOf(cache, id, academicYearOf(on)),
    }
  },
  columns: {
    name: byAlphabet((row) => row.name),
    code: byAlphabet((row) => row.code),
    level: byPlaceIn(levelSchema.options, (row) => row.level),
    format: byAlphabet((row) => row.format),
    totalCredits: byValue((row) => row.totalCredits),
    partnerNames: byAlphabet((row) => row.partnerNames),
    countryNames: byAlphabet((row) => row.countryNames),
    registerStatus: byPlaceIn(registerStatusSchema.options, (row) => row.registerStatus),
    firstYear: byValue((row) => row.firstYear),
    contingent: byValue((row) => row.contingent),
    problemCount: byValue((row) => row.problemCount),
  },
  filters: [
    oneOf(
      'levels',
      (filter) => filter.levels,
      (row) => [row.level],
    ),
    oneOf(
      'features',
      (filter) => filter.features,
      (row) => row.features,
    ),
    oneOf(
      'registerStatuses',
      (filter) => filter.registerStatuses,
      (row) => [row.registerStatus],
    ),
    oneOf(
      'countries',
      (filter) => filter.countries,
      (row) => row.countries,
    ),
    oneOf(
      'formats',
      (filter) => filter.formats,
      (row) => (row.format === '' ? [] : [row.format]),
    ),
    yesOrNo(
      'hasProblems',
      (filter) => filter.hasProblems,
      (row) => row.problemCount > 0,
    ),
    {
      name: 'partnerId',
      test: ({ partnerId }, cache) =>
        partnerId === null ? null : (row) => cache.partnersOfProgramme.targetsOf(row.id).has(partnerId),
    },
    {
      name: 'agreementId',
      test: ({ agreementId }, cache) =>
        agreementId === null ? null : (row) => cache.agreementsOfProgramme.targetsOf(row.id).has(agreementId),
    },
    {
      name: 'runningIn',
      test: ({ runningIn }) =>
        runningIn === null
          ? null
          : (row) => row.firstYear <= runningIn && (row.lastYear === null || row.lastYear >= runningIn),
    },
    amongIds(),
  ],
  groups: {
    level: (row) => row.level,
    partnerNames: (row) => row.partnerNames,
    countryNames: (row) => row.countryNames,
    registerStatus: (row) => row.registerStatus,
    format: (row) => row.format,
    firstYear: (row) => String(row.firstYear),
  },
  sums: {
    contingent: { of: (row) => row.contingent },
    problemCount: { of: (row) => row.problemCount },
  },
}
