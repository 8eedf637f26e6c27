import { describe, expect, it } from 'vitest'
import { criterionOf, frameworkOf, standardOf } from '../../tests/support/frameworks.ts'
import {
  addPart,
  addStandard,
  changeCriterion,
  itemsAt,
  moveAt,
  pathOf,
  removeAt,
  type Spot,
  spotOf,
  spotsOf,
} from './edit-framework.ts'
import { criteriaOf, type FrameworkContent, standardsOf } from './framework.ts'

const content = frameworkOf([
  standardOf('1.1', [criterionOf('1.1.a'), criterionOf('1.1.b')]),
  standardOf('1.9', [criterionOf('1.9.a')]),
])
const codes = (framework: FrameworkContent) => criteriaOf(framework).map(({ code }) => code)
const spot = (part: number, standard: number | null, criterion: number | null): Spot => ({
  part,
  standard,
  criterion,
})

describe('a spot in a framework', () => {
  it('is found again by the path that problems name', () => {
    for (const each of spotsOf(content)) {
      expect(spotOf(pathOf(each))).toEqual(each)
      expect(spotOf(`${pathOf(each)}.text.kk`)).toEqual(each)
    }
    expect(spotOf('titles.kk')).toBeNull()
  })

  it('stands for each part, standard and criterion once, from top to bottom', () => {
    const found = spotsOf(content).map((each) => {
      const { part, standard, criterion } = itemsAt(content, each)
      return (criterion ?? standard ?? part)?.code
    })
    expect(found).toEqual(['1', '1.1', '1.1.a', '1.1.b', '1.9', '1.9.a'])
  })
})

describe('editing a framework', () => {
  it('changes one criterion and leaves the original as it was', () => {
    const before = structuredClone(content)
    const changed = changeCriterion(content, spot(0, 0, 1), { code: '1.1.z' })
    expect(codes(changed)).toEqual(['1.1.a', '1.1.z', '1.9.a'])
    expect(content).toEqual(before)
  })

  it('moves an item among its neighbours and not beyond them', () => {
    expect(moveAt(content, spot(0, 0, 0), -1)).toBeNull()
    expect(moveAt(content, spot(0, 0, 1), 1)).toBeNull()
    const moved = moveAt(content, spot(0, 0, 0), 1)
    expect(moved?.spot).toEqual(spot(0, 0, 1))
    expect(moved === null ? [] : codes(moved.content)).toEqual(['1.1.b', '1.1.a', '1.9.a'])
    const standards = moveAt(content, spot(0, 1, null), -1)
    expect(standards === null ? [] : standardsOf(standards.content).map(({ code }) => code)).toEqual([
      '1.9',
      '1.1',
    ])
  })

  it('removes an item with what is below it', () => {
    expect(codes(removeAt(content, spot(0, 0, null)))).toEqual(['1.9.a'])
    expect(codes(removeAt(content, spot(0, 0, 0)))).toEqual(['1.1.b', '1.9.a'])
    expect(removeAt(content, spot(0, null, null)).parts).toEqual([])
  })

  it('adds a standard under the next number, also after nine', () => {
    const added = addStandard(content, spot(0, 0, 0))
    expect(itemsAt(added.content, added.spot).standard).toMatchObject({ code: '1.10', criteria: [] })
    const empty = addPart(content)
    expect(itemsAt(empty.content, empty.spot).part?.code).toBe('2')
    const first = addStandard(empty.content, empty.spot)
    expect(itemsAt(first.content, first.spot).standard?.code).toBe('2.1')
  })
})
