import { academicYearLabel } from '../../../shared/kernel/calendar.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Cohort, cohortColumns, CohortFilter, CohortSummary } from '../../../shared/mobility/cohort.ts'
import { levelSchema, type Programme } from '../../../shared/programmes/programme.ts'
import { amongIds, oneOf } from '../registers/filter-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import {
  describePartners,
  inAllLanguages,
  partnersOf,
  partnerWords,
  searchableText,
} from '../registers/record-texts.ts'
import { byAlphabet, byPlaceIn, byValue, type RegisterDefinition } from '../registers/register-view.ts'

/** A cohort with its programme; the database lets neither go without the other. */
function recordOf(cache: RecordCache, id: string): { cohort: Cohort; programme: Programme } {
  const cohort = cache.cohort.get(id)
  const programme = cohort === undefined ? undefined : cache.programme.get(cohort.programmeId)
  if (cohort === undefined || programme === undefined) throw new Error(`no cohort ${id} in memory`)
  return { cohort, programme }
}

const partnersIn = (cache: RecordCache, { partners }: Programme) =>
  partnersOf(
    cache,
    partners.map(({ partnerId }) => partnerId),
  )

/** Most learners of one year are learners of the next one, too: years are not added up. */
const inOneYear = (of: (row: CohortSummary) => number) => ({
  of,
  within: (row: CohortSummary) => row.academicYear,
})

/** Cohorts as a register, each with its programme's name, level and partners. */
export const cohortRegister: RegisterDefinition<CohortSummary, CohortFilter, (typeof cohortColumns)[number]> =
  {
    entity: 'cohort',
    text(cache, id) {
      const { cohort, programme } = recordOf(cache, id)
      const year = academicYearLabel(cohort.academicYear)
      const words = partnerWords(partnersIn(cache, programme))
      return searchableText(
        [...inAllLanguages(programme.names), year],
        [programme.code, cohort.source],
        words,
      )
    },
    summary(cache, id, _on, language) {
      const { cohort, programme } = recordOf(cache, id)
      return {
        id,
        revision: cohort.revision,
        isSample: cohort.isSample,
        programmeId: cohort.programmeId,
        academicYear: cohort.academicYear,
        contingent: cohort.contingent,
        applied: cohort.applied,
        outgoing: cohort.outgoing,
        incoming: cohort.incoming,
        atPartner: cohort.atPartner,
        returned: cohort.returned,
        graduated: cohort.graduated,
        foreignCitizens: cohort.foreignCitizens,
        programmeName: nameIn(programme.names, language),
        level: programme.level,
        partnerNames: describePartners(partnersIn(cache, programme), language).partnerNames,
        withdrawnTotal: Object.values(cohort.withdrawn).reduce<number>((sum, count) => sum + (count ?? 0), 0),
      }
    },
    columns: {
      programmeName: byAlphabet((row) => row.programmeName),
      level: byPlaceIn(levelSchema.options, (row) => row.level),
      academicYear: byValue((row) => row.academicYear),
      contingent: byValue((row) => row.contingent),
      applied: byValue((row) => row.applied),
      outgoing: byValue((row) => row.outgoing),
      incoming: byValue((row) => row.incoming),
      atPartner: byValue((row) => row.atPartner),
      returned: byValue((row) => row.returned),
      graduated: byValue((row) => row.graduated),
      withdrawnTotal: byValue((row) => row.withdrawnTotal),
      partnerNames: byAlphabet((row) => row.partnerNames),
    },
    filters: [
      oneOf(
        'levels',
        (filter) => filter.levels,
        (row) => [row.level],
      ),
      {
        name: 'academicYears',
        test({ academicYears }) {
          if (academicYears.length === 0) return null
          const wanted = new Set(academicYears)
          return (row) => wanted.has(row.academicYear)
        },
        values: (row) => [String(row.academicYear)],
      },
      {
        name: 'programmeId',
        test: ({ programmeId }) => (programmeId === null ? null : (row) => row.programmeId === programmeId),
      },
      amongIds(),
    ],
    groups: {
      academicYear: (row) => String(row.academicYear),
      level: (row) => row.level,
      programmeName: (row) => row.programmeName,
      partnerNames: (row) => row.partnerNames,
    },
    sums: {
      contingent: inOneYear((row) => row.contingent),
      applied: inOneYear((row) => row.applied),
      outgoing: inOneYear((row) => row.outgoing),
      incoming: inOneYear((row) => row.incoming),
      atPartner: inOneYear((row) => row.atPartner),
      returned: inOneYear((row) => row.returned),
      graduated: inOneYear((row) => row.graduated),
      withdrawnTotal: inOneYear((row) => row.withdrawnTotal),
    },
  }
