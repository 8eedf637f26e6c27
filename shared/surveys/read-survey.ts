import { cellText, isBlank, type Sheet } from '../imports/sheet.ts'
import { readCount } from '../imports/read-values.ts'
import type { Programme } from '../programmes/programme.ts'
import { saysNoAnswer } from './answer-words.ts'
import {
  findProgramme,
  freeCode,
  headerRowOf,
  layoutOf,
  pointColumns,
  proposeColumns,
  questionColumn,
  readAnswer,
} from './detect-survey.ts'
import { type RawGroup, type RawResults, sumOf } from './protect-answers.ts'
import type { BankQuestion } from './question-bank.ts'
import type { ColumnChoice, SurveyColumn, SurveyLayout, SurveyRowProblem } from './survey-file.ts'
import { scalePoints, type SurveyScale } from './survey.ts'

/** Everything that a file of results says. It still has small groups in it: only sums leave, through `protectAnswers`. */
export type ReadSurvey = {
  readonly layout: SurveyLayout
  readonly columns: SurveyColumn[]
  readonly results: RawResults
  /** Answers in words, with the code of their question. */
  readonly texts: { question: string; text: string }[]
  readonly problems: SurveyRowProblem[]
}

type Known = {
  readonly bank: readonly BankQuestion[]
  readonly programmes: readonly Pick<Programme, 'id' | 'code' | 'names'>[]
  /** What a person decided about the columns; null: nothing yet. */
  readonly choices: readonly ColumnChoice[] | null
}

const shownSamples = 3

/** Reads a sheet of results; null: it has no row of titles. */
export function readSurvey(sheet: Sheet, known: Known): ReadSurvey | null {
  const header = headerRowOf(sheet)
  if (header === null) return null
  const layout = layoutOf(header.titles)
  const rows = sheet.rows.filter(({ row }) => row > header.row)
  return layout === 'counts'
    ? readCounts(header.titles, rows, known)
    : readResponses(layout, header.titles, rows, known)
}

type Rows = Sheet['rows']

const blankCounts = (scale: SurveyScale): number[] =>
  Array.from({ length: Math.max(1, scalePoints[scale]) }, () => 0)

type GroupTally = { programmeId: string | null; name: string; answered: number; counts: number[][] }

function readResponses(
  layout: SurveyLayout,
  titles: readonly string[],
  rows: Rows,
  known: Known,
): ReadSurvey {
  const cellsOf = (column: number) => rows.map(({ cells }) => cells[column] ?? null)
  const proposed = proposeColumns(titles, cellsOf, known.bank)
  const choices = proposed.map((each) => known.choices?.find(({ column }) => column === each.column) ?? each)
  const questions = choices.filter(({ role }) => role === 'question')
  const programmeColumn = choices.find(({ role }) => role === 'programme')?.column ?? null
  const counts = questions.map(({ scale }) => blankCounts(scale))
  const groups = new Map<string, GroupTally>()
  const texts: ReadSurvey['texts'] = []
  const problems: SurveyRowProblem[] = []
  const unread = new Map<number, number>()
  let answered = 0

  for (const { row, cells } of rows) {
    const given = questions.filter(({ column }) => !isBlank(cells[column]))
    if (given.length === 0) {
      problems.push({ row, title: '', value: '', kind: 'empty' })
      continue
    }
    answered += 1
    const group = groupOf(cellText(cells[programmeColumn ?? -1] ?? null), groups, known, questions)
    group.answered += 1
    questions.forEach(({ column, scale }, place) => {
      const cell = cells[column] ?? null
      const text = cellText(cell)
      if (isBlank(cell) || saysNoAnswer(text)) return
      const point = scale === 'text' ? 1 : readAnswer(cell, scale)
      if (point === null) {
        unread.set(column, (unread.get(column) ?? 0) + 1)
        problems.push({ row, title: titles[column] ?? '', value: text.slice(0, 120), kind: 'unread' })
        return
      }
      addOne(counts[place], point)
      addOne(group.counts[place], point)
      if (scale === 'text') texts.push({ question: codeOf(place), text: text.slice(0, 2000) })
    })
  }
  return {
    layout,
    columns: choices.map((choice) => ({
      ...choice,
      title: titles[choice.column] ?? '',
      answered: sumOf(counts[questions.indexOf(choice)] ?? []),
      unread: unread.get(choice.column) ?? 0,
      samples: choice.role === 'personal' ? [] : samplesOf(cellsOf(choice.column).map(cellText)),
    })),
    results: {
      answered,
      questions: questions.map(({ column, scale, bankCode }, place) => ({
        code: codeOf(place),
        bankCode,
        text: (titles[column] ?? '').slice(0, 1000),
        scale,
        counts: counts[place] ?? [],
      })),
      groups: programmeColumn === null ? [] : [...groups.values()].map((group): RawGroup => group),
    },
    texts,
    problems,
  }
}

