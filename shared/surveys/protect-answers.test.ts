import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenGroups, protectAnswers, type RawResults, smallestGroup, sumOf } from './protect-answers.ts'

/** Results of one question on a scale of five, where each programme's answers all fall on the given steps. */
function results(groups: readonly (readonly number[])[]): RawResults {
  const counts = [0, 1, 2, 3, 4].map((step) => sumOf(groups.map((points) => points[step] ?? 0)))
  return {
    answered: sumOf(counts),
    questions: [{ code: 'q1', bankCode: null, text: 'Q', scale: 'five', counts }],
    groups: groups.map((points, place) => ({
      programmeId: null,
      name: `P${place}`,
      answered: sumOf(points),
      counts: [points],
    })),
  }
}

describe('answers of small groups', () => {
  it('are pooled, and the next smallest programme joins when the pool could still be told apart', () => {
    const { groups, pooled } = protectAnswers(
      results([
        [0, 0, 0, 0, 20],
        [0, 0, 0, 7, 0],
        [3, 0, 0, 0, 0],
      ]),
    )
    expect(groups.map(({ name, answered, isPooled }) => [name, answered, isPooled])).toEqual([
      ['P0', 20, false],
      ['', 10, true],
    ])
    expect(pooled).toBe(2)
  })

  it('leave no split when only one programme would be shown', () => {
    const { groups, questions } = protectAnswers(
      results([
        [0, 0, 0, 0, 20],
        [2, 0, 0, 0, 0],
      ]),
    )
    expect(groups).toEqual([])
    expect(questions[0]?.groups).toEqual([])
    expect(questions[0]?.counts).toEqual([2, 0, 0, 0, 20])
  })

  it('take the counts of a question out that fewer than five answered', () => {
    const raw = results([
      [0, 0, 0, 10, 0],
      [0, 0, 0, 0, 10],
    ])
    const question = {
      code: 'q2',
      bankCode: null,
      text: 'R',
      scale: 'five' as const,
      counts: [4, 0, 0, 0, 0],
    }
    const { questions } = protectAnswers({
      ...raw,
      questions: [...raw.questions, question],
      groups: raw.groups.map((group, place) => ({
        ...group,
        counts: [...group.counts, place === 0 ? [4, 0, 0, 0, 0] : [0, 0, 0, 0, 0]],
      })),
    })
    expect(questions[1]).toMatchObject({ counts: null, groups: [null, null] })
  })

  it('cannot be had by a subtraction from what is kept, whatever the programmes and questions', () => {
    const points = fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(points, { maxLength: 8 }), (programmes) => {
        const raw = results(programmes)
        const { groups, questions } = protectAnswers(raw)
        for (const { answered } of groups) expect(answered).toBeGreaterThanOrEqual(smallestGroup)
        const counts = questions[0]?.counts ?? null
        expect(counts === null).toBe(raw.answered > 0 && raw.answered < smallestGroup)
        const split = questions[0]?.groups ?? []
        const shown = split.flatMap((each) => (each === null ? [] : [sumOf(each)]))
        for (const n of shown) expect(n === 0 || n >= smallestGroup).toBe(true)
        const isWhole = counts === null || split.length === 0
        const rest = isWhole ? 0 : sumOf(counts) - sumOf(shown)
        expect(rest === 0 || rest >= smallestGroup).toBe(true)
      }),
    )
  })

  it('take with them the smallest shown one until five are hidden together', () => {
    expect([...hiddenGroups([3, 6, 20])]).toEqual([0, 1])
    expect([...hiddenGroups([3, 2, 20])]).toEqual([1, 0])
    expect([...hiddenGroups([0, 8, 20])]).toEqual([])
    expect([...hiddenGroups([4])]).toEqual([0])
  })
})
