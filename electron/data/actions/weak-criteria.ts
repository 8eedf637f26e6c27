import { type ActionFields, emptyAction, type WeakCriterion } from '../../../shared/actions/action.ts'
import type { Answer, AnswerHead } from '../../../shared/assessment/answer.ts'
import { sectionOf } from '../../../shared/assessment/assessment.ts'
import { criteriaByStandard } from '../../../shared/assessment/score.ts'
import { compareCodes } from '../../../shared/frameworks/codes.ts'
import { criteriaOf } from '../../../shared/frameworks/framework.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language, RevisionReference } from '../../../shared/kernel/record.ts'
import {
  answersOf,
  assessmentsOf,
  contentOf,
  isDoubleDegree,
  titleOfScope,
} from '../assessment/assessment-views.ts'
import { readAnswers } from '../assessment/read-answers.ts'
import type { DataContext } from '../context.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { actionStore } from './action.repository.ts'

const longestTitle = 500

type CriterionPlace = { readonly assessmentId: string; readonly criterion: string }

const keyOf = ({ assessmentId, criterion }: CriterionPlace): string => `${assessmentId} ${criterion}`

/** The criteria that have an action, in whatever state. */
function plannedCriteria(cache: RecordCache): ReadonlySet<string> {
  return new Set(
    [...cache.action.values()].flatMap(({ origin }) => (origin.kind === 'criterion' ? keyOf(origin) : [])),
  )
}

/** Level 1 or 2. What is not assessed is not weak yet, and what does not apply never is. */
const weakLevel = ({ level, notApplicable }: AnswerHead): 1 | 2 | null =>
  notApplicable === null && (level === 1 || level === 2) ? level : null

type Weak = { readonly answer: AnswerHead; readonly row: WeakCriterion }

function weakOf(cache: RecordCache, cycleId: string | null, language: Language): Weak[] {
  const planned = plannedCriteria(cache)
  return [...cache.cycle.values()]
    .filter(({ id, isClosed }) => !isClosed && (cycleId === null || cycleId === id))
    .flatMap((cycle) => {
      const content = contentOf(cache, cycle)
      const criteria = new Map(criteriaOf(content).map((criterion) => [criterion.code, criterion]))
      const { code, version } = content
      return assessmentsOf(cache, cycle.id).flatMap((assessment) => {
        const parts = criteriaByStandard(content, isDoubleDegree(cache, assessment.scope))
        const standardOf = new Map(
          parts.flatMap((part) => part.criteria.map((each) => [each, part.standard] as const)),
        )
        const scope = titleOfScope(cache, assessment.scope, language)
        return answersOf(cache, assessment.id)
          .toSorted((a, b) => compareCodes(a.criterion, b.criterion))
          .flatMap((answer): Weak[] => {
            const level = weakLevel(answer)
            const standard = standardOf.get(answer.criterion)
            if (level === null || standard === undefined || planned.has(keyOf(answer))) return []
            const row = {
              assessmentId: assessment.id,
              criterion: answer.criterion,
              cycleId: cycle.id,
              cycleName: nameIn(cycle.names, language),
              scope,
              framework: { code, version },
              text: criteria.get(answer.criterion)?.text[language] ?? '',
              level,
              ownerId: answer.ownerId ?? sectionOf(assessment, standard).ownerId,
            }
            return [{ answer, row }]
          })
      })
    })
}

/** The criteria of level 1 or 2 in open cycles for which nobody plans anything, by cycle, scope and code. */
export const weakCriteria = (
  cache: RecordCache,
  { cycleId, language }: { readonly cycleId: string | null; readonly language: Language },
): WeakCriterion[] => weakOf(cache, cycleId, language).map(({ row }) => row)

/** The first line of what is recommended is what is to be done; without one, the criterion itself. */
function draftOf({ row }: Weak, { weaknesses, recommendations }: Answer): ActionFields {
  const [firstLine = ''] = recommendations
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return {
    ...emptyAction,
    title: (firstLine === '' ? `${row.criterion}. ${row.text}` : firstLine).slice(0, longestTitle).trim(),
    why: weaknesses,
    origin: { kind: 'criterion', assessmentId: row.assessmentId, criterion: row.criterion },
    ownerId: row.ownerId,
    priority: row.level === 1 ? 'high' : 'normal',
  }
}

/** Drafts an action for each of the criteria that is weak and has none. */
export async function draftFromCriteria(
  context: DataContext,
  wanted: { readonly criteria: readonly CriterionPlace[]; readonly language: Language },
): Promise<RevisionReference[]> {
  const keys = new Set(wanted.criteria.map(keyOf))
  const cache = await context.registers().upToDate()
  const weak = weakOf(cache, null, wanted.language).filter(({ row }) => keys.has(keyOf(row)))
  return context.database().write(async (tx) => {
    const ids = weak.map(({ answer }) => answer.id)
    const answers = await readAnswers(tx.trx, ids)
    const created: RevisionReference[] = []
    for (const each of weak) {
      const answer = answers.get(each.answer.id)
      if (answer === undefined) continue
      const { id, revision } = await actionStore.insert(tx, draftOf(each, answer))
      created.push({ id, revision })
    }
    return created
  })
}
