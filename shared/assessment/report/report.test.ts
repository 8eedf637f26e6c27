import { describe, expect, it, test } from 'vitest'
import agencyKz from '../../../resources/report-templates/agency-kz.2026.json' with { type: 'json' }
import esgGeneral from '../../../resources/report-templates/esg-general.2026.json' with { type: 'json' }
import {
  evidenceId,
  sampleScale,
  sampleSelfEvaluation,
} from '../../../tests/support/sample-self-evaluation.ts'
import { languages } from '../../kernel/record.ts'
import { emptyRichText, plainText, richTextOf } from '../rich-text.ts'
import { annexFileName } from './annex-file-name.ts'
import { annexFiles, missingFiles, numberAnnexes } from './annexes.ts'
import { composeReport } from './compose.ts'
import { type DocumentBlock, headingsOf, type ReportDocument, type Run } from './document.ts'
import { type ReportCriterion, type SelfEvaluationReport, standardsOf } from './report.ts'
import { reportTemplateSchema } from './report-template.ts'
import { summarize } from './standard-summary.ts'

const general = reportTemplateSchema.parse(esgGeneral)
const agency = reportTemplateSchema.parse(agencyKz)

function runsOf(blocks: readonly DocumentBlock[]): Run[] {
  return blocks.flatMap((block): readonly Run[] => {
    if (block.kind === 'paragraph') return block.runs
    if (block.kind === 'heading') return [{ text: block.text }]
    if (block.kind === 'list') return block.items.flatMap(runsOf)
    return block.kind === 'table' ? block.rows.flat().flatMap((cell) => runsOf(cell.blocks)) : []
  })
}

const textOf = (document: ReportDocument): string =>
  runsOf(document.blocks)
    .map(({ text }) => text)
    .join('\n')

/** The report with every criterion changed. */
function withCriteria(
  report: SelfEvaluationReport,
  change: (criterion: ReportCriterion) => ReportCriterion,
): SelfEvaluationReport {
  const parts = report.parts.map((part) => ({
    ...part,
    standards: part.standards.map((standard) => ({ ...standard, criteria: standard.criteria.map(change) })),
  }))
  return { ...report, parts }
}

describe('the number of an annex', () => {
  test('Q19: every piece of evidence that is cited anywhere has exactly one number, and no other has any', () => {
    const report = sampleSelfEvaluation('kk')
    const cited = new Set(
      standardsOf(report).flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.evidenceIds)),
    )
    for (const [id] of JSON.stringify(report.parts).matchAll(/01900000-0000-7000-8000-\d{12}/g)) cited.add(id)
    const annexes = numberAnnexes(report, general)
    expect(new Set(annexes.map(({ evidence }) => evidence.id))).toEqual(cited)
    expect(annexes.map(({ number }) => number)).toEqual(annexes.map((_annex, index) => index + 1))
    expect(annexes.length).toBeLessThan(report.evidence.length)
  })

  it('follows the order of reading: the text of a criterion first, then what is linked to it', () => {
    const report = withCriteria(sampleSelfEvaluation('en'), (criterion) => ({
      ...criterion,
      narrative: criterion.code === '1.1.b' ? citing(7) : emptyRichText,
      evidenceIds:
        criterion.code === '1.1.a'
          ? [evidenceId(9)]
          : criterion.code === '1.1.b'
            ? [evidenceId(3), evidenceId(9)]
            : [],
    }))
    const annexes = numberAnnexes({ ...report, texts: {} }, { ...general, sections: criteriaOnly })
    expect(annexes.map(({ evidence }) => evidence.id)).toEqual([evidenceId(9), evidenceId(7), evidenceId(3)])
    expect(annexes.map(({ citedBy }) => citedBy)).toEqual([['1.1.a', '1.1.b'], ['1.1.b'], ['1.1.b']])
  })

  it('is not given for what the structure does not print', () => {
    const report = { ...sampleSelfEvaluation('en'), texts: { elsewhere: citing(55) } }
    expect(numberAnnexes(report, general).some(({ evidence }) => evidence.id === evidenceId(55))).toBe(false)
  })

  it('is not given for evidence that is not there, and the text says so', () => {
    const report = { ...sampleSelfEvaluation('en'), evidence: [] }
    expect(numberAnnexes(report, general)).toEqual([])
    expect(textOf(composeReport(report, general, 'en'))).toContain('[evidence not found]')
  })

  test('Q19: exactly the cited files go into the annex folder, links and lost files do not', () => {
    const report = sampleSelfEvaluation('ru')
    const lost = {
      ...report,
      evidence: report.evidence.map((evidence) => ({
        ...evidence,
        ...(evidence.id === evidenceId(1) ? { file: null } : {}),
      })),
    }
    const annexes = numberAnnexes(lost, general)
    const files = annexFiles(annexes, 'ru')
    const expected = annexes.filter(
      ({ evidence }) => evidence.kind === 'file' && evidence.id !== evidenceId(1),
    )
    expect(files.map(({ number }) => number)).toEqual(expected.map(({ number }) => number))
    expect(missingFiles(annexes).map(({ evidence }) => evidence.id)).toEqual([evidenceId(1)])
    expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length)
    expect(files.map(({ name }) => name).toSorted()).toEqual(files.map(({ name }) => name))
  })

  it('is named wherever the evidence is, and leads to the list of annexes', () => {
    for (const template of [general, agency]) {
      const report = sampleSelfEvaluation('kk')
      const document = composeReport(report, template, 'kk')
      const anchors = new Set(
        runsOf(document.blocks).flatMap(({ anchor }) => (anchor === undefined ? [] : [anchor])),
      )
      expect(anchors).toEqual(new Set(numberAnnexes(report, template).map(({ number }) => `annex-${number}`)))
      expect(textOf(document)).toContain('[2-қосымша]')
    }
  })
})

