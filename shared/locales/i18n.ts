import { createInstance, type i18n, type TFunction } from 'i18next'
import type { Refusal } from '../kernel/app-error.ts'
import { formatBytes, formatDay, formatDayLong, formatNumber, formatPercent } from '../kernel/format.ts'
import type { Problem } from '../kernel/problem.ts'
import type { Language } from '../kernel/record.ts'
import { countryName } from '../reference/countries.ts'
import { resources } from './resources.ts'

type Resources = (typeof resources)['en']
type Namespace = keyof Resources

/** The values that each formatter of `createI18n` takes. */
type FormatterTypes = {
  number: number
  percent: number
  bytes: number
  day: string
  dayLong: string
  country: string
  inLanguage: string
  level: string
  identifierScheme: string
  role: string
  deed: string
  kinds: string
}

declare module 'i18next' {
  // Module augmentation merges interfaces only.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Resources
    interpolationFormatTypeMap: FormatterTypes
    returnNull: false
  }
}

/** Translates keys of every namespace: `t('agreements:title')`, keys of `common` without the prefix. */
export type Translate = TFunction<['common', ...Namespace[]]>

const asLanguage = (code: string | undefined): Language => (code === 'kk' || code === 'ru' ? code : 'en')

function wordFor(group: keyof Resources['words'], value: string, language: Language): string {
  const words: Readonly<Record<string, string>> = resources[language].words[group]
  return words[value] ?? value
}

/** Formatters for texts: `{{count, number}}`, `{{share, percent}}`, `{{size, bytes}}`, `{{on, day}}`,
 * `{{on, dayLong}}`, `{{code, country}}`, and the words of `words.json`: `{{level, level}}`, `{{language, inLanguage}}`, `{{role, role}}`, `{{deed, deed}}`, `{{kinds, kinds}}`. */
function addFormatters(instance: i18n): void {
  const formatter = instance.services.formatter
  if (formatter === undefined) throw new Error('i18next has no formatter')
  formatter.add('number', (value: number, code) => formatNumber(value, asLanguage(code)))
  formatter.add('percent', (value: number, code) => formatPercent(value, asLanguage(code)))
  formatter.add('bytes', (value: number, code) => formatBytes(value, asLanguage(code)))
  formatter.add('day', (value: string, code) => formatDay(value, asLanguage(code)))
  formatter.add('dayLong', (value: string, code) => formatDayLong(value, asLanguage(code)))
  formatter.add('country', (value: string, code) => countryName(value, asLanguage(code)))
  for (const group of ['inLanguage', 'level', 'identifierScheme', 'role', 'deed'] as const) {
    formatter.add(group, (value: string, code) => wordFor(group, value, asLanguage(code)))
  }
  formatter.add('kinds', (value: string, code) => kindCounts(value, asLanguage(code)))
}

/** «agreement 2, programme 1» in words, as `refuseDependents` counts them. */
function kindCounts(value: string, language: Language): string {
  return value
    .split(', ')
    .map((part) => {
      const [kind = '', count = ''] = part.split(' ')
      return `${wordFor('kinds', kind, language)} – ${count}`
    })
    .join(', ')
}

/**
 * An i18next instance with every text of the program, ready at once. A key without a text shows as the key, never as
 * another language. Plurals follow `Intl.PluralRules`, which knows Kazakh everywhere; numbers and days have own formatters.
 */
export function createI18n(language: Language): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    supportedLngs: ['kk', 'ru', 'en'],
    fallbackLng: false,
    resources,
    ns: Object.keys(resources.en),
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  })
  addFormatters(instance)
  return instance
}

/** A finding in words: what is wrong, what to do, and where the rule comes from. */
export type ProblemText = { message: string; remedy: string; source: string }

/** Puts a problem into the language of `t`. */
export function describeProblem(t: Translate, problem: Problem): ProblemText {
  return {
    message: t(`rules:${problem.rule}.message`, problem.params),
    remedy: t(`rules:${problem.rule}.remedy`, problem.params),
    source: t(`rules:${problem.rule}.source`, problem.params),
  }
}

/** Puts an expected failure into the language of `t`: what happened and what it means, and what to do. */
export function describeRefusal(t: Translate, refusal: Refusal): { what: string; remedy: string } {
  return {
    what: t(`errors:${refusal.code}.what`, refusal.params),
    remedy: t(`errors:${refusal.code}.remedy`, refusal.params),
  }
}
