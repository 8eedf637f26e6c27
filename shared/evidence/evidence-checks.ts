import type { Day } from '../kernel/day.ts'
import type { Problem } from '../kernel/problem.ts'
import { warningAt } from '../kernel/problem.ts'
import { type Evidence, validityOn } from './evidence.ts'

/** A piece of evidence with what the checks of the library need to know about it. */
export type CheckedEvidence = Pick<
  Evidence,
  'id' | 'kind' | 'validUntil' | 'isReachable' | 'checkedOn' | 'fileSha256'
> & {
  /** Number of records that use it. */
  readonly useCount: number
  /** SHA-256 of the file that is kept with it now; null: no file, or its content is gone. */
  readonly storedSha256: string | null
}

/** The file that stands for a piece: the one with the content that was added, else the newest; undefined: none. */
export function fileOfPiece<F extends { readonly sha256: string }>(
  files: readonly F[],
  sha256: string,
): F | undefined {
  return files.find((file) => file.sha256 === sha256) ?? files.at(-1)
}

/** The answer to one criterion, as far as the checks of evidence need it. */
export type CheckedAnswer = {
  readonly id: string
  readonly assessmentId: string
  readonly criterion: string
  readonly level: number
  readonly evidenceIds: readonly string[]
}

/** A finding with the record it concerns: a piece of evidence, or an answer that has none. */
export type EvidenceFinding =
  | { readonly about: 'evidence'; readonly id: string; readonly problem: Problem }
  | {
      readonly about: 'answer'
      readonly id: string
      readonly assessmentId: string
      readonly criterion: string
      readonly problem: Problem
    }

/**
 * The five checks of the library (field-notes Q8): evidence that nothing uses, criteria that are judged without
 * evidence, evidence out of date, files and pages that are gone, and files that are not what was added. Answers are those
 * of open cycles; a judged criterion is one with a level of 1 or more.
 */
export function checkLibrary(
  evidence: Iterable<CheckedEvidence>,
  answers: Iterable<CheckedAnswer>,
  on: Day,
): EvidenceFinding[] {
  const findings: EvidenceFinding[] = []
  for (const piece of evidence) {
    for (const problem of checkPiece(piece, on)) findings.push({ about: 'evidence', id: piece.id, problem })
  }
  for (const { id, assessmentId, criterion, level, evidenceIds } of answers) {
    if (level === 0 || evidenceIds.length > 0) continue
    const problem = warningAt('evidence-none-for-criterion', 'evidenceIds', { code: criterion })
    findings.push({ about: 'answer', id, assessmentId, criterion, problem })
  }
  return findings
}

function* checkPiece(piece: CheckedEvidence, on: Day): Generator<Problem> {
  if (piece.useCount === 0) yield warningAt('evidence-unused', '')
  if (piece.validUntil !== null && validityOn(piece, on) === 'outdated')
    yield warningAt('evidence-outdated', 'validUntil', { day: piece.validUntil })
  if (piece.kind === 'link') {
    if (piece.isReachable === false)
      yield warningAt('evidence-link-dead', 'isReachable', { day: piece.checkedOn ?? on })
  } else if (piece.storedSha256 === null) {
    yield warningAt('evidence-file-dead', 'fileSha256')
  } else if (piece.storedSha256 !== piece.fileSha256) {
    yield warningAt('evidence-file-changed', 'fileSha256')
  }
}
