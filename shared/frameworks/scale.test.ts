import { describe, expect, it } from 'vitest'
import { inThreeLanguages } from '../../tests/support/frameworks.ts'
import { judgedLevels, type Scale, scaleSchema, toScale } from './scale.ts'

const level = (code: string, from: Scale['levels'][number]['from']) => ({
  code,
  names: inThreeLanguages(code),
  from,
})
const scaleOf = (levels: Scale['levels']): Scale => ({
  format: 'qosdiplom-scale',
  formatVersion: 1,
  code: 'agency',
  titles: inThreeLanguages('Scale'),
  source: inThreeLanguages('Made for the test'),
  levels,
})
const isValid = (levels: Scale['levels']): boolean => scaleSchema.safeParse(scaleOf(levels)).success

describe('a scale', () => {
  it('takes a level to the only word that stands for it', () => {
    const scale = scaleOf([level('yes', [3, 4]), level('partly', [2]), level('no', [1])])
    expect(judgedLevels.map((judged) => toScale(scale, judged)?.code)).toEqual(['no', 'partly', 'yes', 'yes'])
  })

  it('has no word for what was not assessed, unless it says so', () => {
    expect(toScale(scaleOf([level('yes', [3, 4]), level('no', [1, 2])]), 0)).toBeNull()
    const withZero = scaleOf([level('yes', [3, 4]), level('no', [1, 2]), level('open', [0])])
    expect(toScale(withZero, 0)?.code).toBe('open')
  })

  it('is refused when a judgement has no word or two, or a word occurs twice', () => {
    expect(isValid([level('yes', [3, 4]), level('no', [1, 2])])).toBe(true)
    expect(isValid([level('yes', [4]), level('no', [1, 2])])).toBe(false)
    expect(isValid([level('yes', [2, 3, 4]), level('no', [1, 2])])).toBe(false)
    expect(isValid([level('yes', [3, 4]), level('yes', [1, 2])])).toBe(false)
    expect(isValid([level('yes', [3, 4]), level('no', [1, 2]), level('a', [0]), level('b', [0])])).toBe(false)
  })
})