const cell = (value: string, columns: number, rows: number) => ({
  type: 'tableCell' as const,
  attrs: { colspan: columns, rowspan: rows },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: value }] }],
})

const criteriaOnly = general.sections.map((section) =>
  section.kind === 'standards' ? { ...section, judgements: 'criterion' as const } : section,
)

function citing(n: number) {
  return {
    type: 'doc' as const,
    content: [
      { type: 'paragraph' as const, content: [{ type: 'evidence' as const, attrs: { id: evidenceId(n) } }] },
    ],
  }
}

describe('names of annex files', () => {
  it.each([
    ['Саясат: «Сапа»', 'scan.PDF', '001 Саясат «Сапа».pdf'],
    ['../../etc/passwd', 'x', '001 etc passwd'],
    ['a\u0000b\u202Egpj.exe', 'x.docx', '001 a b gpj.exe.docx'],
    ['   ...', 'x.tar.gz', '001.gz'],
    ['CON', 'con.pdf', '001 CON.pdf'],
    ['100%?*|<>"', 'x.png', '001 100.png'],
  ])('of «%s» are harmless', (title, original, name) => {
    expect(annexFileName('001', title, original)).toBe(name)
  })

  it('are short enough for every file system', () => {
    const name = annexFileName('001', 'Қ'.repeat(500), `x.${'a'.repeat(50)}`)
    expect(new TextEncoder().encode(name).length).toBeLessThan(255)
  })
})

