import { nameIn } from '../../kernel/localized.ts'
import type { Language } from '../../kernel/record.ts'
import { citedEvidence, type RichText } from '../rich-text.ts'
import { annexFileName } from './annex-file-name.ts'
import { type ReportEvidence, type ReportStandard, type SelfEvaluationReport, standardsOf } from './report.ts'
import type { ReportTemplate } from './report-template.ts'

/** A piece of evidence that the report cites, with its number. */
export type Annex = {
  /** Counts from 1 in the order of first appearance. */
  readonly number: number
  readonly evidence: ReportEvidence
  /** Codes of the criteria and standards that cite it, in the report's order; empty: cited by another section only. */
  readonly citedBy: readonly string[]
}

/**
 * Numbers every cited piece of evidence once, in the order in which a reader of this structure meets it: in a criterion
 * first what its narrative cites, then what is linked to it. What the structure does not print cites nothing, and
 * citations of evidence that the report does not know are left out.
 *
 * The numbers run through the whole report. A number made of a criterion's code would name one of the many criteria
 * that a file serves, and would be a wrong lead at all the others.
 */
export function numberAnnexes(report: SelfEvaluationReport, template: ReportTemplate): Annex[] {
  const known = new Map(report.evidence.map((evidence) => [evidence.id, evidence]))
  const citations = new Map<string, Set<string>>()
  for (const { code, ids } of citationsOf(report, template)) {
    for (const id of ids.filter((id) => known.has(id))) {
      const codes = citations.get(id) ?? new Set()
      if (code !== '') codes.add(code)
      citations.set(id, codes)
    }
  }
  return [...citations].flatMap(([id, codes], index) => {
    const evidence = known.get(id)
    return evidence === undefined ? [] : [{ number: index + 1, evidence, citedBy: [...codes] }]
  })
}

type Citation = { readonly code: string; readonly ids: readonly string[] }

function* citationsOf(report: SelfEvaluationReport, template: ReportTemplate): Generator<Citation> {
  for (const section of template.sections) {
    if (section.kind === 'text') {
      const text = report.texts[section.key]
      if (text !== undefined) yield { code: '', ids: citedEvidence(text) }
    } else if (section.kind === 'standards') {
      for (const standard of standardsOf(report)) {
        yield* citationsOfCriteria(standard)
        if (section.judgements !== 'criterion') yield* citationsOfJudgements(standard)
      }
    }
  }
}

function* citationsOfCriteria(standard: ReportStandard): Generator<Citation> {
  for (const { code, notApplicable, narrative, evidenceIds } of standard.criteria) {
    // Of a criterion that does not apply, the reason is printed, not the narrative.
    if (notApplicable === null) yield { code, ids: citedEvidence(narrative) }
    yield { code, ids: evidenceIds }
  }
}

function* citationsOfJudgements(standard: ReportStandard): Generator<Citation> {
  const texts: RichText[] = [standard.strengths, standard.weaknesses, standard.recommendations]
  for (const text of texts) yield { code: standard.code, ids: citedEvidence(text) }
}

/** A file of the annex folder. */
export type AnnexFile = { readonly number: number; readonly name: string; readonly evidence: ReportEvidence }

/**
 * The files that belong into the annex folder, exactly the cited ones that exist; two annexes with the same content have
 * a file each. Names begin with the number, so that a folder sorts them as the report does.
 */
export function annexFiles(annexes: readonly Annex[], language: Language): AnnexFile[] {
  const digits = Math.max(3, String(annexes.length).length)
  return annexes.flatMap(({ number, evidence }) => {
    if (evidence.kind !== 'file' || evidence.file === null) return []
    const title = nameIn(evidence.names, language)
    const name = annexFileName(String(number).padStart(digits, '0'), title, evidence.file.name)
    return [{ number, name, evidence }]
  })
}

/** Annexes that should be files and have none: the report can be made, but the folder will lack them. */
export function missingFiles(annexes: readonly Annex[]): Annex[] {
  return annexes.filter(({ evidence }) => evidence.kind === 'file' && evidence.file === null)
}
