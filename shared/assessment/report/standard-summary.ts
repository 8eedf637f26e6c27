import type { ReportLevel, ReportStandard } from './report.ts'

/** What a standard comes to. */
export type StandardSummary = {
  readonly applicable: number
  readonly assessed: number
  /** Mean of the levels 1 to 4 over 4, from 0.25 to 1; null: nothing is assessed. */
  readonly score: number | null
  /** How many applicable criteria have each level. */
  readonly levels: Readonly<Record<ReportLevel, number>>
}

/** Progress and score of criteria: what does not apply counts nowhere, what is not assessed not in the score. */
export function summarize(criteria: ReportStandard['criteria']): StandardSummary {
  const levels: Record<ReportLevel, number> = { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 }
  for (const { level, notApplicable } of criteria) if (notApplicable === null) levels[level] += 1
  const assessed = levels[1] + levels[2] + levels[3] + levels[4]
  const sum = levels[1] + 2 * levels[2] + 3 * levels[3] + 4 * levels[4]
  return {
    applicable: assessed + levels[0],
    assessed,
    score: assessed === 0 ? null : sum / assessed / 4,
    levels,
  }
}
