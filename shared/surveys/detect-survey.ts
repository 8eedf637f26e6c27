import { foldText } from '../kernel/fold.ts'
import { type Cell, cellText, isBlank, type Sheet } from '../imports/sheet.ts'
import { readAgreement, readPoint, readYesNo, saysNoAnswer } from './answer-words.ts'
import { type BankQuestion, matchBankQuestion } from './question-bank.ts'
import type { ColumnChoice, ColumnRole, SurveyLayout } from './survey-file.ts'
import type { SurveyScale } from './survey.ts'

/** A header stands among so many rows with content: titles may be above it. */
const searchedRows = 12
/** So many of the answers must fit a scale; the others are named as unread. */
const fittingShare = 0.8

/** The row with the names of the columns: of the first rows the one with most texts. */
export function headerRowOf(sheet: Sheet): { row: number; titles: string[] } | null {
  let best: { row: number; titles: string[]; filled: number } | null = null
  for (const { row, cells } of sheet.rows.slice(0, searchedRows)) {
    const titles = cells.map((cell) => cellText(cell).replaceAll(/\s+/gu, ' '))
    const filled = titles.filter((title) => title !== '').length
    if (filled > (best?.filled ?? 1)) best = { row, titles, filled }
  }
  return best === null ? null : { row: best.row, titles: best.titles }
}

const timestamp = /^(?:отметка времени|timestamp|уақыт белгісі|уақытша белгі)$/iu
const started = /^(?:start time|время начала|басталу уақыты)$/iu
const questionTitle = /^(?:сұрақ\p{L}*|вопрос\p{L}*|question|statement|утверждение|тұжырым)$/iu
const answersTitle =
  /^(?:ответили|число ответов|количество ответов|барлығы|всего|итого|total|answers|жауаптар саны|№|n|орташа|средн\p{L}*( балл)?|mean)$/iu

/** The layout, by the titles that a tool always writes. */
export function layoutOf(titles: readonly string[]): SurveyLayout {
  if (titles.some((title) => questionTitle.test(title)) && pointColumns(titles).length > 1) return 'counts'
  if (titles.some((title) => started.test(title))) return 'microsoft'
  return timestamp.test(titles[0] ?? '') ? 'google' : 'responses'
}

type PointColumn = { readonly column: number; readonly point: number; readonly isYesNo: boolean }

/** Columns of a file of counts by the step of the scale that they count. */
export function pointColumns(titles: readonly string[]): PointColumn[] {
  return titles.flatMap((title, column): PointColumn[] => {
    if (answersTitle.test(title)) return []
    const yesNo = readYesNo(title)
    if (yesNo !== null) return [{ column, point: yesNo, isYesNo: true }]
    const point = readPoint(title, 10) ?? readAgreement(title)
    return point === null ? [] : [{ column, point, isYesNo: false }]
  })
}

/** The column with the wording of the questions in a file of counts. */
export const questionColumn = (titles: readonly string[]): number =>
  titles.findIndex((title) => questionTitle.test(title))

const personal =
  /^(?:(?:.* )?e-?mail.*|.*электронн\p{L}* (?:почт|адрес).*|.*пошта.*|имя|фио|ф\.? ?и\.? ?о\.?|name|full name|аты.{0,3}жөні|аты|тегі|фамилия|username|имя пользователя|телефон.*|phone.*|жсн|иин)$/iu
const skipped =
  /^(?:id|№|n|код|completion time|время завершения|аяқталу уақыты|last modified time|language|язык|тіл|score|балл|жалпы балл|total points|quiz feedback|ip.*)$/iu
const programme =
  /^(?:.*образовательн\p{L}* программ.*|.*білім беру бағдарлама.*|.*(?:programme|program)(?: of study)?|оп|бб|специальность|мамандық|шифр)$/iu
const isLongQuestion = (title: string): boolean => title.length > 60 || title.includes('?')

/** What the column of answers is, by its title. */
export function roleOf(title: string): ColumnRole {
  if (title === '' || timestamp.test(title) || started.test(title) || skipped.test(title)) return 'skip'
  if (personal.test(title)) return 'personal'
  return programme.test(title) && !isLongQuestion(title) ? 'programme' : 'question'
}

/** One answer on a scale; null: not of this scale. */
export function readAnswer(cell: Cell, scale: SurveyScale): number | null {
  const text = cellText(cell)
  switch (scale) {
    case 'yes-no':
      return readYesNo(text)
    case 'agree':
      return readAgreement(text) ?? readPoint(text, 5)
    case 'ten':
      return readPoint(text, 10)
    case 'five':
      return readPoint(text, 5) ?? readAgreement(text)
    default:
      return null
  }
}

/** The scale that most answers fit; words of one's own are answers in words. */
export function scaleOf(cells: readonly Cell[]): SurveyScale {
  const answers = cells.filter((cell) => !isBlank(cell) && !saysNoAnswer(cellText(cell)))
  if (answers.length === 0) return 'text'
  const fits = (read: (text: string) => number | null): boolean =>
    answers.filter((cell) => read(cellText(cell)) !== null).length >= answers.length * fittingShare
  if (fits((text) => readPoint(text, 5))) return 'five'
  if (fits((text) => readPoint(text, 10))) return 'ten'
  if (fits(readYesNo)) return 'yes-no'
  return fits(readAgreement) ? 'agree' : 'text'
}

/** What the columns of a file of answers are, before a person has looked. */
export function proposeColumns(
  titles: readonly string[],
  cellsOf: (column: number) => readonly Cell[],
  bank: readonly BankQuestion[],
): ColumnChoice[] {
  const used = new Set<string>()
  return titles.map((title, column) => {
    const role = roleOf(title)
    const bankCode = role === 'question' ? freeCode(title, bank, used) : null
    return { column, role, scale: role === 'question' ? scaleOf(cellsOf(column)) : 'text', bankCode }
  })
}

/** A question of the bank is asked once in a survey. */
export function freeCode(title: string, bank: readonly BankQuestion[], used: Set<string>): string | null {
  const code = matchBankQuestion(title, bank)?.code ?? null
  if (code === null || used.has(code)) return null
  used.add(code)
  return code
}

/** The programme that a cell names by code or by name in any language; null: none of the register. */
export function findProgramme<P extends { id: string; code: string; names: Record<string, string> }>(
  text: string,
  programmes: readonly P[],
): P | null {
  const sought = foldText(text)
  const byCode = programmes.find(({ code }) => code !== '' && sought.split(' ').includes(foldText(code)))
  const byName = programmes.find(({ names }) =>
    Object.values(names).some((name) => name !== '' && foldText(name) === sought),
  )
  return byCode ?? byName ?? null
}
