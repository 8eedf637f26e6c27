import { type Action, type ActionFields, emptyAction } from '../../../shared/actions/action.ts'
import { isRunning, moveTo } from '../../../shared/actions/action-rules.ts'
import type { Assessment, Scope } from '../../../shared/assessment/assessment.ts'
import { criteriaOf } from '../../../shared/frameworks/framework.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { type RevisionReference, withoutMeta } from '../../../shared/kernel/record.ts'
import { assessmentsOf, contentOf, cycleIn } from '../assessment/assessment-views.ts'
import type { DataContext } from '../context.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { actionStore } from './action.repository.ts'

type Cycles = { readonly fromCycleId: string; readonly toCycleId: string }

/** Scopes are the same when they say the same; the names of a faculty are its identity. */
const scopeKey = (scope: Scope): string => {
  if (scope.kind === 'faculty') return [scope.kind, scope.names.kk, scope.names.ru, scope.names.en].join('|')
  return scope.kind === 'programme' ? scope.programmeId : scope.kind
}

type Continuation = { readonly action: Action; readonly assessmentId: string; readonly criterion: string }

/** The running actions of the earlier cycle, each with the assessment that goes on with it; null: none does. */
function continuations(cache: RecordCache, { fromCycleId, toCycleId }: Cycles): (Continuation | null)[] {
  const later = cycleIn(cache, toCycleId)
  if (later.isClosed) throw new AppError('cycle-closed')
  cycleIn(cache, fromCycleId)
  const earlier = new Map<string, Assessment>(
    assessmentsOf(cache, fromCycleId).map((each) => [each.id, each]),
  )
  const byScope = new Map(assessmentsOf(cache, toCycleId).map((each) => [scopeKey(each.scope), each.id]))
  const known = new Set(criteriaOf(contentOf(cache, later)).map(({ code }) => code))
  return [...cache.action.values()].flatMap((action) => {
    const { origin } = action
    if (origin.kind !== 'criterion' || !isRunning(action)) return []
    const assessment = earlier.get(origin.assessmentId)
    if (assessment === undefined) return []
    const assessmentId = byScope.get(scopeKey(assessment.scope))
    const { criterion } = origin
    return assessmentId === undefined || !known.has(criterion)
      ? [null]
      : [{ action, assessmentId, criterion }]
  })
}

/** Goes on with the running actions of a cycle in a later one, all together. */
export async function carryOver(
  context: DataContext,
  cycles: Cycles,
): Promise<{ created: RevisionReference[]; left: number }> {
  const all = continuations(await context.registers().upToDate(), cycles)
  const found = all.filter((each) => each !== null)
  const today = context.today()
  const created = await context.database().write(async (tx) => {
    const references: RevisionReference[] = []
    for (const { action, assessmentId, criterion } of found) {
      const fields = withoutMeta<ActionFields>(action)
      await actionStore.update(tx, action, moveTo(fields, 'carried', today))
      const { title, why, ownerId, dueOn, priority, state, result, closureEvidenceIds } = fields
      const { id, revision } = await actionStore.insert(tx, {
        ...emptyAction,
        title,
        why,
        ownerId,
        dueOn,
        priority,
        state,
        result,
        closureEvidenceIds,
        checkAfterMonths: fields.checkAfterMonths,
        origin: { kind: 'criterion', assessmentId, criterion },
        carriedFromId: action.id,
      })
      references.push({ id, revision })
    }
    return references
  })
  return { created, left: all.length - found.length }
}

/** Removes actions that a carry-over made, and opens those again that they went on with. */
export async function takeBackCarryOver(
  context: DataContext,
  ids: readonly string[],
): Promise<RevisionReference[]> {
  return context.database().write(async (tx) => {
    const later = await actionStore.listByIds(tx.trx, ids)
    const removed = await actionStore.removeMany(tx, later)
    for (const { carriedFromId, state } of later) {
      if (carriedFromId === null) continue
      const before = await actionStore.get(tx.trx, carriedFromId)
      if (before.state !== 'carried') continue
      const running = isRunning({ state }) ? state : 'open'
      await actionStore.update(
        tx,
        before,
        moveTo(withoutMeta<ActionFields>(before), running, context.today()),
      )
    }
    return removed
  })
}
