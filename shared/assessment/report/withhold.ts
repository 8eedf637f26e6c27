import type { SelfEvaluationReport } from './report.ts'

/**
 * The report as it may be handed to people outside: what is confidential keeps its number and its name, so that the
 * numbers of the other annexes stay the same, but neither file nor address, and the list of annexes says so.
 */
export function withhold(report: SelfEvaluationReport): SelfEvaluationReport {
  return {
    ...report,
    evidence: report.evidence.map((evidence) =>
      evidence.confidentiality === 'confidential'
        ? { ...evidence, url: '', file: null, isWithheld: true }
        : evidence,
    ),
  }
}
