import type { Answer } from '../../../shared/assessment/answer.ts'
import { citedEvidence } from '../../../shared/assessment/rich-text.ts'
import type { EvidenceUse } from '../../../shared/evidence/evidence.contract.ts'
import { compareCodes } from '../../../shared/frameworks/codes.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { assessmentIn, contentOf, cycleIn, titleOfScope } from '../assessment/assessment-views.ts'
import { listAnswersWith } from '../assessment/evidence-of-answers.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import type { Reader } from '../workspace/database.ts'

/** Where the pieces are used, by cycle (the latest first), scope and criterion. */
export async function listUses(
  db: Reader,
  cache: RecordCache,
  evidenceIds: readonly string[],
  language: Language,
): Promise<EvidenceUse[]> {
  const wanted = new Set(evidenceIds)
  const answers = await listAnswersWith(db, cache, evidenceIds)
  const uses = answers.flatMap((answer) => usesOf(cache, answer, wanted, language))
  const startOf = ({ assessmentId }: EvidenceUse) =>
    cycleIn(cache, assessmentIn(cache, assessmentId).cycleId).startsOn
  return uses.toSorted(
    (a, b) =>
      compareText(startOf(b), startOf(a)) ||
      compareText(a.assessmentTitle, b.assessmentTitle) ||
      compareCodes(a.criterion, b.criterion),
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function usesOf(
  cache: RecordCache,
  answer: Answer,
  wanted: ReadonlySet<string>,
  language: Language,
): EvidenceUse[] {
  const assessment = assessmentIn(cache, answer.assessmentId)
  const cycle = cycleIn(cache, assessment.cycleId)
  const { code, version } = contentOf(cache, cycle)
  const cited = new Set(citedEvidence(answer.narrative))
  return answer.evidenceIds
    .filter((id) => wanted.has(id))
    .map((evidenceId) => ({
      evidenceId,
      answerId: answer.id,
      assessmentId: assessment.id,
      criterion: answer.criterion,
      framework: { code, version },
      cycleName: nameIn(cycle.names, language),
      assessmentTitle: titleOfScope(cache, assessment.scope, language),
      isCited: cited.has(evidenceId),
    }))
}
