import { likeliestSheet } from '../../../shared/imports/propose-layout.ts'
import type { Sheet, Workbook } from '../../../shared/imports/sheet.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import { findPersonalTraces } from '../../../shared/surveys/personal-words.ts'
import { isTooSmall, protectAnswers, smallestGroup, sumOf } from '../../../shared/surveys/protect-answers.ts'
import { type ReadSurvey, readSurvey } from '../../../shared/surveys/read-survey.ts'
import type { Quote, SurveyFields } from '../../../shared/surveys/survey.ts'
import type { ColumnChoice } from '../../../shared/surveys/survey-file.ts'
import type { SurveyPreview } from '../../../shared/surveys/surveys.contract.ts'
import type { DataContext } from '../context.ts'
import { readSpreadsheet } from '../imports/spreadsheet-reader.ts'
import { questionBank } from './built-in-questions.ts'

export type ReadRequest = {
  readonly file: FileGrant
  readonly sheet: string | null
  readonly choices: readonly ColumnChoice[] | null
  readonly quotes: 'none' | 'unmarked' | 'all'
}

type Opened = { readonly workbook: Workbook; readonly sheet: Sheet; readonly read: ReadSurvey }

/** So many problems are shown; the count speaks of all. */
const shownProblems = 200
const mostQuotes = 2000

async function open(context: DataContext, request: ReadRequest): Promise<Opened> {
  const workbook = await readSpreadsheet({ path: context.files.resolve(request.file), encoding: null })
  const sheet =
    request.sheet === null
      ? (likeliestSheet(workbook.sheets) ?? workbook.sheets[0])
      : workbook.sheets.find(({ name }) => name === request.sheet)
  const { programme } = await context.registers().upToDate()
  const read =
    sheet === undefined
      ? null
      : readSurvey(sheet, {
          bank: questionBank.questions,
          programmes: [...programme.values()],
          choices: request.choices,
        })
  if (sheet === undefined || read === null || read.results.questions.length === 0)
    throw new AppError('survey-file-unknown', { name: request.file.name })
  return { workbook, sheet, read }
}

/** How a file of results would be taken over. */
export async function previewSurvey(context: DataContext, request: ReadRequest): Promise<SurveyPreview> {
  const { workbook, sheet, read } = await open(context, request)
  const { results, texts, problems } = read
  return {
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: sheet.name,
    layout: read.layout,
    columns: read.columns,
    answered: results.answered,
    programmes: results.groups.map(({ name, programmeId }) => ({ name, isKnown: programmeId !== null })),
    pooled: protectAnswers(results).pooled,
    hiddenQuestions: results.questions.filter(({ counts }) => isTooSmall(sumOf(counts))).length,
    texts: texts.length,
    markedTexts: texts.filter(({ text }) => findPersonalTraces(text).length > 0).length,
    problems: problems.slice(0, shownProblems),
    problemCount: problems.length,
  }
}

/** The fields of a survey with the results of a file, without anything that fewer than five people answered. */
export async function fieldsOfFile(
  context: DataContext,
  request: ReadRequest & {
    head: Pick<SurveyFields, 'names' | 'audience' | 'period' | 'programmeId' | 'invited'>
  },
): Promise<SurveyFields> {
  const { workbook, read } = await open(context, request)
  const { results } = read
  if (results.answered < smallestGroup)
    throw new AppError('survey-answers-too-few', { answered: results.answered, smallest: smallestGroup })
  const { groups, questions } = protectAnswers(results)
  return {
    ...request.head,
    answered: results.answered,
    groups,
    questions,
    quotes: quotesOf(read, request.quotes),
    source: { name: request.file.name.slice(0, 300), sha256: workbook.sha256, rows: results.answered },
    notes: '',
  }
}

/** Answers in words, in the order of the alphabet: the order of the file would tell which belong to one person. */
function quotesOf({ texts }: ReadSurvey, wanted: ReadRequest['quotes']): Quote[] {
  if (wanted === 'none') return []
  return texts
    .filter(({ text }) => wanted === 'all' || findPersonalTraces(text).length === 0)
    .toSorted((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    .slice(0, mostQuotes)
    .map(({ question, text }) => ({ question, text, theme: null, sentiment: null }))
}
