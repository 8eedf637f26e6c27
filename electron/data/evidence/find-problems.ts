import type { EvidenceFindingRow } from '../../../shared/evidence/evidence.contract.ts'
import {
  type CheckedAnswer,
  type CheckedEvidence,
  checkLibrary,
  fileOfPiece,
} from '../../../shared/evidence/evidence-checks.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { listKeptFiles } from '../attachments/kept-files.ts'
import { assessmentIn, cycleIn, titleOfScope } from '../assessment/assessment-views.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import type { Reader } from '../workspace/database.ts'

/** What the checks of the library find on the day, as rows that name what they concern. */
export async function findLibraryProblems(
  db: Reader,
  cache: RecordCache,
  { on, language }: { on: Day; language: Language },
): Promise<EvidenceFindingRow[]> {
  const files = await listKeptFiles(db, 'evidence')
  const pieces = [...cache.evidence.values()].map((piece): CheckedEvidence => {
    const stored = fileOfPiece(files.get(piece.id) ?? [], piece.fileSha256)
    return {
      ...piece,
      useCount: cache.links.sourcesOf(piece.id).size,
      storedSha256: stored?.sha256 ?? null,
    }
  })
  return checkLibrary(pieces, openAnswers(cache), on).map((finding): EvidenceFindingRow => {
    const record = { entity: finding.about, id: finding.id }
    if (finding.about === 'evidence') {
      const piece = cache.evidence.get(finding.id)
      const label = piece === undefined ? '' : nameIn(piece.names, language)
      return { ...finding.problem, record, label, place: null }
    }
    const { assessmentId, criterion } = finding
    const { cycleId, scope } = assessmentIn(cache, assessmentId)
    const title = titleOfScope(cache, scope, language)
    const label = [criterion, nameIn(cycleIn(cache, cycleId).names, language), title].join(' · ')
    return { ...finding.problem, record, label, place: { assessmentId, criterion, title } }
  })
}

/** Answers of cycles that are still worked on. */
function openAnswers(cache: RecordCache): CheckedAnswer[] {
  return [...cache.answer.values()].filter(
    ({ assessmentId }) => !cycleIn(cache, assessmentIn(cache, assessmentId).cycleId).isClosed,
  )
}
