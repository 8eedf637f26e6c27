import { implement } from '@orpc/server'
import { writeWorkbook } from '../../../shared/exchange/workbook.ts'
import { academicYearLabel } from '../../../shared/kernel/calendar.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Problem } from '../../../shared/kernel/problem.ts'
import { checkDifference, checkSurvey } from '../../../shared/surveys/survey-rules.ts'
import type { Survey, SurveyFields } from '../../../shared/surveys/survey.ts'
import { surveysContract } from '../../../shared/surveys/surveys.contract.ts'
import type { DataContext } from '../context.ts'
import { keepReportAsEvidence } from '../evidence/keep-report.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { wordsOf } from '../reports/words.ts'
import { questionBank } from './built-in-questions.ts'
import { surveyReferences, surveyStore } from './survey.repository.ts'
import { printResults, resultsOf } from './survey-results.ts'
import { fieldsOfFile, previewSurvey } from './take-survey.ts'

const checkAgainst = (cache: RecordCache, fields: SurveyFields, id: string | null): Problem[] =>
  checkDifference(
    fields,
    [...cache.survey.values()].filter((survey) => survey.id !== id),
  )

/** Surveys: their records, results, the way in from files and the way out as evidence. */
export function createSurveysRouter(context: DataContext) {
  const os = implement(surveysContract)
  const records = createRecordUseCases<SurveyFields>(context, {
    store: surveyStore,
    check: checkSurvey,
    references: surveyReferences,
    checkAgainst,
  })
  const cache = () => context.registers().upToDate()
  const surveyIn = async (id: string): Promise<Survey> => {
    const survey = (await cache()).survey.get(id)
    if (survey === undefined) throw new AppError('not-found', { entity: 'survey' })
    return survey
  }
  return os.router({
    list: os.list.handler(({ input }) => context.registers().list(context.registers().surveys, input)),
    get: os.get.handler(({ input }) => records.get(input.id)),
    validate: os.validate.handler(({ input }) => records.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => records.create(input.fields)),
    save: os.save.handler(({ input }) => records.save(input, input.fields)),
    remove: os.remove.handler(({ input }) => records.remove(input.records)),
    restore: os.restore.handler(({ input }) => records.restore(input.ids)),
    bank: os.bank.handler(() => questionBank),
    results: os.results.handler(async ({ input: { id, language } }) =>
      resultsOf(await cache(), await surveyIn(id), language),
    ),
    preview: os.preview.handler(({ input }) => previewSurvey(context, input)),
    take: os.take.handler(async ({ input }) => records.create(await fieldsOfFile(context, input))),
    saveQuestions: os.saveQuestions.handler(async ({ input: { audience, language, to } }) => {
      const { t } = wordsOf(language)
      const questions = questionBank.questions.filter(({ audiences }) => audiences.includes(audience))
      const header = [t('surveys:question.code'), 'kk', 'ru', 'en', t('surveys:question.scale'), 'ESG']
      const rows = questions.map(({ code, texts, scale, standard }) => [
        code,
        `[${code}] ${texts.kk}`,
        `[${code}] ${texts.ru}`,
        `[${code}] ${texts.en}`,
        t(`surveys:scale.${scale}`),
        standard,
      ])
      await context.files.write(to, writeWorkbook([{ name: t('surveys:bank.title'), header, rows }]))
      return { questions: questions.length }
    }),
    keepResults: os.keepResults.handler(async ({ input: { id, language } }) => {
      const survey = await surveyIn(id)
      const { title, content } = await printResults(await cache(), survey, language)
      const year = academicYearLabel(survey.period.academicYear)
      const named = (name: string) => (name === '' ? '' : `${name}, ${year}`)
      const names = { kk: named(survey.names.kk), ru: named(survey.names.ru), en: named(survey.names.en) }
      const fileName = `${title.replaceAll('/', '-')}.pdf`
      const evidenceId = await context
        .database()
        .write((tx) => keepReportAsEvidence(tx, { names, types: ['survey'], language, fileName, content }))
      return { id: evidenceId, name: nameIn(names, language) }
    }),
  })
}
