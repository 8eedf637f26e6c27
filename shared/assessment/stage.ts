import type { Problem } from '../kernel/problem.ts'
import { errorAt } from '../kernel/problem.ts'
import type { AnswerFields, Stage } from './answer.ts'

/** What can be done with a text on its way. */
export type Move = 'submit' | 'return' | 'approve' | 'reopen'

const moves: Readonly<Record<Move, { readonly from: readonly Stage[]; readonly to: Stage }>> = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  return: { from: ['submitted', 'approved'], to: 'returned' },
  approve: { from: ['submitted'], to: 'approved' },
  reopen: { from: ['submitted', 'approved'], to: 'draft' },
}

/** The moves that a text at this stage allows, whoever asks. */
export const movesFrom = (stage: Stage): Move[] =>
  (['submit', 'approve', 'return', 'reopen'] as const).filter((move) => moves[move].from.includes(stage))

/** Who moves a text. */
export type Mover = {
  /** Null: nobody is chosen as working, which only a workspace without people allows. */
  readonly personId: string | null
  /** May review and approve by role. */
  readonly mayReview: boolean
}

/**
 * Why the move is refused; empty: it is not. Nobody approves or returns what they wrote themselves, a text is handed in
 * only with a level or with a reason why the criterion does not apply, and sending back says what is missing.
 */
export function checkMove(answer: AnswerFields, move: Move, mover: Mover, note: string): Problem[] {
  const problems: Problem[] = []
  if (!moves[move].from.includes(answer.stage))
    problems.push(errorAt('answer-stage', 'stage', { stage: answer.stage }))
  if (move === 'submit' && answer.level === 0 && answer.notApplicable === null)
    problems.push(errorAt('answer-without-level', 'level'))
  if (move === 'approve' || move === 'return') {
    if (!mover.mayReview) problems.push(errorAt('answer-review-role', 'stage'))
    if (mover.personId !== null && mover.personId === answer.writtenById)
      problems.push(errorAt('answer-own-text', 'stage'))
  }
  if (move === 'return' && note.trim() === '') problems.push(errorAt('answer-note-missing', 'reviewNote'))
  return problems
}

/** The answer after a move that `checkMove` does not refuse. */
export function applyMove(answer: AnswerFields, move: Move, mover: Mover, note: string): AnswerFields {
  const isReview = move === 'approve' || move === 'return'
  return {
    ...answer,
    stage: moves[move].to,
    reviewedById: isReview ? mover.personId : answer.reviewedById,
    reviewNote: move === 'return' ? note.trim() : move === 'approve' ? '' : answer.reviewNote,
  }
}
