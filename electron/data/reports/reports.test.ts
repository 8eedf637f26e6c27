import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerOf } from '../../../tests/support/register-of.ts'
import { readPdfText } from '../../../tests/support/pdf-text.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { takeOverview } from '../../../shared/overview/take-overview.ts'
import { takeDoubleDegreeReport } from '../../../shared/reports/double-degree.ts'
import { plainReport } from '../../../shared/reports/report-json.ts'
import type { ReportFormat, ReportKind } from '../../../shared/reports/report.ts'
import { openTestService, type TestService } from '../testing.ts'
import { renderSummary } from './summary-pdf.ts'
import { wordsOf } from './words.ts'

const on = '2026-11-22'
let university: TestService
let national: TestService

beforeAll(async () => {
  university = await openTestService({ sample: 'university', language: 'kk' })
  national = await openTestService({ sample: 'national', language: 'ru' })
})
afterAll(async () => {
  await university.close()
  await national.close()
})

type Wish = { report: ReportKind; format: ReportFormat; language: Language; academicYear?: number }

type Exported = { bytes: Buffer; stages: string[]; result: { name: string; size: number } }

async function exported(test: TestService, wish: Wish): Promise<Exported> {
  const path = join(test.folder, `report.${wish.format}`)
  const to = test.service.files.grant(path)
  const stream = await test.client.reports.export({ academicYear: 2026, on, ...wish, to })
  const stages: string[] = []
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return { bytes: readFileSync(path), stages, result: step.value }
    stages.push(step.value.stage)
  }
}

/** Runs a stream to its end. */
async function drain(stream: AsyncIterator<unknown>): Promise<void> {
  for (;;) if ((await stream.next()).done === true) return
}

async function textOf(test: TestService, wish: Omit<Wish, 'format'>): Promise<string[]> {
  const { bytes } = await exported(test, { ...wish, format: 'pdf' })
  return readPdfText(bytes).pages.map((page) => page.replaceAll(/[\s\u202F]+/g, ' '))
}

const longName = (number: number): string =>
  `${'Өте ұзақ атаулы университет '.repeat(12)}${number}`.slice(0, 400)

const headings: Record<Language, string[]> = {
  kk: ['Ректорға арналған жиынтық мәлімет', 'Тәуекелдер', 'Келісімдер мәртебесі бойынша', 'Жақын мерзімдер'],
  ru: ['Сводка для ректора', 'Риски', 'Соглашения по статусу', 'Ближайшие сроки'],
  en: ["Rector's summary", 'Risks', 'Agreements by status', 'Next deadlines'],
}

describe("rector's summary as PDF", () => {
  it.each<Language>(['kk', 'ru', 'en'])('fits on two pages and can be searched in %s', async (language) => {
    const pages = await textOf(university, { report: 'summary', language })
    expect(pages).toHaveLength(2)
    const text = pages.join(' ')
    for (const heading of headings[language]) expect(text).toContain(heading)
    expect(text).not.toContain('?')
    expect(text).not.toMatch(/\b(overview|reports|programmes):/)
  })

  it('keeps every Kazakh letter that the register holds', async () => {
    const text = (await textOf(university, { report: 'summary', language: 'kk' })).join(' ')
    for (const name of [
      'Ағылшын тілі мұғалімін даярлау',
      'Педагогикалық өлшеу',
      'Гөкдере техникалық университеті',
    ]) {
      expect(text).toContain(name)
    }
    expect(new Set(text.match(/[әғқңөұүһіӘҒҚҢӨҰҮҺІ]/g)).size).toBeGreaterThan(8)
  })

  it('names the day, the state of the data and the page on every page', async () => {
    const pages = await textOf(university, { report: 'summary', language: 'en' })
    expect(pages[0]).toContain('As of 22 Nov 2026')
    pages.forEach((page, index) => {
      expect(page).toContain(`page ${index + 1} of 2`)
      expect(page).toMatch(/state of the data: \d+ Nov 2026, \d\d:\d\d UTC/)
    })
    expect(pages[1]).toContain('Sources of the numbers')
  })

  it('uses static fonts with their letters inside the file', async () => {
    const { bytes } = await exported(university, { report: 'summary', format: 'pdf', language: 'kk' })
    const { fonts } = readPdfText(bytes)
    expect(fonts).toContain('BZZZZZ+NotoSans-Regular CIDFontType2')
    expect(fonts.filter((font) => font.includes('Type3'))).toEqual([])
  })

  it('stays on two pages however long the names and lists are', async () => {
    const formats = ['2+2', '1+3', '3+1', '1+1+2', '2+1+1', '1s+7s', '3s+5s', '5s+3s', '7s+1s', '1+4', '2+3']
    const register = registerOf({
      partners: Array.from({ length: 60 }, (_unused, number) => ({
        number,
        names: { kk: longName(number), ru: longName(number), en: longName(number) },
      })),
      agreements: Array.from({ length: 60 }, (_unused, key) => ({
        key,
        partners: [key],
        title: longName(key),
        term: { kind: 'fixed' as const, endsOn: key % 2 === 0 ? '2027-01-15' : '2026-10-15' },
      })),
      programmes: Array.from({ length: 60 }, (_unused, number) => ({
        number,
        names: { kk: longName(number), ru: longName(number), en: longName(number) },
        partners: [
          [number, number],
          [(number + 1) % 60, number === 3 ? null : number],
        ] as [number, number | null][],
        format: formats[number % formats.length] ?? '2+2',
      })),
    })
    const overview = takeOverview(register, { on, academicYear: 2026, language: 'kk' }, [], [])
    const doubleDegree = takeDoubleDegreeReport(register, 2026, on)
    const bytes = await renderSummary({ overview, doubleDegree }, wordsOf('kk'))
    expect(overview.risks.length).toBeGreaterThan(2)
    expect(readPdfText(bytes).pages).toHaveLength(2)
  })

  it('is empty but whole for a workspace without records', async () => {
    const empty = await openTestService()
    const pages = await textOf(empty, { report: 'summary', language: 'kk' })
    await empty.close()
    expect(pages.join(' ')).toContain('Тәуекел табылмады')
  })
})

