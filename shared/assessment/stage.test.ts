import { describe, expect, it, test } from 'vitest'
import { type AnswerFields, emptyAnswer, stageSchema } from './answer.ts'
import { applyMove, checkMove, type Move, movesFrom, type Mover } from './stage.ts'

const author = '0198c5a0-0000-7000-8000-000000000001'
const reviewer = '0198c5a0-0000-7000-8000-000000000002'
const answer = (change: Partial<AnswerFields>): AnswerFields => ({
  ...emptyAnswer('0198c5a0-0000-7000-8000-00000000000a', '1.1.a'),
  level: 3,
  writtenById: author,
  ...change,
})
const asReviewer: Mover = { personId: reviewer, mayReview: true }
const rulesOf = (fields: AnswerFields, move: Move, mover: Mover, note = '') =>
  checkMove(fields, move, mover, note).map(({ rule }) => rule)

describe('the way of a text', () => {
  it('goes from draft over submitted to approved, and back with a note', () => {
    const submitted = applyMove(answer({}), 'submit', { personId: author, mayReview: false }, '')
    expect(submitted.stage).toBe('submitted')
    expect(rulesOf(submitted, 'return', asReviewer)).toEqual(['answer-note-missing'])
    const returned = applyMove(submitted, 'return', asReviewer, ' Дерек жоқ ')
    expect(returned).toMatchObject({ stage: 'returned', reviewNote: 'Дерек жоқ', reviewedById: reviewer })
    const again = applyMove(returned, 'submit', { personId: author, mayReview: false }, '')
    expect(applyMove(again, 'approve', asReviewer, '')).toMatchObject({ stage: 'approved', reviewNote: '' })
  })

  test('Q11: a contributor cannot approve, and nobody approves their own text', () => {
    const submitted = answer({ stage: 'submitted' })
    expect(rulesOf(submitted, 'approve', { personId: reviewer, mayReview: false })).toEqual([
      'answer-review-role',
    ])
    expect(rulesOf(submitted, 'approve', { personId: author, mayReview: true })).toEqual(['answer-own-text'])
    expect(rulesOf(submitted, 'approve', asReviewer)).toEqual([])
  })

  it('is handed in with a level or a reason why the criterion does not apply', () => {
    const mover = { personId: author, mayReview: false }
    expect(rulesOf(answer({ level: 0 }), 'submit', mover)).toEqual(['answer-without-level'])
    expect(rulesOf(answer({ level: 0, notApplicable: 'жоқ' }), 'submit', mover)).toEqual([])
  })

  it.each(stageSchema.options)('offers at %s exactly the moves that the rule lets through', (stage) => {
    const all: Move[] = ['submit', 'return', 'approve', 'reopen']
    const allowed = all.filter((move) => rulesOf(answer({ stage }), move, asReviewer, 'note').length === 0)
    expect(movesFrom(stage).toSorted()).toEqual(allowed.toSorted())
  })
})
