import type { Day } from '../../kernel/day.ts'
import type { LocalizedText } from '../../kernel/record.ts'
import type { RichText } from '../rich-text.ts'

/** 0 not assessed, 1 not met, 2 partly, 3 largely, 4 fully met. */
export type ReportLevel = 0 | 1 | 2 | 3 | 4

/** The words of an agency for our levels; without one, the report uses our own. */
export type ReportScale = {
  readonly titles: LocalizedText
  readonly levels: readonly { readonly names: LocalizedText; readonly from: readonly ReportLevel[] }[]
}

/** A criterion with its answer. A criterion nobody has answered yet has level 0 and empty texts. */
export type ReportCriterion = {
  readonly code: string
  readonly text: LocalizedText
  /** Added by the university to the framework; the report says so. */
  readonly isOwn: boolean
  readonly level: ReportLevel
  /** Why the criterion does not apply; null: it applies. */
  readonly notApplicable: string | null
  readonly narrative: RichText
  readonly strengths: string
  readonly weaknesses: string
  readonly recommendations: string
  /** Evidence linked to the answer, in the order its authors gave it. */
  readonly evidenceIds: readonly string[]
}

export type ReportStandard = {
  readonly code: string
  readonly title: LocalizedText
  readonly statement: LocalizedText
  readonly criteria: readonly ReportCriterion[]
  readonly strengths: RichText
  readonly weaknesses: RichText
  readonly recommendations: RichText
}

export type ReportPart = {
  readonly code: string
  readonly title: LocalizedText
  readonly standards: readonly ReportStandard[]
}

export type ReportEvidence = {
  readonly id: string
  readonly names: LocalizedText
  readonly kind: 'file' | 'link'
  /** Address of a link; empty for a file. */
  readonly url: string
  /** Day on which the link was last looked at. */
  readonly checkedOn: Day | null
  readonly confidentiality: 'public' | 'internal' | 'confidential'
  /** Confidential and left out of what is handed over; the list of annexes says so. */
  readonly isWithheld: boolean
  /** The stored file; null: a link, or a file that is not there any more. */
  readonly file: { readonly name: string; readonly sha256: string; readonly size: number } | null
}

export type ReportAction = {
  readonly title: string
  /** Code of the criterion it came from; empty: from elsewhere. */
  readonly criterion: string
  readonly owner: string
  readonly dueOn: Day | null
  readonly state: 'open' | 'in-progress' | 'done' | 'dropped'
  readonly result: string
}

export type ReportMember = {
  readonly name: string
  readonly position: string
  readonly role: 'manager' | 'contributor' | 'reviewer'
}

/** Everything that a self-evaluation report says, before it is put into a language, a structure and a format. */
export type SelfEvaluationReport = {
  readonly institution: LocalizedText
  readonly object: {
    readonly kind: 'university' | 'faculty' | 'programme'
    /** Name of the faculty or programme; empty for the university. */
    readonly names: LocalizedText
  }
  readonly cycle: {
    readonly names: LocalizedText
    readonly startsOn: Day
    readonly endsOn: Day
    readonly visitOn: Day | null
  }
  readonly framework: {
    readonly titles: LocalizedText
    readonly publisher: LocalizedText
    readonly licence: LocalizedText
  }
  readonly agency: { readonly names: LocalizedText; readonly acronym: string } | null
  readonly scale: ReportScale | null
  readonly team: readonly ReportMember[]
  /** Texts of sections that are not about a standard, by the key that the template gives them. */
  readonly texts: Readonly<Record<string, RichText>>
  readonly parts: readonly ReportPart[]
  readonly actions: readonly ReportAction[]
  /** Every piece of evidence that an answer names; more do no harm. */
  readonly evidence: readonly ReportEvidence[]
  readonly preparedOn: Day
  /** Instant of the last change of what is shown, UTC ISO; it is also the files' date, so equal data give equal bytes. */
  readonly changedAt: string
  readonly isSample: boolean
}

/** The standards of all parts, in the framework's order. */
export function standardsOf(report: Pick<SelfEvaluationReport, 'parts'>): ReportStandard[] {
  return report.parts.flatMap((part) => part.standards)
}
