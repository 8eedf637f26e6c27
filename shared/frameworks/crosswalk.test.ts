import { describe, expect, it } from 'vitest'
import { criterionOf, frameworkOf, inThreeLanguages, standardOf } from '../../tests/support/frameworks.ts'
import { type Crosswalk, crosswalkSchema, danglingCodes, offered } from './crosswalk.ts'

const esg = { code: 'esg', version: '2015' }
const iso = { code: 'iso-9001', version: '2015' }
const crosswalk: Crosswalk = {
  format: 'qosdiplom-crosswalk',
  formatVersion: 1,
  from: esg,
  to: iso,
  source: inThreeLanguages('Made for the test'),
  links: [
    { from: '1.9', to: '9.1', strength: 'partial', note: null },
    { from: '1.9.c', to: '9.1', strength: 'full', note: null },
    { from: '1.9', to: '10.2', strength: 'full', note: null },
    { from: '1.10', to: '9.2', strength: 'full', note: null },
  ],
}
const lines = (from: typeof esg, code: string, walks: Crosswalk[] = [crosswalk]): string[] =>
  offered(walks, from, code).map((offer) => `${offer.framework} ${offer.code} ${offer.strength}`)

describe('codes offered through a crosswalk', () => {
  it('come to a criterion from the links of its standard', () => {
    expect(lines(esg, '1.9.a')).toEqual(['iso-9001 10.2 full', 'iso-9001 9.1 partial'])
  })

  it('come to a standard from the links of its criteria, once, with the greater strength', () => {
    expect(lines(esg, '1.9')).toEqual(['iso-9001 9.1 full', 'iso-9001 10.2 full'])
    expect(lines(esg, '1.9.c')).toEqual(['iso-9001 9.1 full', 'iso-9001 10.2 full'])
  })

  it('go both ways', () => {
    expect(lines(iso, '9.1')).toEqual(['esg 1.9.c full', 'esg 1.9 partial'])
  })

  it('do not come from codes that only begin alike', () => {
    expect(lines(esg, '1.1')).toEqual([])
    expect(lines(esg, '1.10.a')).toEqual(['iso-9001 9.2 full'])
  })

  it('do not come to another edition of the framework', () => {
    expect(lines({ code: 'esg', version: '2027' }, '1.9')).toEqual([])
  })

  it('come from every crosswalk that knows the framework', () => {
    const other: Crosswalk = {
      ...crosswalk,
      to: { code: 'own', version: '1' },
      links: [{ from: '1.9', to: '3', strength: 'partial', note: null }],
    }
    expect(lines(esg, '1.9.a', [crosswalk, other])).toEqual([
      'iso-9001 10.2 full',
      'iso-9001 9.1 partial',
      'own 3 partial',
    ])
  })
})

describe('a crosswalk', () => {
  it('names the codes that its frameworks do not have, each once', () => {
    const content = frameworkOf([standardOf('1.9', [criterionOf('1.9.a')])], esg)
    expect(danglingCodes(crosswalk, [content])).toEqual([
      { framework: 'esg', version: '2015', code: '1.9.c' },
      { framework: 'esg', version: '2015', code: '1.10' },
    ])
  })

  it('is not judged by frameworks that are not there', () => {
    expect(danglingCodes(crosswalk, [])).toEqual([])
  })

  it('of a later format is refused', () => {
    expect(crosswalkSchema.safeParse({ ...crosswalk, formatVersion: 2 }).success).toBe(false)
    expect(crosswalkSchema.safeParse(crosswalk).success).toBe(true)
  })
})
