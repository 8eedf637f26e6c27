import { addMonths, daysBetween } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import type { Action, ActionFields, ActionState, Standing } from './action.ts'

type Timed = Pick<Action, 'state' | 'dueOn' | 'closedOn' | 'checkAfterMonths' | 'effectiveness'>

/** Somebody still has to do it. */
export const isRunning = ({ state }: Pick<ActionFields, 'state'>): boolean =>
  state === 'open' || state === 'in-progress'

/**
 * From which states a state is reached. What is done or dropped is opened again before it becomes the other; `carried`
 * is the carry-over's to give.
 */
const reachedFrom: Readonly<Record<ActionState, readonly ActionState[]>> = {
  open: ['in-progress', 'done', 'dropped', 'carried'],
  'in-progress': ['open', 'done', 'dropped', 'carried'],
  done: ['open', 'in-progress'],
  dropped: ['open', 'in-progress'],
  carried: ['open', 'in-progress'],
}

/** Whether a person may move an action from one state to the other. */
export const canMove = (from: ActionState, to: ActionState): boolean =>
  from === to || reachedFrom[to].includes(from)

/** The states on the board, in the order of work. */
export const boardStates = ['open', 'in-progress', 'done', 'dropped'] as const
export type BoardState = (typeof boardStates)[number]

/** The fields in another state: closing has a day, and what is opened again is neither closed nor judged. */
export function moveTo(fields: ActionFields, state: ActionState, today: Day): ActionFields {
  if (isRunning({ state }))
    return { ...fields, state, closedOn: null, effectiveness: null, effectivenessOn: null }
  return { ...fields, state, closedOn: fields.closedOn ?? today }
}

/** The day from which on somebody looks whether a finished action helped; null: nothing to look at. */
export function checkDay({ state, closedOn, checkAfterMonths, effectiveness }: Timed): Day | null {
  if (state !== 'done' || closedOn === null || effectiveness !== null) return null
  return addMonths(closedOn, checkAfterMonths)
}

/** How the action stands on the day. The due day itself is not late. */
export function standingOn(action: Timed, on: Day): Standing {
  if (isRunning(action) && action.dueOn !== null && action.dueOn < on) return 'overdue'
  const check = checkDay(action)
  return check !== null && check <= on ? 'check-due' : action.state
}

/** Days until a running action is due, negative when that is past; null: it is over or has no day. */
export const daysLeft = (action: Timed, on: Day): number | null =>
  isRunning(action) && action.dueOn !== null ? daysBetween(on, action.dueOn) : null

/**
 * What is wrong with the fields. Done needs evidence, or a result with its day; dropping says why; the effect is judged
 * after closing.
 */
export function checkAction(fields: ActionFields): Problem[] {
  const problems: Problem[] = []
  if (fields.title === '') problems.push(errorAt('action-title-missing', 'title'))
  if (isRunning(fields)) problems.push(...checkRunning(fields))
  else problems.push(...checkClosed(fields))
  return [...problems, ...checkEffect(fields)]
}

function checkRunning({ closedOn, ownerId, dueOn }: ActionFields): Problem[] {
  const problems: Problem[] = []
  if (closedOn !== null) problems.push(errorAt('action-closed-day-early', 'closedOn'))
  if (ownerId === null) problems.push(warningAt('action-without-owner', 'ownerId'))
  if (dueOn === null) problems.push(warningAt('action-without-due-day', 'dueOn'))
  return problems
}

function checkClosed({ state, closedOn, result, closureEvidenceIds }: ActionFields): Problem[] {
  const problems: Problem[] = []
  const saysNothing = result.trim() === ''
  if (state === 'done' && saysNothing && closureEvidenceIds.length === 0)
    problems.push(errorAt('action-done-without-evidence', 'result'))
  if (state === 'dropped' && saysNothing) problems.push(errorAt('action-dropped-without-reason', 'result'))
  if (closedOn === null) problems.push(errorAt('action-closed-day-missing', 'closedOn'))
  return problems
}

function checkEffect({ state, closedOn, effectiveness, effectivenessOn }: ActionFields): Problem[] {
  if (effectiveness === null) return []
  if (state !== 'done') return [errorAt('action-effect-early', 'effectiveness')]
  if (effectivenessOn === null) return [errorAt('action-effect-day-missing', 'effectivenessOn')]
  return closedOn !== null && effectivenessOn < closedOn
    ? [errorAt('action-effect-before-closing', 'effectivenessOn')]
    : []
}

/** Refuses a state that is not reached from the present one. */
export function checkMove(before: ActionState | null, fields: ActionFields): Problem[] {
  const { state } = fields
  // Only the carry-over makes an action that another one goes on with.
  const isAllowed = before === state || (state !== 'carried' && (before === null || canMove(before, state)))
  return isAllowed ? [] : [errorAt('action-state-move', 'state', { state })]
}
