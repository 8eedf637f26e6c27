import { academicYearLabel } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { formatDay, formatInstant, formatNumber, formatSignedPercent } from '../../../shared/kernel/format.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language, LocalizedText } from '../../../shared/kernel/record.ts'
import { createI18n, type Translate } from '../../../shared/locales/i18n.ts'
import type { Level } from '../../../shared/programmes/programme.ts'
import { countryName } from '../../../shared/reference/countries.ts'
import type { Comparison } from '../../../shared/reports/figure.ts'

/** Puts the numbers and names of a report into one language. */
export type Words = {
  readonly language: Language
  readonly t: Translate
  number(value: number): string
  day(day: Day): string
  instant(iso: string): string
  year(academicYear: number): string
  name(names: LocalizedText): string
  level(level: Level): string
  /** The notation as it stands in the sources, or the words for a programme without a plan. */
  format(notation: string): string
  country(code: string): string
  /** Last year's value, or the words for none. */
  previous(comparison: Comparison): string
  change(comparison: Comparison): string
}

/** The words of a report's language. Instants are shown in UTC, so that the same data print the same everywhere. */
export function wordsOf(language: Language): Words {
  const t = createI18n(language).t as Translate
  return {
    language,
    t,
    number: (value) => formatNumber(value, language),
    day: (day) => formatDay(day, language),
    instant: (iso) => (iso === '' ? '—' : `${formatInstant(iso, language, 0)} UTC`),
    year: academicYearLabel,
    name: (names) => nameIn(names, language),
    level: (level) => t(`programmes:levels.${level}`),
    format: (notation) => (notation === '' ? t('overview:withoutFormat') : localNotation(notation, language)),
    country: (code) => (code === '' ? t('overview:unknownCountry') : countryName(code, language)),
    previous: ({ previous }) =>
      previous === null ? t('reports:noLastYear') : formatNumber(previous, language),
    change: ({ changePercent }) =>
      changePercent === null ? '—' : formatSignedPercent(changePercent / 100, language),
  }
}

/** `1s+3s` means nothing to readers of Kazakh and Russian: there the semesters are named. */
function localNotation(notation: string, language: Language): string {
  if (language === 'en' || !notation.includes('s')) return notation
  return notation.replaceAll(/(\d+)s/g, '$1\u00A0сем.').replaceAll('+', ' + ')
}
