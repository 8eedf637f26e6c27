import { describe, expect, it } from 'vitest'
import { type ActionFields, emptyAction } from './action.ts'
import { canMove, checkAction, checkDay, checkMove, moveTo, standingOn } from './action-rules.ts'

const today = '2026-11-22'
const action = (fields: Partial<ActionFields> = {}): ActionFields => ({
  ...emptyAction,
  title: 'Publish the policy',
  ownerId: '01890000-0000-7000-8000-000000000001',
  dueOn: '2026-12-01',
  ...fields,
})
const done = (fields: Partial<ActionFields> = {}) =>
  action({ state: 'done', result: 'Published', closedOn: '2026-05-31', ...fields })
const rulesOf = (fields: ActionFields) => checkAction(fields).map(({ rule }) => rule)

describe('the rules of an action', () => {
  it('find nothing wrong with a planned one, and with one that is finished', () => {
    expect(rulesOf(action())).toEqual([])
    expect(rulesOf(done())).toEqual([])
  })

  it('ask for a title, somebody responsible and a day', () => {
    expect(rulesOf(action({ title: '', ownerId: null, dueOn: null }))).toEqual([
      'action-title-missing',
      'action-without-owner',
      'action-without-due-day',
    ])
  })

  it('ask for evidence or a result, and for the day, when it is done', () => {
    expect(rulesOf(done({ result: ' ', closedOn: null }))).toEqual([
      'action-done-without-evidence',
      'action-closed-day-missing',
    ])
    const closureEvidenceIds = ['01890000-0000-7000-8000-000000000002']
    expect(rulesOf(done({ result: '', closureEvidenceIds }))).toEqual([])
  })

  it('ask why it was dropped', () => {
    expect(rulesOf(done({ state: 'dropped', result: '' }))).toEqual(['action-dropped-without-reason'])
  })

  it('let the effect be judged after closing only, with a day', () => {
    expect(rulesOf(action({ effectiveness: 'effective' }))).toEqual(['action-effect-early'])
    expect(rulesOf(done({ effectiveness: 'effective' }))).toEqual(['action-effect-day-missing'])
    expect(rulesOf(done({ effectiveness: 'effective', effectivenessOn: '2026-05-30' }))).toEqual([
      'action-effect-before-closing',
    ])
  })
})

describe('the way of an action', () => {
  it('never leads from done to dropped, or back to a state by hand that only the carry-over gives', () => {
    expect(canMove('done', 'dropped')).toBe(false)
    expect(canMove('dropped', 'open')).toBe(true)
    expect(checkMove('open', action({ state: 'carried' })).map(({ rule }) => rule)).toEqual([
      'action-state-move',
    ])
    expect(checkMove('carried', action({ state: 'carried' }))).toEqual([])
    expect(checkMove(null, done())).toEqual([])
  })

  it('gives the day of closing, and takes it and the judgement away when it is opened again', () => {
    const closed = moveTo(action(), 'done', today)
    expect(closed.closedOn).toBe(today)
    const judged = { ...closed, effectiveness: 'effective' as const, effectivenessOn: today }
    expect(moveTo(judged, 'in-progress', today)).toMatchObject({
      closedOn: null,
      effectiveness: null,
      effectivenessOn: null,
    })
  })

  it('is late after its due day, and is looked at again so many months after closing', () => {
    expect(standingOn(action(), '2026-12-01')).toBe('open')
    expect(standingOn(action(), '2026-12-02')).toBe('overdue')
    expect(checkDay(done())).toBe('2026-11-30')
    expect(standingOn(done(), '2026-11-29')).toBe('done')
    expect(standingOn(done(), '2026-11-30')).toBe('check-due')
    expect(checkDay(done({ effectiveness: 'not-effective' }))).toBeNull()
  })
})
