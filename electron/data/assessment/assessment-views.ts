import type { AnswerHead } from '../../../shared/assessment/answer.ts'
import type { AssessmentSummary, OpenAssessment } from '../../../shared/assessment/assessment.contract.ts'
import type { Assessment, Scope } from '../../../shared/assessment/assessment.ts'
import type { Cycle, CycleSummary } from '../../../shared/assessment/cycle.ts'
import { scoreStandards } from '../../../shared/assessment/score.ts'
import type { FrameworkContent } from '../../../shared/frameworks/framework.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { RecordCache } from '../registers/record-cache.ts'

/** The cycle; refuses with `not-found`. */
export function cycleIn(cache: RecordCache, id: string): Cycle {
  const cycle = cache.cycle.get(id)
  if (cycle === undefined) throw new AppError('not-found', { entity: 'cycle' })
  return cycle
}

/** The assessment; refuses with `not-found`. */
export function assessmentIn(cache: RecordCache, id: string): Assessment {
  const assessment = cache.assessment.get(id)
  if (assessment === undefined) throw new AppError('not-found', { entity: 'assessment' })
  return assessment
}

/** What the cycle's framework asks. */
export function contentOf(cache: RecordCache, { frameworkId }: Pick<Cycle, 'frameworkId'>): FrameworkContent {
  const framework = cache.framework.get(frameworkId)
  if (framework === undefined) throw new AppError('not-found', { entity: 'framework' })
  return framework.content
}

/** The answers of an assessment without their texts. */
export function answersOf(cache: RecordCache, assessmentId: string): AnswerHead[] {
  return [...cache.links.sourcesOf(assessmentId)].flatMap((id) => {
    const answer = cache.answer.get(id)
    return answer?.assessmentId === assessmentId ? [answer] : []
  })
}

/** Whether criteria for double-degree programmes apply: to such a programme, and to wider scopes always. */
export function isDoubleDegree(cache: RecordCache, scope: Scope): boolean {
  if (scope.kind !== 'programme') return true
  return cache.programme.get(scope.programmeId)?.features.includes('double') ?? false
}

/** What people call the scope. */
export function titleOfScope(cache: RecordCache, scope: Scope, language: Language): string {
  if (scope.kind === 'faculty') return nameIn(scope.names, language)
  if (scope.kind === 'programme') {
    const programme = cache.programme.get(scope.programmeId)
    return programme === undefined ? '' : [programme.code, nameIn(programme.names, language)].join(' ').trim()
  }
  const [institution] = cache.institution.values()
  return institution === undefined ? '' : nameIn(institution.names, language)
}

/** One assessment with its scores. */
export function summarise(cache: RecordCache, assessment: Assessment, language: Language): AssessmentSummary {
  const content = contentOf(cache, cycleIn(cache, assessment.cycleId))
  const isDouble = isDoubleDegree(cache, assessment.scope)
  return {
    ...assessment,
    title: titleOfScope(cache, assessment.scope, language),
    isDoubleDegree: isDouble,
    ...scoreStandards(content, answersOf(cache, assessment.id), isDouble),
  }
}

/** The assessments of a cycle, the university first, then by name. */
export function assessmentsOf(cache: RecordCache, cycleId: string): Assessment[] {
  return [...cache.links.sourcesOf(cycleId)].flatMap((id) => {
    const assessment = cache.assessment.get(id)
    return assessment?.cycleId === cycleId ? [assessment] : []
  })
}

/** Everything about one assessment but its texts. */
export function openAssessment(cache: RecordCache, id: string, language: Language): OpenAssessment {
  const assessment = assessmentIn(cache, id)
  const cycle = cycleIn(cache, assessment.cycleId)
  return {
    summary: summarise(cache, assessment, language),
    cycle,
    content: contentOf(cache, cycle),
    answers: answersOf(cache, id),
  }
}

/** All cycles with how far they are, the latest first. */
export function listCycles(cache: RecordCache): CycleSummary[] {
  const summaries = [...cache.cycle.values()].map((cycle): CycleSummary => {
    const content = contentOf(cache, cycle)
    const assessments = assessmentsOf(cache, cycle.id)
    const totals = assessments.map(
      ({ id, scope }) => scoreStandards(content, answersOf(cache, id), isDoubleDegree(cache, scope)).total,
    )
    const applicable = totals.reduce((sum, total) => sum + total.applicable, 0)
    const assessed = totals.reduce((sum, total) => sum + total.assessed, 0)
    return {
      ...cycle,
      framework: { code: content.code, version: content.version },
      assessmentCount: assessments.length,
      applicable,
      assessed,
      progress: applicable === 0 ? null : assessed / applicable,
    }
  })
  return summaries.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : a.startsOn > b.startsOn ? -1 : 0))
}
