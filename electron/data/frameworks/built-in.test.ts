import { describe, expect, it, test } from 'vitest'
import { isWithin } from '../../../shared/frameworks/codes.ts'
import { danglingCodes, offered } from '../../../shared/frameworks/crosswalk.ts'
import {
  criteriaOf,
  type EvidenceType,
  evidenceTypeSchema,
  type FrameworkContent,
  type LiveNumberKey,
  liveNumberKeySchema,
  type LongLocalized,
  standardsOf,
} from '../../../shared/frameworks/framework.ts'
import { checkFramework } from '../../../shared/frameworks/framework-rules.ts'
import { judgedLevels, toScale } from '../../../shared/frameworks/scale.ts'
import { languages } from '../../../shared/kernel/record.ts'
import { builtInCrosswalks, builtInFrameworks, builtInScales } from './built-in.ts'

const framework = (code: string): FrameworkContent => {
  const found = builtInFrameworks.find((candidate) => candidate.code === code)
  if (found === undefined) throw new Error(`there is no framework ${code}`)
  return found
}
const esg = { code: 'esg', version: '2015' }
const iso9001 = { code: 'iso-9001', version: '2015' }

/** Every localized text inside a value, with the way to it. */
function textsIn(value: unknown, path = ''): [string, LongLocalized][] {
  if (typeof value !== 'object' || value === null) return []
  if (isLocalized(value)) return [[path, value]]
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`))
}
const isLocalized = (value: object): value is LongLocalized => 'kk' in value && 'ru' in value && 'en' in value

const everything = [...builtInFrameworks, ...builtInCrosswalks, ...builtInScales]
const allTexts = everything.flatMap((data, index) => textsIn(data, String(index)))
const writtenTexts = allTexts.filter(([, text]) => languages.some((language) => text[language] !== ''))
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? []

/** Names that keep their Latin letters in every language: organisations, standards and registers. */
const latinNames = new Set(
  (
    'ENQA ESU EUA EURASHE EQAR ESG ISO ENIC NARIC DEQAR ECTS IAAR IQAA Education International BUSINESSEUROPE ' +
    'Qosdiplom MIT CC BY NC SA minor A'
  ).split(' '),
)

const differs = (text: LongLocalized): boolean => new Set(Object.values(text)).size === 3
const isEmpty = (text: LongLocalized): boolean => Object.values(text).every((value) => value === '')
const isForeign = (word: string): boolean => /\p{Script=Latin}/u.test(word) && !latinNames.has(word)
const isLinked = (side: { code: string; version: string }, code: string): boolean =>
  offered(builtInCrosswalks, side, code).some((offer) => offer.framework === 'esg')
const isSound = (types: EvidenceType[]): boolean => types.length > 0 && new Set(types).size === types.length

test('Q1: ESG 2015 Part 1 has 10 standards and 73 criteria, as many in each as were drawn up', () => {
  const standards = standardsOf(framework('esg'))
  expect(standards.map(({ code }) => code)).toEqual([
    '1.1',
    '1.2',
    '1.3',
    '1.4',
    '1.5',
    '1.6',
    '1.7',
    '1.8',
    '1.9',
    '1.10',
  ])
  expect(standards.map(({ criteria }) => criteria.length)).toEqual([7, 8, 8, 8, 6, 6, 7, 8, 8, 7])
  expect(criteriaOf(framework('esg'))).toHaveLength(73)
  for (const { code, criteria } of standards) {
    const letters = criteria.map((_, index) => `${code}.${String.fromCharCode(97 + index)}`)
    expect(criteria.map((criterion) => criterion.code)).toEqual(letters)
  }
})

test('Q1: the European Approach and the clauses of ISO 9001 and ISO 21001 are there as well', () => {
  expect(builtInFrameworks.map(({ code, version }) => `${code} ${version}`)).toEqual([
    'esg 2015',
    'european-approach 2015',
    'iso-9001 2015',
    'iso-21001 2018',
  ])
  expect(criteriaOf(framework('european-approach')).map(({ code }) => code)).toEqual(
    '1.1 1.2 1.3 2.1 2.2 2.3 2.4 3.1 3.2 3.3 4.1 4.2 5.1 5.2 6 7.1 7.2 8 9'.split(' '),
  )
  for (const code of ['iso-9001', 'iso-21001']) {
    const clauses = standardsOf(framework(code))
    expect(clauses).toHaveLength(28)
    for (const clause of clauses) {
      expect(clause.criteria.map((criterion) => criterion.code)).toEqual([clause.code])
      expect(clause.statement).toEqual({ kk: '', ru: '', en: '' })
    }
  }
})

test('Q2: no built-in framework lacks a text in any language, nor has another finding', () => {
  for (const content of builtInFrameworks) expect(checkFramework(content)).toEqual([])
})

test('Q2: changing the language changes the text and the guidance of every criterion', () => {
  const same = builtInFrameworks
    .flatMap(criteriaOf)
    .filter(({ text, guidance }) => !differs(text) || !(differs(guidance) || isEmpty(guidance)))
  expect(same.map(({ code }) => code)).toEqual([])
  for (const code of ['esg', 'european-approach']) {
    const criteria = criteriaOf(framework(code))
    expect(criteria.filter(({ guidance }) => isEmpty(guidance)).map((criterion) => criterion.code)).toEqual(
      [],
    )
  }
})

test('Q2: every text of frameworks, crosswalks and scales is in three different languages', () => {
  expect(writtenTexts.length).toBeGreaterThan(390)
  const faulty = writtenTexts.filter(
    ([, { kk, ru, en }]) => [kk, ru, en].includes('') || new Set([kk, ru, en]).size < 3,
  )
  expect(faulty).toEqual([])
})

test('Q2: Kazakh and Russian texts are in Cyrillic letters, without Latin look-alikes', () => {
  const foreign = writtenTexts.flatMap(([path, { kk, ru }]) =>
    [...wordsOf(kk), ...wordsOf(ru)].filter(isForeign).map((word) => `${path} ${word}`),
  )
  expect(foreign).toEqual([])
  expect(writtenTexts.filter(([, { en }]) => /\p{Script=Cyrillic}/u.test(en))).toEqual([])
})

test('Q2: Kazakh sentences are Kazakh and Russian sentences are Russian', () => {
  const sentences = builtInFrameworks.flatMap(criteriaOf).flatMap(({ text, guidance }) => [text, guidance])
  const letters = /[әғқңөұүһі]/i
  expect(sentences.filter(({ kk }) => kk.length > 40 && !letters.test(kk))).toEqual([])
  expect(sentences.filter(({ ru }) => letters.test(ru))).toEqual([])
})

test('Q6: levels are reported in the words of each scale by the table, and stay what they are', () => {
  const table = Object.fromEntries(
    builtInScales.map((scale) => [
      scale.code,
      judgedLevels.toReversed().map((level) => toScale(scale, level)?.code),
    ]),
  )
  expect(table).toEqual({
    default: ['fully', 'largely', 'partly', 'not-met'],
    eqar: ['compliant', 'compliant', 'partially-compliant', 'non-compliant'],
    iaar: ['strong', 'satisfactory', 'suggests-improvement', 'unsatisfactory'],
    iqaa: ['full', 'substantial', 'partial', 'non-compliance'],
  })
  const [own, ...agencies] = builtInScales
  expect(own && toScale(own, 0)?.code).toBe('not-assessed')
  for (const scale of agencies) expect(toScale(scale, 0)).toBeNull()
  for (const scale of builtInScales) expect(scale.source.en).not.toBe('')
})

test('Q9: ESG 1.9 and ISO 9001 9.1 are offered for each other, and so are their criteria', () => {
  const link = { framework: 'iso-9001', version: '2015', code: '9.1', strength: 'full' }
  expect(offered(builtInCrosswalks, esg, '1.9')).toContainEqual(link)
  for (const { code } of criteriaOf(framework('esg')).filter((criterion) =>
    isWithin(criterion.code, '1.9'),
  )) {
    expect(offered(builtInCrosswalks, esg, code)).toContainEqual(link)
  }
  expect(offered(builtInCrosswalks, iso9001, '9.1')).toContainEqual({
    framework: 'esg',
    version: '2015',
    code: '1.9',
    strength: 'full',
  })
})

test('Q9: crosswalks name only codes that exist, and each link once', () => {
  expect(builtInCrosswalks).toHaveLength(6)
  for (const crosswalk of builtInCrosswalks) {
    expect(danglingCodes(crosswalk, builtInFrameworks)).toEqual([])
    const sides = [crosswalk.from, crosswalk.to].map(({ code }) => code)
    for (const side of sides) expect(() => framework(side)).not.toThrow()
    const links = crosswalk.links.map(({ from, to }) => `${from} ${to}`)
    expect(new Set(links).size).toBe(links.length)
  }
})

test('Q9: every clause of ISO 9001 and every standard of the European Approach but 2.4 leads to the ESG', () => {
  const unlinked = ['iso-9001', 'iso-21001', 'european-approach'].flatMap((code) => {
    const content = framework(code)
    return criteriaOf(content)
      .filter((criterion) => !isLinked(content, criterion.code))
      .map((criterion) => `${code} ${criterion.code}`)
  })
  expect(unlinked).toEqual(['european-approach 1.1', 'european-approach 2.4'])
})

describe('the criteria of the ESG', () => {
  it('name the evidence that shows them, each kind once, and all kinds are of use', () => {
    const kinds = criteriaOf(framework('esg')).map(({ evidenceTypes }) => evidenceTypes)
    expect(kinds.every(isSound)).toBe(true)
    expect(new Set(kinds.flat())).toEqual(new Set(evidenceTypeSchema.options))
  })

  it('use every number that the register can give', () => {
    const numbers = new Set<LiveNumberKey | null>(criteriaOf(framework('esg')).map(({ number }) => number))
    numbers.delete(null)
    expect(numbers).toEqual(new Set(liveNumberKeySchema.options))
  })

  it('are for double-degree programmes alone where a partner is concerned', () => {
    const only = criteriaOf(framework('esg')).filter(({ onlyFor }) => onlyFor === 'double-degree')
    expect(only.map(({ code }) => code)).toEqual(
      '1.1.g 1.2.h 1.4.g 1.4.h 1.5.f 1.6.f 1.8.h 1.9.h 1.10.g'.split(' '),
    )
  })

  it('are not marked as own', () => {
    expect(builtInFrameworks.flatMap(criteriaOf).filter(({ isOwn }) => isOwn)).toEqual([])
  })
})

describe('a built-in framework', () => {
  it('says whose texts it holds and where the original is', () => {
    for (const { licence, source } of builtInFrameworks) {
      expect(licence.en.length).toBeGreaterThan(80)
      expect(source).toMatch(/https:\/\//)
    }
  })
})
