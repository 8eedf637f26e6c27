import { describe, expect, it } from 'vitest'
import { hasShapeOf } from './use-draft.ts'

const template = {
  name: '',
  place: 1,
  names: { kk: '', ru: '' },
  ids: [] as string[],
  endsOn: null as string | null,
}

describe('a draft', () => {
  it('is taken up however incomplete its values are', () => {
    expect(hasShapeOf(template, { ...template, name: '', ids: ['a'], endsOn: '2027-01-01' })).toBe(true)
  })

  it('of another program version is left out when a field is missing or has become another kind', () => {
    const { place: _place, ...without } = template
    expect(hasShapeOf(template, without)).toBe(false)
    expect(hasShapeOf(template, { ...template, place: '1' })).toBe(false)
    expect(hasShapeOf(template, { ...template, names: 'one name' })).toBe(false)
    expect(hasShapeOf(template, { ...template, ids: {} })).toBe(false)
    expect(hasShapeOf(template, null)).toBe(true)
  })
})
