import { checkNames } from '../kernel/name-rules.ts'
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import { findPersonalTraces } from './personal-words.ts'
import { isTooSmall, smallestGroup, sumOf } from './protect-answers.ts'
import { questionKey } from './results.ts'
import { scalePoints, type Survey, type SurveyFields, type SurveyQuestion } from './survey.ts'

const limit = { smallest: smallestGroup }

/** Checks the fields of a survey by themselves; nothing of fewer than five answers may be stored. */
export function checkSurvey(fields: SurveyFields): Problem[] {
  return [
    ...checkNames(fields.names),
    ...checkNumbers(fields),
    ...fields.questions.flatMap((question, place) => checkQuestion(fields, question, place)),
    ...checkGroups(fields),
    ...checkQuotes(fields),
  ]
}

function checkNumbers({ invited, answered, questions }: SurveyFields): Problem[] {
  const problems: Problem[] = []
  if (isTooSmall(answered)) problems.push(errorAt('survey-too-few', 'answered', { answered, ...limit }))
  if (invited === null) problems.push(warningAt('survey-invited-missing', 'invited'))
  else if (invited < answered)
    problems.push(errorAt('survey-more-answers-than-invited', 'invited', { invited, answered }))
  const codes = questions.map(({ code }) => code)
  codes.forEach((code, place) => {
    if (codes.indexOf(code) < place)
      problems.push(errorAt('survey-question-twice', `questions.${place}.code`, { code }))
  })
  return problems
}

function checkQuestion(
  { answered, groups }: SurveyFields,
  { scale, counts, groups: split }: SurveyQuestion,
  place: number,
): Problem[] {
  const field = `questions.${place}.counts`
  const points = Math.max(1, scalePoints[scale])
  if ([counts, ...split].some((each) => each !== null && each.length !== points))
    return [errorAt('survey-counts-form', field, { points })]
  if (split.length > 0 && split.length !== groups.length)
    return [errorAt('survey-counts-form', field, { points: groups.length })]
  if (counts === null) return []
  const n = sumOf(counts)
  if (isTooSmall(n)) return [errorAt('survey-small-group', field, { answered: n, ...limit })]
  if (n > answered) return [errorAt('survey-counts-too-many', field, { count: n, answered })]
  const shown = split.flatMap((each) => (each === null ? [] : [sumOf(each)]))
  if (shown.some(isTooSmall)) return [errorAt('survey-small-group', field, limit)]
  const isRevealing = split.includes(null) && isTooSmall(n - sumOf(shown))
  return isRevealing ? [errorAt('survey-difference', field, limit)] : []
}

function checkGroups({ groups, answered }: SurveyFields): Problem[] {
  if (groups.length === 0) return []
  if (groups.some((group) => isTooSmall(group.answered)))
    return [errorAt('survey-small-group', 'groups', limit)]
  const rest = answered - sumOf(groups.map((group) => group.answered))
  return isTooSmall(rest) ? [errorAt('survey-difference', 'groups', limit)] : []
}

function checkQuotes({ quotes }: SurveyFields): Problem[] {
  return quotes.flatMap(({ text }, place) =>
    findPersonalTraces(text).length === 0 ? [] : [warningAt('survey-quote-personal', `quotes.${place}.text`)],
  )
}

/**
 * Checks a survey against the others: when one survey asked the whole university and others asked programmes the same
 * question in the same period, what is left of the whole after the programmes may not be fewer than five people.
 */
export function checkDifference(fields: SurveyFields, others: readonly Survey[]): Problem[] {
  const same = others.filter(
    (other) =>
      other.audience === fields.audience &&
      other.period.academicYear === fields.period.academicYear &&
      other.period.part === fields.period.part &&
      sharesQuestion(other, fields),
  )
  const all: readonly SurveyFields[] = [...same, fields]
  const programmes = all.filter(({ programmeId }) => programmeId !== null)
  if (programmes.length === 0) return []
  const parts = sumOf(programmes.map(({ answered }) => answered))
  const isRevealing = all.some(
    ({ programmeId, answered }) => programmeId === null && isTooSmall(answered - parts),
  )
  return isRevealing ? [errorAt('survey-difference', 'answered', limit)] : []
}

function sharesQuestion(a: SurveyFields, b: SurveyFields): boolean {
  const keys = new Set(a.questions.map(questionKey))
  return b.questions.some((question) => keys.has(questionKey(question)))
}
