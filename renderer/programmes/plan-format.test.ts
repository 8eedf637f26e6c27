import { describe, expect, it } from 'vitest'
import type { StudyPlan } from '../../shared/programmes/programme.ts'
import { paintPeriods } from './plan-edit.ts'
import { planFromTyped, planInWords, planNotation } from './plan-format.ts'

const munich = '01900000-0000-7000-8000-000000000001'
const porto = '01900000-0000-7000-8000-000000000002'

function typed(text: string, plan: StudyPlan = [], partnerIds: string[] = [munich]): StudyPlan {
  const result = planFromTyped(text, { plan, level: 'bachelor', partnerIds })
  if (result.kind !== 'plan') throw new Error(result.kind)
  return result.plan
}

const counted = (plan: StudyPlan) => ({
  home: plan.filter((period) => period.partnerId === null).length,
  partner: plan.filter((period) => period.partnerId !== null).length,
})

describe('a typed format', () => {
  it('2+2 gives four semesters here and four at the partner', () => {
    expect(counted(typed('2+2'))).toEqual({ home: 4, partner: 4 })
  })

  it.each(['1s+3s', '1 семестр + 3 семестра', '1 семестр + 3 семестр'])(
    '«%s» puts the partner part first',
    (text) => {
      expect(counted(typed(text))).toEqual({ home: 3, partner: 1 })
    },
  )

  it('keeps the credits that were entered', () => {
    const plan = typed('2+2').map((period, index) => ({ ...period, credits: 20 + index }))
    expect(typed('1+3', plan).map((period) => period.credits)).toEqual([20, 21, 22, 23, 24, 25, 26, 27])
  })

  it('that the plan already has leaves a hand-made order of semesters alone', () => {
    const plan = paintPeriods(typed('1+3'), 0, 1, munich)
    const mixed = paintPeriods(plan, 6, 7, null)
    expect(typed(planNotation(mixed), mixed)).toBe(mixed)
  })

  it('with two partners needs two', () => {
    expect(planFromTyped('1+1+2', { plan: [], level: 'bachelor', partnerIds: [munich] })).toEqual({
      kind: 'too-few-partners',
      wanted: 2,
      present: 1,
    })
    expect(planNotation(typed('1+1+2', [], [munich, porto]))).toBe('1+1+2')
  })

  it('is refused with its reason when it is no format or longer than a plan may be', () => {
    const programme = { plan: [], level: 'bachelor' as const, partnerIds: [munich] }
    expect(planFromTyped('two and two', programme).kind).toBe('not-understood')
    expect(planFromTyped('9+9', programme).kind).toBe('too-long')
  })
})

describe('a plan changed by hand', () => {
  it('recalculates the notation, the words and both counters', () => {
    const plan = paintPeriods(typed('2+2'), 0, 7, null)
    const changed = paintPeriods(plan, 2, 2, munich)
    expect(planNotation(changed)).toBe('1s+7s')
    expect(counted(changed)).toEqual({ home: 7, partner: 1 })
    expect(planInWords(changed, 'ru')).toContain('1 семестр')
  })

  it('has no format while nothing is at a partner', () => {
    expect(planNotation(paintPeriods(typed('2+2'), 0, 7, null))).toBe('')
  })
})