/** Answers in words are shown in the check by their question, not here by the first people who wrote. */
const samplesOf = (texts: readonly string[]): string[] =>
  [...new Set(texts.filter((text) => text !== ''))].slice(0, shownSamples).map((text) => text.slice(0, 60))

const codeOf = (place: number): string => `q${place + 1}`

function addOne(counts: number[] | undefined, point: number): void {
  if (counts !== undefined) counts[point - 1] = (counts[point - 1] ?? 0) + 1
}

function groupOf(
  text: string,
  groups: Map<string, GroupTally>,
  { programmes }: Known,
  questions: readonly ColumnChoice[],
): GroupTally {
  const programme = findProgramme(text, programmes)
  const key = programme?.id ?? text
  const group = groups.get(key) ?? {
    programmeId: programme?.id ?? null,
    name: text.slice(0, 300),
    answered: 0,
    counts: questions.map(({ scale }) => blankCounts(scale)),
  }
  groups.set(key, group)
  return group
}

/** A file with one row per question: the wording and the number of answers at each step. */
function readCounts(titles: readonly string[], rows: Rows, { bank, choices }: Known): ReadSurvey {
  const points = pointColumns(titles)
  const scale = scaleOfPoints(points)
  const wording = questionColumn(titles)
  const used = new Set<string>()
  const columns: SurveyColumn[] = []
  const questions: RawResults['questions'][number][] = []
  const problems: SurveyRowProblem[] = []
  for (const { row, cells } of rows) {
    const text = cellText(cells[wording] ?? null).replaceAll(/\s+/gu, ' ')
    if (text === '') {
      problems.push({ row, title: '', value: '', kind: 'no-question' })
      continue
    }
    const { counts, wrong } = countsInRow(cells, points, scale)
    for (const value of wrong) problems.push({ row, title: text, value, kind: 'not-a-count' })
    const chosen = choices?.find(({ column }) => column === row)
    const bankCode = chosen === undefined ? freeCode(text, bank, used) : chosen.bankCode
    const role = wrong.length === 0 ? (chosen?.role ?? 'question') : 'skip'
    const read = { answered: sumOf(counts), unread: wrong.length, samples: [] }
    columns.push({ column: row, role, scale, bankCode, title: text, ...read })
    if (role === 'question')
      questions.push({ code: codeOf(questions.length), bankCode, text: text.slice(0, 1000), scale, counts })
  }
  const answered = Math.max(0, ...questions.map(({ counts }) => sumOf(counts)))
  return { layout: 'counts', columns, results: { answered, questions, groups: [] }, texts: [], problems }
}

type Points = ReturnType<typeof pointColumns>

function scaleOfPoints(points: Points): SurveyScale {
  if (points.every(({ isYesNo }) => isYesNo)) return 'yes-no'
  return Math.max(...points.map(({ point }) => point)) > 5 ? 'ten' : 'five'
}

/** The numbers of a row by step, and the cells that hold no whole number. */
function countsInRow(
  cells: Rows[number]['cells'],
  points: Points,
  scale: SurveyScale,
): { counts: number[]; wrong: string[] } {
  const counts = blankCounts(scale)
  const wrong: string[] = []
  for (const { column, point } of points) {
    const cell = cells[column] ?? null
    if (isBlank(cell)) continue
    const reading = readCount(cell)
    if ('value' in reading) counts[point - 1] = reading.value
    else wrong.push(cellText(cell).slice(0, 120))
  }
  return { counts, wrong }
}
