import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criterionOf, frameworkOf, inThreeLanguages, standardOf } from '../../tests/support/frameworks.ts'
import { compareCodes } from './codes.ts'
import { criteriaOf, type FrameworkContent, frameworkContentSchema, standardsOf } from './framework.ts'
import {
  addOwnCriterion,
  checkFramework,
  compareFrameworks,
  copyFramework,
  type OwnCriterion,
} from './framework-rules.ts'

const nothing = { kk: '', ru: '', en: '' }
const sound = frameworkOf([
  standardOf('1.1', [criterionOf('1.1.a'), criterionOf('1.1.b')]),
  standardOf('1.2', [criterionOf('1.2')]),
])
const own: OwnCriterion = {
  text: inThreeLanguages('Our own criterion'),
  guidance: nothing,
  evidenceTypes: ['report'],
  onlyFor: null,
}
const added = (content: FrameworkContent, standard: string): FrameworkContent => {
  const result = addOwnCriterion(content, standard, own)
  if (result === null) throw new Error(`there is no standard ${standard}`)
  return result.content
}

/** Severity, rule, field and parameters of every finding, as one line each. */
const findings = (content: FrameworkContent): string[] =>
  checkFramework(content).map(({ severity, rule, field, params }) =>
    [severity, rule, field, ...Object.values(params)].join(' '),
  )

describe('checking a framework', () => {
  it('finds nothing in a sound one', () => {
    expect(findings(sound)).toEqual([])
  })

  it('finds a code used twice, also across standards', () => {
    const content = frameworkOf([
      standardOf('1.1', [criterionOf('1.1.a'), criterionOf('1.1.a')]),
      standardOf('1.1', [criterionOf('1.1.c')]),
    ])
    expect(findings(content)).toEqual([
      'error framework-code-twice parts.0.standards.1.code 1.1',
      'error framework-code-twice parts.0.standards.0.criteria.1.code 1.1.a',
    ])
  })

  it('finds a criterion with the code of another standard', () => {
    const content = frameworkOf([
      standardOf('9', [criterionOf('9.1')]),
      standardOf('9.1', [criterionOf('9.1.a')]),
    ])
    expect(findings(content)).toEqual(['error framework-code-twice parts.0.standards.0.criteria.0.code 9.1'])
  })

  it('finds a criterion that is not under its standard', () => {
    const content = frameworkOf([standardOf('1.1', [criterionOf('1.10.a')])])
    expect(findings(content)).toEqual([
      'error framework-criterion-misplaced parts.0.standards.0.criteria.0.code 1.10.a 1.1',
    ])
  })

  it('finds codes out of order, by value and not by letter', () => {
    const content = frameworkOf([
      standardOf('1.10', [criterionOf('1.10.a')]),
      standardOf('1.9', [criterionOf('1.9.b'), criterionOf('1.9.a')]),
    ])
    expect(findings(content)).toEqual([
      'warning framework-order parts.0.standards.1.code 1.9 1.10',
      'warning framework-order parts.0.standards.1.criteria.1.code 1.9.a 1.9.b',
    ])
  })

  it('Q2: names the code, the field and the language of every missing translation', () => {
    const text = { kk: '', ru: 'Критерий', en: '' }
    const content = frameworkOf([standardOf('1.1', [criterionOf('1.1.a', { text })])])
    expect(findings(content)).toEqual([
      'warning framework-translation-missing parts.0.standards.0.criteria.0.text.kk 1.1.a kk',
      'warning framework-translation-missing parts.0.standards.0.criteria.0.text.en 1.1.a en',
    ])
  })

  it('finds a required text that is in no language; guidance may be left out', () => {
    const content = frameworkOf([
      standardOf('1.1', [criterionOf('1.1.a', { text: nothing, guidance: nothing })]),
    ])
    expect(findings({ ...content, licence: nothing })).toEqual([
      'error framework-text-missing licence agency',
      'error framework-text-missing parts.0.standards.0.criteria.0.text 1.1.a',
    ])
  })

  it('wants a statement of standards and none of clauses', () => {
    const standards = [{ ...standardOf('4.1', [criterionOf('4.1')]), statement: nothing }]
    expect(findings(frameworkOf(standards, { kind: 'clauses' }))).toEqual([])
    expect(findings(frameworkOf(standards))).toEqual([
      'error framework-text-missing parts.0.standards.0.statement 4.1',
    ])
  })

  it('finds parts without standards and standards without criteria', () => {
    const content = frameworkOf([standardOf('1.1', [])])
    const empty = { code: '2', title: inThreeLanguages('Part 2'), standards: [] }
    expect(findings({ ...content, parts: [...content.parts, empty] })).toEqual([
      'error framework-part-empty parts.1 2',
      'error framework-standard-empty parts.0.standards.0 1.1',
    ])
  })
})

const withText = (length: number): FrameworkContent =>
  frameworkOf([
    standardOf('1.1', [criterionOf('1.1.a', { guidance: { kk: 'ә'.repeat(length), ru: '', en: '' } })]),
  ])

