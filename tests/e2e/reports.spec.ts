import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Language, languages } from '../../shared/kernel/record.ts'
import { formatNumber, formatSignedPercent } from '../../shared/kernel/format.ts'
import { createI18n } from '../../shared/locales/i18n.ts'
import { levels } from '../../shared/programmes/programme.ts'
import { type Desk, goTo, leave, makeSample, sitDown } from '../support/pages/desk.ts'
import { figures, openFigure } from '../support/pages/overview-page.ts'
import * as reports from '../support/pages/reports-page.ts'

let folder: string
let desk: Desk | null = null
const path = (name: string): string => join(folder, name)

async function start(language: Language, sample: 'university' | 'national'): Promise<Desk> {
  desk = await sitDown({ language, userData: path('settings') })
  await makeSample(desk, sample, path('Үлгі.qosdiplom'))
  return desk
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-reports-'))
})
afterEach(async ({ task }) => {
  if (desk !== null) await leave(desk, task)
  desk = null
  rmSync(folder, { recursive: true, force: true })
})

describe('the overview of the sample university', () => {
  it('leads from every number to the list of what it counts', async () => {
    const person = await start('en', 'university')
    const shown = await figures(person)
    expect(new Set(shown.map(({ place }) => place))).toEqual(
      new Set(['agreements', 'programmes', 'mobility', 'partners']),
    )
    for (const figure of shown) {
      await openFigure(person, figure)
      await goTo(person, 'overview')
    }
    expect(person.complaints).toEqual([])
  })
})

describe('the summary for the rector', () => {
  it('is saved as PDF in three languages, and its Kazakh letters can be searched', async () => {
    const person = await start('kk', 'university')
    await goTo(person, 'reports')
    for (const language of languages) {
      await reports.savePdf(person, language, path(`${language}.pdf`))
      const text = textOf(`${language}.pdf`)
      const { t } = createI18n(language)
      for (const words of [t('reports:pdf.risks'), t('reports:pdf.facts'), universities[language]]) {
        expect(text).toContain(words)
      }
      expect(text.trimEnd().split('\f').length).toBeLessThanOrEqual(2)
    }
    const letters = new Set(textOf('kk.pdf').toLowerCase())
    expect(Array.from('әғқңөұүі').filter((letter) => !letters.has(letter))).toEqual([])
    expect(person.complaints).toEqual([])
  })
})

/** The sample's own university. */
const universities: Record<Language, string> = {
  kk: 'Сарыбел университеті',
  ru: 'Сарыбельский университет',
  en: 'Sarybel University',
}

/** The published totals by academic year: learners in all and of each level, and what else was published. */
const published = [
  { year: '2020/21', learners: 1120, byLevel: [674, 435, 11] },
  {
    year: '2021/22',
    learners: 1189,
    byLevel: [557, 609, 23],
    change: 0.062,
    programmes: 186,
    programmesByLevel: [68, 114, 4],
  },
  {
    year: '2022/23',
    learners: 1281,
    byLevel: [650, 625, 6],
    change: 0.077,
    programmes: 195,
    partners: 97,
    countries: 23,
  },
]

describe('the double-degree report of the national sample', () => {
  it.each(['kk', 'ru', 'en'] as const)('shows the published numbers in %s', async (language) => {
    const person = await start(language, 'national')
    const { t } = person
    await goTo(person, 'reports')
    await reports.chooseReport(person, 'double-degree')
    for (const { year, change, ...numbers } of published) {
      await reports.chooseYear(person, year)
      for (const [title, value] of rowsOf(person, numbers)) {
        await reports.totalsShow(person, title, formatNumber(value, language))
      }
      if (change === undefined) continue
      const [, , shown] = await reports.totalsRow(person, t('reports:column.learners'))
      expect(shown).toBe(formatSignedPercent(change, language))
    }
    expect(person.complaints).toEqual([])
  })
})

/** The rows of the totals that hold published numbers. */
function rowsOf(
  { t }: Desk,
  numbers: Omit<(typeof published)[number], 'year' | 'change'>,
): [string, number][] {
  const learners = t('reports:column.learners')
  const programmes = t('reports:column.programmes')
  const rows: [string, number | undefined][] = [
    [learners, numbers.learners],
    ...levels.map((level, index): [string, number | undefined] => [
      `${learners}: ${t(`programmes:levels.${level}`)}`,
      numbers.byLevel[index],
    ]),
    [programmes, numbers.programmes],
    ...levels.map((level, index): [string, number | undefined] => [
      `${programmes}: ${t(`programmes:levels.${level}`)}`,
      numbers.programmesByLevel?.[index],
    ]),
    [t('reports:column.partners'), numbers.partners],
    [t('reports:column.countries'), numbers.countries],
  ]
  return rows.flatMap(([title, value]): [string, number][] => (value === undefined ? [] : [[title, value]]))
}

/** The text of a PDF as a reader's search finds it; pages end with a form feed. */
const textOf = (name: string): string =>
  execFileSync('pdftotext', ['-layout', path(name), '-'], { encoding: 'utf8' })
