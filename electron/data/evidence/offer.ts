import type { Assessment, Scope } from '../../../shared/assessment/assessment.ts'
import type { OfferedEvidence } from '../../../shared/evidence/evidence.contract.ts'
import { offerEvidence, type OfferSource } from '../../../shared/evidence/offer-evidence.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { answersOf, assessmentIn, contentOf, cycleIn } from '../assessment/assessment-views.ts'
import { builtInCrosswalks } from '../frameworks/built-in.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { summariseEvidence } from './evidence.register.ts'

/** Two scopes are the same if they name the same part of the university. */
function isSameScope(one: Scope, other: Scope): boolean {
  if (one.kind === 'programme') return other.kind === 'programme' && one.programmeId === other.programmeId
  if (one.kind === 'faculty')
    return other.kind === 'faculty' && JSON.stringify(one.names) === JSON.stringify(other.names)
  return other.kind === one.kind
}

function sourcesOf(cache: RecordCache, { id, cycleId }: Assessment): OfferSource[] {
  const { code, version } = contentOf(cache, cycleIn(cache, cycleId))
  return answersOf(cache, id).map(({ criterion, evidenceIds }) => ({
    assessmentId: id,
    cycleId,
    framework: { code, version },
    criterion,
    evidenceIds,
  }))
}

/** Evidence worth linking with a criterion of an assessment, as the library shows it, with the reasons. */
export function offerFor(
  cache: RecordCache,
  asked: { assessmentId: string; criterion: string; on: Day; language: Language },
): OfferedEvidence[] {
  const assessment = assessmentIn(cache, asked.assessmentId)
  const cycle = cycleIn(cache, assessment.cycleId)
  const { code, version } = contentOf(cache, cycle)
  const own = answersOf(cache, assessment.id).find(({ criterion }) => criterion === asked.criterion)
  const others = [...cache.assessment.values()].filter(
    ({ id, scope }) => id !== assessment.id && isSameScope(scope, assessment.scope),
  )
  const target = {
    assessmentId: assessment.id,
    cycleId: cycle.id,
    framework: { code, version },
    criterion: asked.criterion,
    evidenceIds: own?.evidenceIds ?? [],
    previousCycleId: cycle.previousCycleId,
  }
  const sources = others.flatMap((other) => sourcesOf(cache, other))
  return offerEvidence(target, sources, builtInCrosswalks).map(({ evidenceId, reasons }) => ({
    evidence: summariseEvidence(cache, evidenceId, asked.on, asked.language),
    reasons: reasons.map((reason) => ({
      ...reason,
      cycleName: nameIn(
        cycleIn(cache, assessmentIn(cache, reason.assessmentId).cycleId).names,
        asked.language,
      ),
    })),
  }))
}
