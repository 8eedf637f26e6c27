import type { StudyPlan } from '../../shared/programmes/programme.ts'

const semestersPerYear = 2

export type PlanYear = { number: number; semesters: { index: number; period: StudyPlan[number] }[] }

/** Two semesters make a year of study, as the courses are counted. */
export function yearsOf(plan: StudyPlan): PlanYear[] {
  const years: PlanYear[] = []
  for (const [index, period] of plan.entries()) {
    const year = Math.floor(index / semestersPerYear)
    years[year] ??= { number: year + 1, semesters: [] }
    years[year].semesters.push({ index, period })
  }
  return years
}
