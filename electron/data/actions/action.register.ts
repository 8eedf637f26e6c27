import {
  type Action,
  type actionColumns,
  type ActionFilter,
  actionPrioritySchema,
  type ActionSummary,
  standingSchema,
} from '../../../shared/actions/action.ts'
import { checkDay, daysLeft, standingOn } from '../../../shared/actions/action-rules.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { amongIds, daysBetween, oneOf } from '../registers/filter-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { searchableText } from '../registers/record-texts.ts'
import { byAlphabet, byPlaceIn, byValue, type RegisterDefinition } from '../registers/register-view.ts'
import { originName } from './origin-name.ts'

function actionIn(cache: RecordCache, id: string): Action {
  const action = cache.action.get(id)
  if (action === undefined) throw new Error(`no action ${id} in memory`)
  return action
}

const ownerOf = (cache: RecordCache, { ownerId }: Pick<Action, 'ownerId'>): string =>
  ownerId === null ? '' : (cache.person.get(ownerId)?.name ?? '')

/** An action as a row on a day. */
export function summariseAction(cache: RecordCache, id: string, on: Day, language: Language): ActionSummary {
  const action = actionIn(cache, id)
  const { revision, isSample, title, ownerId, dueOn, priority, state, closedOn, effectiveness } = action
  return {
    id,
    revision,
    isSample,
    title,
    ownerId,
    dueOn,
    priority,
    state,
    closedOn,
    effectiveness,
    carriedFromId: action.carriedFromId,
    standing: standingOn(action, on),
    ownerName: ownerOf(cache, action),
    daysLeft: daysLeft(action, on),
    checkOn: checkDay(action),
    originKind: action.origin.kind,
    originName: originName(cache, action.origin, language),
    evidenceCount: action.closureEvidenceIds.length + (cache.attachments.get(id) ?? 0),
  }
}

/** Actions as a register. */
export const actionRegister: RegisterDefinition<ActionSummary, ActionFilter, (typeof actionColumns)[number]> =
  {
    entity: 'action',
    text(cache, id) {
      const action = actionIn(cache, id)
      const code = action.origin.kind === 'criterion' ? action.origin.criterion : ''
      return searchableText([action.title], [action.why, action.result, ownerOf(cache, action), code])
    },
    summary: summariseAction,
    columns: {
      standing: byPlaceIn(standingSchema.options, (row) => row.standing),
      title: byAlphabet((row) => row.title),
      ownerName: byAlphabet((row) => row.ownerName),
      dueOn: byValue((row) => row.dueOn),
      priority: byPlaceIn(actionPrioritySchema.options, (row) => row.priority),
      originName: byAlphabet((row) => row.originName),
      closedOn: byValue((row) => row.closedOn),
      checkOn: byValue((row) => row.checkOn),
      evidenceCount: byValue((row) => row.evidenceCount),
    },
    filters: [
      oneOf(
        'standings',
        (filter) => filter.standings,
        (row) => [row.standing],
      ),
      oneOf(
        'owners',
        (filter) => filter.owners,
        (row) => [row.ownerId ?? ''],
      ),
      oneOf(
        'priorities',
        (filter) => filter.priorities,
        (row) => [row.priority],
      ),
      oneOf(
        'originKinds',
        (filter) => filter.originKinds,
        (row) => [row.originKind],
      ),
      daysBetween(
        'dueTo',
        ({ dueFrom, dueTo }) => [dueFrom, dueTo],
        (row) => row.dueOn,
      ),
      {
        name: 'assessmentId',
        test({ assessmentId }, cache) {
          if (assessmentId === null) return null
          return ({ id }) => cache.links.targetsOf(id).has(assessmentId)
        },
      },
      amongIds(),
    ],
    groups: {
      standing: (row) => row.standing,
      ownerName: (row) => row.ownerName,
      priority: (row) => row.priority,
      originName: (row) => row.originName,
    },
  }
