import { describe, expect, it } from 'vitest'
import { errorAt, problemSchema, warningAt } from '../kernel/problem.ts'
import { languages } from '../kernel/record.ts'
import { createI18n, describeProblem, describeRefusal } from './i18n.ts'
import { resources } from './resources.ts'

const translators = { kk: createI18n('kk').t, ru: createI18n('ru').t, en: createI18n('en').t }

describe('sentences about findings', () => {
  const finding = errorAt('end-before-start', 'term.endsOn', { startsOn: '2026-01-31', endsOn: '2025-12-31' })

  it('write days as their language does', () => {
    expect(describeProblem(translators.kk, finding).message).toBe(
      'Мерзімнің аяқталу күні (31.12.2025) басталу күнінен (31.01.2026) бұрын.',
    )
    expect(describeProblem(translators.ru, finding).message).toBe(
      'Окончание срока (31.12.2025) раньше начала (31.01.2026).',
    )
    expect(describeProblem(translators.en, finding).message.replaceAll('\u00A0', ' ')).toBe(
      'The term ends (31 Dec 2025) before it starts (31 Jan 2026).',
    )
  })

  it('write numbers, levels, countries and languages in words of their language', () => {
    const low = warningAt('credits-total-low', 'plan', { total: 1210.5, required: 240 })
    expect(describeProblem(translators.kk, low).message).toContain('1\u202F210,5 кредит')
    expect(describeProblem(translators.en, low).message).toContain('1,210.5 credits')
    const level = errorAt('programme-code-level', 'code', { code: '7M03101', level: 'master' })
    expect(describeProblem(translators.kk, level).message).toContain('магистратура')
    const country = warningAt('identifier-country', 'x', { value: 'DE0069', country: 'FR' })
    expect(describeProblem(translators.ru, country).message).toContain('Франция')
    const name = warningAt('name-missing', 'names.kk', { language: 'kk' })
    expect(languages.map((language) => describeProblem(translators[language], name).message)).toEqual([
      'Атауы қазақша жазылмаған.',
      'Нет названия на казахском языке.',
      'The name in Kazakh is missing.',
    ])
  })

  it('do not turn what people typed into markup', () => {
    const problem = warningAt('website-form', 'website', { website: '<b>&"' })
    expect(describeProblem(translators.en, problem).message).toContain('<b>&"')
  })

  it('exist for every rule, with a source', () => {
    for (const language of languages) {
      for (const id of Object.keys(resources.en.rules)) {
        const problem = problemSchema.parse({ rule: id, severity: 'error', field: '', params: {} })
        const text = describeProblem(translators[language], problem)
        expect([id, text.message.startsWith(id), text.source === '']).toEqual([id, false, false])
      }
    }
  })
})

describe('sentences about refusals', () => {
  it('say what happened and what to do', () => {
    const refusal = { code: 'invalid-record' as const, params: { count: 3 }, problems: [] }
    expect(describeRefusal(translators.kk, refusal).what).toContain('3')
    expect(describeRefusal(translators.ru, refusal).remedy).toMatch(/\p{Script=Cyrillic}/u)
  })
})

describe('an instance', () => {
  it('is ready at once in its language', () => {
    for (const language of languages) {
      const instance = createI18n(language)
      expect(instance.isInitialized).toBe(true)
      expect(instance.language).toBe(language)
    }
  })

  it('shows a missing text as its key, never in another language', () => {
    const instance = createI18n('kk')
    instance.addResource('ru', 'common', 'only-russian', 'только по-русски')
    expect(instance.getFixedT('kk')(untyped('only-russian'))).toBe('only-russian')
  })

  it.each([
    ['kk', ['one 1', 'other 2', 'other 5', 'other 21']],
    ['ru', ['one 1', 'few 2', 'many 5', 'one 21']],
    ['en', ['one 1', 'other 2', 'other 5', 'other 21']],
  ] as const)('chooses the plural form of %s', (language, expected) => {
    const instance = createI18n(language)
    const forms = {
      x_one: 'one {{count}}',
      x_few: 'few {{count}}',
      x_many: 'many {{count}}',
      x_other: 'other {{count}}',
    }
    instance.addResourceBundle(language, 'common', forms, true, true)
    expect([1, 2, 5, 21].map((count) => instance.t(untyped('x'), { count }))).toEqual(expected)
  })
})

/** A key that the program does not have. */
function untyped(key: string): 'action.open' {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return key as 'action.open'
}