describe('double-degree report', () => {
  it.each([
    [2020, 1120, null],
    [2021, 1189, 6.2],
    [2022, 1281, 7.7],
  ])('gives the published contingent of %i through the service', async (academicYear, learners, change) => {
    const report = await national.client.reports.doubleDegree({ academicYear, on, language: 'en' })
    expect(report.contingent.figure.value).toBe(learners)
    expect(report.contingent.changePercent).toBe(change)
  })

  it('prints the published numbers of 2022/23', async () => {
    const [first = ''] = await textOf(national, {
      report: 'double-degree',
      language: 'ru',
      academicYear: 2022,
    })
    for (const shown of ['Программы 195', 'Партнёры 97', 'Страны 23', 'Контингент 1 281', '+7,7 %']) {
      expect(first.replaceAll('\u00A0', ' ')).toContain(shown)
    }
  })

  it('holds numbers, not texts, in its workbook', async () => {
    const wish: Wish = { report: 'double-degree', format: 'xlsx', language: 'en', academicYear: 2021 }
    const { bytes } = await exported(national, wish)
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      'Totals',
      'By format',
      'By country',
      'List of programmes',
      'Sources of the numbers',
    ])
    const totals = sheets[0]?.rows.map((row) => row.slice(0, 4))
    expect(totals).toContainEqual(['Programmes', 186, 330, -43.6])
    expect(totals).toContainEqual(['Learners', 1189, 1120, 6.2])
    expect(sheets[3]?.rows).toHaveLength(187)
  })

  it('says the same as JSON', async () => {
    const wish: Wish = { report: 'double-degree', format: 'json', language: 'en', academicYear: 2021 }
    const { bytes } = await exported(national, wish)
    const report = await national.client.reports.doubleDegree({ academicYear: 2021, on, language: 'en' })
    expect(JSON.parse(bytes.toString('utf8'))).toEqual(plainReport('double-degree', report))
  })
})

describe('summary as workbook and JSON', () => {
  it('has a sheet for each block of the printed page', async () => {
    const { bytes } = await exported(university, { report: 'summary', format: 'xlsx', language: 'kk' })
    const { sheets } = await readXlsx(bytes)
    expect(sheets).toHaveLength(10)
    expect(sheets.filter((sheet) => sheet.rows.length < 2)).toEqual([])
    expect(sheets[2]?.rows).toContainEqual(['Мерзімі бітіп келеді', 9])
  })

  it('has the numbers of the overview and of the year', async () => {
    const { bytes } = await exported(university, { report: 'summary', format: 'json', language: 'kk' })
    const summary = await university.client.reports.summary({ academicYear: 2026, on, language: 'kk' })
    expect(JSON.parse(bytes.toString('utf8'))).toEqual(plainReport('summary', summary))
  })
})

describe('export of a report', () => {
  it.each<ReportFormat>(['pdf', 'xlsx', 'json'])('gives the same bytes twice as %s', async (format) => {
    const wish: Wish = { report: 'summary', format, language: 'ru' }
    const [one, two] = [await exported(university, wish), await exported(university, wish)]
    expect(one.bytes.equals(two.bytes)).toBe(true)
  })

  it('reports its progress step by step', async () => {
    const wish: Wish = { report: 'summary', format: 'json', language: 'en' }
    const { stages, result, bytes } = await exported(university, wish)
    expect(stages).toEqual(['records', 'layout', 'writing'])
    expect(result).toMatchObject({ name: 'report.json', size: bytes.length })
  })

  it('leaves no file when it is cancelled before the last step', async () => {
    const path = join(university.folder, 'cancelled.pdf')
    const to = university.service.files.grant(path)
    const cancel = new AbortController()
    const wish = { report: 'summary', format: 'pdf', academicYear: 2026, on, language: 'en', to } as const
    const stream = await university.client.reports.export(wish, { signal: cancel.signal })
    await stream.next()
    cancel.abort()
    await expect(drain(stream)).rejects.toMatchObject({ data: { code: 'cancelled' } })
    expect(existsSync(path)).toBe(false)
  })

  it('refuses a file that nobody chose', async () => {
    const to = { grant: '0193aaaa-0000-4000-8000-000000000000', name: 'x.pdf' }
    const wish = { report: 'summary', format: 'json', academicYear: 2026, on, language: 'en', to } as const
    const stream = await university.client.reports.export(wish)
    await expect(drain(stream)).rejects.toMatchObject({ data: { code: 'file-not-granted' } })
  })
})

describe('years to choose from', () => {
  it('reach from the first record to the present year, newest first', async () => {
    const years = await national.client.reports.years()
    expect(years).toEqual([2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017])
  })
})

describe('words of a report', () => {
  it('names semesters where the short notation means nothing', () => {
    expect(wordsOf('kk').format('1s+3s')).toBe('1\u00A0сем. + 3\u00A0сем.')
    expect(wordsOf('en').format('1s+3s')).toBe('1s+3s')
    expect(wordsOf('ru').format('2+2')).toBe('2+2')
  })
})