describe('the format of a framework', () => {
  it('takes texts of 4,000 characters and not one more', () => {
    expect(frameworkContentSchema.safeParse(withText(4000)).success).toBe(true)
    expect(frameworkContentSchema.safeParse(withText(4001)).success).toBe(false)
  })

  it('refuses another format, a later version of the format and fields it does not know', () => {
    expect(frameworkContentSchema.safeParse(sound).success).toBe(true)
    expect(frameworkContentSchema.safeParse({ ...sound, format: 'other' }).success).toBe(false)
    expect(frameworkContentSchema.safeParse({ ...sound, formatVersion: 2 }).success).toBe(false)
    expect(frameworkContentSchema.safeParse({ ...sound, extra: 1 }).success).toBe(false)
  })

  it('takes codes in any alphabet', () => {
    const content = frameworkOf([standardOf('1.1', [criterionOf('1.1.ә')])])
    expect(frameworkContentSchema.safeParse(content).success).toBe(true)
    const spaced = frameworkOf([standardOf('1.1', [criterionOf('1.1 a')])])
    expect(frameworkContentSchema.safeParse(spaced).success).toBe(false)
  })
})

describe('a copy of a framework', () => {
  it('Q3: has its own code and version, the same texts, and leaves the original alone', () => {
    const before = structuredClone(sound)
    const copy = copyFramework(sound, { code: 'own', version: '1' })
    expect(copy).toEqual({ ...sound, code: 'own', version: '1', supersedes: null })
    const [standard] = standardsOf(copy)
    if (standard === undefined) throw new Error('the copy has no standards')
    standard.title.en = 'Changed'
    expect(sound).toEqual(before)
  })
})

describe('an own criterion', () => {
  it('Q3: stands at the end of its standard, marked own, under a code that nothing else has', () => {
    const once = added(sound, '1.1')
    const twice = added(once, '1.1')
    expect(standardsOf(twice)[0]?.criteria.map(({ code, isOwn }) => [code, isOwn])).toEqual([
      ['1.1.a', false],
      ['1.1.b', false],
      ['1.1.own-1', true],
      ['1.1.own-2', true],
    ])
    expect(findings(twice)).toEqual([])
    expect(criteriaOf(sound)).toHaveLength(3)
  })

  it('has no place in a standard that does not exist', () => {
    expect(addOwnCriterion(sound, '1.3', own)).toBeNull()
  })

  it('keeps any framework sound, wherever and however often it is added', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(counts, fc.array(fc.nat(), { maxLength: 15 }), (sizes, places) => {
        const start = frameworkOf(
          sizes.map((size, index) =>
            standardOf(
              `1.${index + 1}`,
              Array.from({ length: size }, (_, at) =>
                criterionOf(`1.${index + 1}.${String.fromCharCode(97 + at)}`),
              ),
            ),
          ),
        )
        const end = places.reduce(
          (content, place) => added(content, `1.${(place % sizes.length) + 1}`),
          start,
        )
        expect(checkFramework(end)).toEqual([])
        expect(criteriaOf(end)).toHaveLength(criteriaOf(start).length + places.length)
        const changes = compareFrameworks(start, end).criteria
        expect(changes.added).toHaveLength(places.length)
        expect([changes.removed, changes.changed]).toEqual([[], []])
        for (const { criteria } of standardsOf(end)) {
          const codes = criteria.map(({ code }) => code)
          expect(codes).toEqual(codes.toSorted(compareCodes))
        }
      }),
    )
  })
})

describe('comparing two editions', () => {
  it('finds nothing between a framework and itself, whatever order the keys came in', () => {
    const shuffled = frameworkOf([
      standardOf('1.1', [
        criterionOf('1.1.a', { text: { en: 'Same', ru: 'То же', kk: 'Сол' } }),
        criterionOf('1.1.b', { evidenceTypes: ['survey', 'policy'] }),
      ]),
    ])
    const original = frameworkOf([
      standardOf('1.1', [
        criterionOf('1.1.a', { text: { kk: 'Сол', ru: 'То же', en: 'Same' } }),
        criterionOf('1.1.b', { evidenceTypes: ['policy', 'survey'] }),
      ]),
    ])
    const none = { added: [], removed: [], changed: [] }
    expect(compareFrameworks(original, shuffled)).toEqual({ standards: none, criteria: none })
  })

  it('tells added, removed and changed codes apart, of standards and of criteria', () => {
    const after = frameworkOf([
      {
        ...standardOf('1.1', [criterionOf('1.1.a', { onlyFor: 'double-degree' })]),
        title: inThreeLanguages('New'),
      },
      standardOf('1.3', [criterionOf('1.3.a')]),
    ])
    expect(compareFrameworks(sound, after)).toEqual({
      standards: { added: ['1.3'], removed: ['1.2'], changed: ['1.1'] },
      criteria: { added: ['1.3.a'], removed: ['1.1.b', '1.2'], changed: ['1.1.a'] },
    })
  })

  it('finds the change of any text of a criterion', () => {
    for (const field of ['text', 'guidance'] as const) {
      for (const language of ['kk', 'ru', 'en'] as const) {
        const changed = { ...inThreeLanguages('Criterion'), [language]: 'Changed' }
        const before = frameworkOf([
          standardOf('1.1', [criterionOf('1.1.a', { [field]: inThreeLanguages('Criterion') })]),
        ])
        const after = frameworkOf([standardOf('1.1', [criterionOf('1.1.a', { [field]: changed })])])
        expect(compareFrameworks(before, after).criteria.changed).toEqual(['1.1.a'])
      }
    }
  })
})
