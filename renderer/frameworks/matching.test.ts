import { describe, expect, it } from 'vitest'
import { criteriaOf, standardsOf } from '../../shared/frameworks/framework.ts'
import { criterionOf, frameworkOf, standardOf } from '../../tests/support/frameworks.ts'
import { matching } from './matching.ts'

const silent = { kk: '', ru: '', en: '' }
const content = frameworkOf([
  standardOf('1.1', [
    criterionOf('1.1.a', { text: { ...silent, kk: 'Сапа саясаты бекітілген' } }),
    criterionOf('1.1.b', { text: { ...silent, ru: 'Обязанности описаны' } }),
  ]),
  standardOf('1.2', [criterionOf('1.2.a'), criterionOf('1.2.b')]),
])
const codes = (words: string) => criteriaOf(matching(content, words)).map(({ code }) => code)

describe('searching inside a framework', () => {
  it('shows everything without words', () => expect(matching(content, '  ')).toEqual(content))

  it('finds words in every language, whatever the case and order', () => {
    expect(codes('САЯСАТЫ сапа')).toEqual(['1.1.a'])
    expect(codes('обязанности')).toEqual(['1.1.b'])
  })

  it('keeps the criteria of a standard that is found itself', () => {
    expect(codes('Standard 1.2')).toEqual(['1.2.a', '1.2.b'])
  })

  it('leaves nothing where nothing has the words', () => {
    expect(standardsOf(matching(content, 'нет такого'))).toEqual([])
  })
})
