import { foldText } from '../kernel/fold.ts'
import { smallestGroup, sumOf } from './protect-answers.ts'
import type { BankQuestion } from './question-bank.ts'
import {
  scalePoints,
  type Survey,
  type SurveyFields,
  type SurveyQuestion,
  type SurveyScale,
} from './survey.ts'

/** What the answers to a question say; null where fewer than five answered. */
export type QuestionResult = {
  readonly n: number | null
  /** On the scale of the question, from 1; for yes and no the share of yes is the score. */
  readonly mean: number | null
  /** From 0 (worst) to 1 (best), comparable between scales. */
  readonly score: number | null
}

const unpublished: QuestionResult = { n: null, mean: null, score: null }

/** Mean and score of counted answers. */
export function resultOf(scale: SurveyScale, counts: readonly number[] | null): QuestionResult {
  if (counts === null) return unpublished
  const n = sumOf(counts)
  if (n > 0 && n < smallestGroup) return unpublished
  const points = scalePoints[scale]
  if (n === 0 || points < 2) return { n, mean: null, score: null }
  const mean = sumOf(counts.map((count, place) => count * (place + 1))) / n
  return { n, mean, score: (mean - 1) / (points - 1) }
}

/** Answered of invited; null: not known how many were invited. */
export function responseRate({
  invited,
  answered,
}: Pick<SurveyFields, 'invited' | 'answered'>): number | null {
  return invited === null || invited === 0 ? null : answered / invited
}

/**
 * The satisfaction that a survey shows, from 0 to 1: the mean score of its questions about the whole (marked so in the
 * bank), else of all questions with a scale, each weighted by its answers. Null: nothing is published.
 */
export function satisfactionOf(
  { questions }: Pick<SurveyFields, 'questions'>,
  bank: readonly BankQuestion[],
): number | null {
  const overall = new Set(bank.filter(({ isOverall }) => isOverall).map(({ code }) => code))
  const whole = questions.filter(({ bankCode }) => bankCode !== null && overall.has(bankCode))
  return weightedScore(whole) ?? weightedScore(questions)
}

function weightedScore(questions: readonly SurveyQuestion[]): number | null {
  const known = questions.flatMap(({ scale, counts }) => {
    const { n, score } = resultOf(scale, counts)
    return n === null || score === null ? [] : [{ n, score }]
  })
  const all = sumOf(known.map(({ n }) => n))
  return all === 0 ? null : sumOf(known.map(({ n, score }) => n * score)) / all
}

/** Names a question over several surveys: its code in the bank, else its folded wording. */
export const questionKey = ({ bankCode, text }: Pick<SurveyQuestion, 'bankCode' | 'text'>): string =>
  bankCode ?? foldText(text)

const parts = ['autumn', 'spring', 'year'] as const

/** Earlier periods first; the whole year stands after its parts. */
export function comparePeriods(a: SurveyFields['period'], b: SurveyFields['period']): number {
  return a.academicYear - b.academicYear || parts.indexOf(a.part) - parts.indexOf(b.part)
}

/** The surveys that are the same one at other times: same audience and programme, in the order of their periods. */
export function seriesOf<S extends Pick<Survey, 'audience' | 'programmeId' | 'period'>>(
  survey: Pick<Survey, 'audience' | 'programmeId'>,
  surveys: readonly S[],
): S[] {
  return surveys
    .filter(({ audience, programmeId }) => audience === survey.audience && programmeId === survey.programmeId)
    .toSorted((a, b) => comparePeriods(a.period, b.period))
}

/** The latest survey of each audience among them. */
export function latestOfEach<S extends Pick<Survey, 'audience' | 'programmeId' | 'period'>>(
  surveys: readonly S[],
): S[] {
  const latest = new Map<string, S>()
  for (const survey of surveys) {
    const key = `${survey.audience} ${survey.programmeId ?? ''}`
    const known = latest.get(key)
    if (known === undefined || comparePeriods(known.period, survey.period) < 0) latest.set(key, survey)
  }
  return [...latest.values()]
}
