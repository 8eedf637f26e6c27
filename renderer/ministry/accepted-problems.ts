import type { Manifest } from '../../shared/exchange/manifest.ts'
import { recordProblemSchema, type RecordProblem } from '../../shared/kernel/problem.ts'

/** The warnings a package keeps, as findings that can be shown with their rule. */
export function acceptedProblems(warnings: Manifest['warningsAccepted']): RecordProblem[] {
  return warnings.map((warning) => recordProblemSchema.parse({ ...warning, severity: 'warning' }))
}
