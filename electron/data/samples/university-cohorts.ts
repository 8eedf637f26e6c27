import { academicYearOf, academicYearStart, addDays } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { formatDay } from '../../../shared/kernel/format.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { CohortFields } from '../../../shared/mobility/cohort.ts'
import type { ProgrammeFields } from '../../../shared/programmes/programme.ts'
import type { Random } from './random.ts'
import { fillIn, type SampleRecord } from './sample-records.ts'
import { universityData } from './university-data.ts'

/** For how many academic years, the present one included, the sample has learner counts. */
const yearsWithCounts = 4

export type CohortContext = {
  readonly today: Day
  readonly language: Language
  readonly newId: () => string
  readonly random: Random
  readonly programmes: readonly SampleRecord<ProgrammeFields>[]
}

/** Learner counts of every year in which a programme ran; the newest programme has none yet, so that a check finds it. */
export function buildCohorts(context: CohortContext): SampleRecord<CohortFields>[] {
  const thisYear = academicYearOf(context.today)
  const cohorts: SampleRecord<CohortFields>[] = []
  for (let academicYear = thisYear - yearsWithCounts + 1; academicYear <= thisYear; academicYear += 1) {
    context.programmes.forEach(({ id, fields }, index) => {
      const runs = fields.firstYear <= academicYear && academicYear <= (fields.lastYear ?? thisYear)
      if (!runs || fields.firstYear === thisYear) return
      const size = universityData.programmes[index]?.size ?? 0
      const age = academicYear - thisYear + yearsWithCounts
      cohorts.push({ id: context.newId(), fields: cohortFields(context, id, academicYear, size, age) })
    })
  }
  return cohorts
}

function cohortFields(
  { random, today, language }: CohortContext,
  programmeId: string,
  academicYear: number,
  size: number,
  age: number,
): CohortFields {
  // The register grows from year to year, by about a tenth, with chance in each programme.
  const contingent = Math.max(2, Math.round(size * (0.7 + 0.1 * age)) + random.between(-2, 2))
  const atPartner = random.between(1, Math.max(1, Math.floor(contingent / 2)))
  const withdrawn = random.between(0, 5) === 0 ? 1 : 0
  const ownFunds = random.between(0, Math.floor(contingent / 3))
  const isOver = academicYear < academicYearOf(today)
  const countedOn = earlier(addDays(academicYearStart(academicYear), 30), today)
  return {
    programmeId,
    academicYear,
    contingent,
    applied: contingent + random.between(1, 9),
    outgoing: atPartner,
    incoming: random.between(0, 3),
    atPartner,
    returned: isOver ? Math.max(0, atPartner - withdrawn) : 0,
    graduated: isOver ? random.between(0, Math.floor(contingent / 3)) : 0,
    withdrawn: withdrawn === 0 ? {} : { [withdrawalReason(random)]: withdrawn },
    funding: { state_grant: contingent - ownFunds, own: ownFunds },
    foreignCitizens: random.between(0, Math.floor(contingent / 8)),
    source: fillIn(universityData.texts.cohortSource[language], { day: formatDay(countedOn, language) }),
  }
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

function withdrawalReason(random: Random): 'academic' | 'financial' | 'visa' {
  const reasons = ['academic', 'financial', 'visa'] as const
  return reasons[random.between(0, 2)] ?? 'academic'
}
