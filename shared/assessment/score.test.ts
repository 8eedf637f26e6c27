import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { AnswerHead } from './answer.ts'
import { scoreOf } from './score.ts'

type Judged = Pick<AnswerHead, 'criterion' | 'level' | 'notApplicable' | 'stage'>

const answer = (criterion: string, level: Judged['level'], notApplicable: string | null = null): Judged => ({
  criterion,
  level,
  notApplicable,
  stage: 'draft',
})

const byCriterion = (answers: readonly Judged[]) => new Map(answers.map((each) => [each.criterion, each]))

describe('the score of criteria', () => {
  test('Q5: the score leaves out what does not apply', () => {
    const answers = byCriterion([answer('a', 4), answer('b', 2), answer('c', 0, 'no such unit')])
    expect(scoreOf(['a', 'b', 'c', 'd'], answers)).toEqual({
      applicable: 3,
      assessed: 2,
      approved: 0,
      progress: 2 / 3,
      score: 6 / 2 / 4,
    })
  })

  it('is nothing, not zero, where nothing is assessed or applies', () => {
    expect(scoreOf(['a'], new Map())).toMatchObject({ progress: 0, score: null })
    expect(scoreOf(['a'], byCriterion([answer('a', 0, 'why')]))).toMatchObject({
      applicable: 0,
      progress: null,
      score: null,
    })
  })

  it('lies between a quarter and one, and progress between nothing and all, whatever is answered', () => {
    const judged = fc.record({
      criterion: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      level: fc.constantFrom<Judged['level']>(0, 1, 2, 3, 4),
      notApplicable: fc.option(fc.constant('why')),
      stage: fc.constantFrom<Judged['stage']>('draft', 'approved'),
    })
    fc.assert(
      fc.property(fc.array(judged), (answers) => {
        const { applicable, assessed, approved, progress, score } = scoreOf(
          ['a', 'b', 'c', 'd', 'e'],
          byCriterion(answers),
        )
        expect(assessed).toBeLessThanOrEqual(applicable)
        expect(approved).toBeLessThanOrEqual(assessed)
        expect(progress ?? 0).toBe(applicable === 0 ? 0 : assessed / applicable)
        expect(score ?? 1).toBeGreaterThanOrEqual(0.25)
        expect(score ?? 1).toBeLessThanOrEqual(1)
        expect(score === null).toBe(assessed === 0)
      }),
    )
  })
})
