import { type FrameworkContent, standardsOf } from '../frameworks/framework.ts'
import type { AnswerHead } from './answer.ts'

type Judged = Pick<AnswerHead, 'criterion' | 'level' | 'notApplicable' | 'stage'>

/** How far some criteria are and how well they are met. */
export type Score = {
  /** Criteria that apply: all but those with a reason why not. */
  applicable: number
  /** Of these, how many have a level from 1 to 4. */
  assessed: number
  approved: number
  /** Assessed of applicable, 0 to 1; null: nothing applies. */
  progress: number | null
  /** Mean of the levels of what is assessed, divided by 4; null: nothing is assessed. */
  score: number | null
}

/**
 * The score over criteria, of which those without an answer count as not assessed. What does not apply counts in neither
 * part, and a criterion only for double-degree programmes does not apply where the scope has none.
 */
export function scoreOf(criteria: readonly string[], answers: ReadonlyMap<string, Judged>): Score {
  const applicable = criteria.filter((criterion) => (answers.get(criterion)?.notApplicable ?? null) === null)
  const judged = applicable.flatMap((criterion) => {
    const answer = answers.get(criterion)
    return answer === undefined || answer.level === 0 ? [] : [answer]
  })
  const sum = judged.reduce((total, { level }) => total + level, 0)
  return {
    applicable: applicable.length,
    assessed: judged.length,
    approved: judged.filter(({ stage }) => stage === 'approved').length,
    progress: applicable.length === 0 ? null : judged.length / applicable.length,
    score: judged.length === 0 ? null : sum / judged.length / 4,
  }
}

export type StandardScore = Score & { standard: string }

/** Codes of the criteria that an assessment has to answer, by standard, in the order of the framework. */
export function criteriaByStandard(
  content: FrameworkContent,
  isDoubleDegree: boolean,
): { standard: string; criteria: string[] }[] {
  return standardsOf(content).map(({ code, criteria }) => ({
    standard: code,
    criteria: criteria
      .filter(({ onlyFor }) => onlyFor === null || isDoubleDegree)
      .map((criterion) => criterion.code),
  }))
}

/** The score of every standard, and of all of them together. */
export function scoreStandards(
  content: FrameworkContent,
  answers: readonly Judged[],
  isDoubleDegree: boolean,
): { standards: StandardScore[]; total: Score } {
  const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]))
  const parts = criteriaByStandard(content, isDoubleDegree)
  return {
    standards: parts.map(({ standard, criteria }) => ({ standard, ...scoreOf(criteria, byCriterion) })),
    total: scoreOf(
      parts.flatMap(({ criteria }) => criteria),
      byCriterion,
    ),
  }
}