describe('the composed report', () => {
  test('Q6: stands in the words of the agency by its table, and the levels themselves stay as they are', () => {
    const report = { ...sampleSelfEvaluation('en'), scale: sampleScale }
    const before = JSON.stringify(report)
    const text = textOf(composeReport(report, agency, 'en'))
    const words = { 1: 'Unsatisfactory', 2: 'Suggests improvement', 3: 'Satisfactory', 4: 'Strong' }
    const judged = standardsOf(report)
      .flatMap(({ criteria }) => criteria)
      .filter(({ level, notApplicable }) => level > 0 && notApplicable === null)
    expect(judged.length).toBeGreaterThan(50)
    for (const { code, level } of judged) {
      const section = text.slice(text.indexOf(`\n${code} `))
      expect(section.slice(section.indexOf('Level: ')).split('\n')[1]).toBe(level === 0 ? '' : words[level])
    }
    expect(text).not.toContain('Fully met')
    expect(JSON.stringify(report)).toBe(before)
  })

  test('Q3: a criterion of the university stands under its standard and is marked as own', () => {
    for (const [language, mark] of [
      ['en', 'own criterion'],
      ['ru', 'собственный критерий'],
      ['kk', 'өз критерийі'],
    ] as const) {
      const headings = headingsOf(composeReport(sampleSelfEvaluation(language), general, language)).map(
        ({ text }) => text,
      )
      const own = headings.findIndex((text) => text.startsWith('1.1.u1'))
      expect(headings[own]).toContain(`(${mark})`)
      expect(headings.slice(0, own).findLast((text) => /^1\.\d+ /.test(text))).toMatch(/^1\.1 /)
      expect(headings.filter((text) => text.includes(mark))).toHaveLength(1)
    }
  })

  const forms = languages.flatMap((language) => [general, agency].map((template) => ({ language, template })))

  it.each(forms)(
    'has every criterion and its text in $language as $template.code',
    ({ language, template }) => {
      const report = sampleSelfEvaluation(language)
      const document = composeReport(report, template, language)
      const text = textOf(document).replaceAll('\n', '')
      const headings = headingsOf(document).map((heading) => heading.text)
      for (const criterion of standardsOf(report).flatMap(({ criteria }) => criteria)) {
        const { code, narrative, notApplicable } = criterion
        expect(headings.filter((heading) => heading.startsWith(`${code} `))).toHaveLength(1)
        expect(text).toContain(notApplicable ?? plainText(narrative).slice(0, 60))
      }
    },
  )

  it('gathers what the criteria say under the standard where the structure wants it so', () => {
    const report = withCriteria(sampleSelfEvaluation('en'), (criterion) => ({
      ...criterion,
      strengths: `strong ${criterion.code}`,
    }))
    const count = (template: typeof general): number =>
      textOf(composeReport(report, template, 'en')).match(/strong 1\.1\.a/g)?.length ?? 0
    expect(count(general)).toBe(1)
    expect(count(agency)).toBe(1)
  })

  it('leaves an empty section out or keeps its heading, as the structure says', () => {
    const report = { ...sampleSelfEvaluation('en'), texts: {} }
    const headings = (template: typeof general) =>
      headingsOf(composeReport(report, template, 'en')).map(({ text }) => text)
    expect(headings(general)).not.toContain('Introduction')
    expect(headings(agency)).toContain('Introduction')
    expect(headings(agency)).not.toContain('Symbols and abbreviations')
  })

  it('holds no control, direction or half character, whatever was typed', () => {
    const hostile = 'a\u0000\u0007\u202Eb\uD800c\uFFFE<script>'
    const report = withCriteria(sampleSelfEvaluation('en'), (criterion) => ({
      ...criterion,
      text: { kk: hostile, ru: hostile, en: hostile },
      narrative: richTextOf(hostile),
      strengths: hostile,
    }))
    const text = textOf(composeReport(report, general, 'en'))
    expect(text).toContain('ab\uFFFDc<script>')
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202E\uFFFE]/u)
  })

  it('makes a whole table of one whose spans overlap or leave holes', () => {
    const table = {
      type: 'doc' as const,
      content: [
        {
          type: 'table' as const,
          content: [
            { type: 'tableRow' as const, content: [cell('a', 1, 9), cell('b', 2, 1)] },
            { type: 'tableRow' as const, content: [cell('c', 1, 1)] },
            { type: 'tableRow' as const, content: [cell('d', 5, 1)] },
          ],
        },
      ],
    }
    const report = { ...sampleSelfEvaluation('en'), texts: { introduction: table } }
    const found = composeReport(report, general, 'en').blocks.find(
      (block) => block.kind === 'table' && !block.isPlain,
    )
    if (found?.kind !== 'table') throw new Error('there is no table')
    // Every place of the grid is covered exactly once.
    const width = found.widths.length
    const grid = new Set<string>()
    for (const [row, cells] of found.rows.entries()) {
      let column = 0
      for (const { columns, rows } of cells) {
        while (grid.has(`${row}.${column}`)) column += 1
        for (let y = row; y < row + rows; y += 1)
          for (let x = column; x < column + columns; x += 1) {
            expect(grid.has(`${y}.${x}`)).toBe(false)
            grid.add(`${y}.${x}`)
          }
      }
    }
    expect(grid.size).toBe(width * found.rows.length)
  })
})

describe('the summary of a standard', () => {
  it('counts neither what does not apply nor what is not assessed into the score', () => {
    const [first] = standardsOf(sampleSelfEvaluation('en')).flatMap(({ criteria }) => criteria)
    if (first === undefined) throw new Error('the sample has no criteria')
    const at = (level: 0 | 1 | 2 | 3 | 4, notApplicable: string | null = null) => ({
      ...first,
      level,
      notApplicable,
    })
    expect(summarize([at(4), at(1), at(0), at(4, 'no partner')])).toEqual({
      applicable: 3,
      assessed: 2,
      score: 0.625,
      levels: { 0: 1, 1: 1, 2: 0, 3: 0, 4: 1 },
    })
    expect(summarize([at(0)]).score).toBeNull()
  })
})
