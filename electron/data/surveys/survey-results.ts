import type { Content } from 'pdfmake/interfaces.js'
import { formatNumber, formatPercent } from '../../../shared/kernel/format.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import {
  questionKey,
  responseRate,
  resultOf,
  satisfactionOf,
  seriesOf,
} from '../../../shared/surveys/results.ts'
import type { Survey, SurveyQuestion } from '../../../shared/surveys/survey.ts'
import type { QuestionView, SurveyResults } from '../../../shared/surveys/surveys.contract.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { grid, heading, ink, note } from '../reports/pdf-parts.ts'
import { renderPdf } from '../reports/pdf.ts'
import { wordsOf } from '../reports/words.ts'
import { questionBank } from './built-in-questions.ts'

/** What a survey shows, with the same survey of other periods. */
export function resultsOf(cache: RecordCache, survey: Survey, language: Language): SurveyResults {
  const series = seriesOf(survey, [...cache.survey.values()])
  return {
    satisfaction: satisfactionOf(survey, questionBank.questions),
    responseRate: responseRate(survey),
    groups: survey.groups.map(({ programmeId, name, answered, isPooled }) => {
      const programme = programmeId === null ? undefined : cache.programme.get(programmeId)
      return { name: programme === undefined ? name : nameIn(programme.names, language), answered, isPooled }
    }),
    questions: survey.questions.map((question) => viewOf(question, series)),
    series: series.map((each) => ({
      surveyId: each.id,
      period: each.period,
      satisfaction: satisfactionOf(each, questionBank.questions),
      responseRate: responseRate(each),
      answered: each.answered,
    })),
  }
}

function viewOf(question: SurveyQuestion, series: readonly Survey[]): QuestionView {
  const { code, bankCode, text, scale, counts } = question
  const key = questionKey(question)
  const own = resultOf(scale, counts)
  return {
    code,
    bankCode,
    text,
    scale,
    ...own,
    counts: own.n === null ? null : counts,
    groups: question.groups.map((group) => resultOf(scale, group)),
    trend: series.flatMap(({ id, questions }) => {
      const same = questions.find((each) => questionKey(each) === key && each.scale === scale)
      return same === undefined ? [] : [{ surveyId: id, ...resultOf(scale, same.counts) }]
    }),
  }
}

/** The published results on A4. */
export async function printResults(
  cache: RecordCache,
  survey: Survey,
  language: Language,
): Promise<{ title: string; content: Uint8Array }> {
  const words = wordsOf(language)
  const { t } = words
  const results = resultsOf(cache, survey, language)
  const percent = (ratio: number | null) =>
    ratio === null ? t('surveys:hidden') : formatPercent(ratio, language)
  const title = `${nameIn(survey.names, language)}, ${words.year(survey.period.academicYear)}`
  const [institution] = cache.institution.values()
  const content: Content[] = [
    {
      text: institution === undefined ? '' : nameIn(institution.names, language),
      fontSize: 9,
      color: ink.quiet,
    },
    { text: title, fontSize: 14, bold: true, margin: [0, 2, 0, 6] },
    grid(
      [
        { title: t('surveys:field.audience'), width: '*' },
        { title: t('surveys:field.invited'), width: 90, isNumber: true },
        { title: t('surveys:field.answered'), width: 90, isNumber: true },
        { title: t('surveys:column.responseRate'), width: 90, isNumber: true },
        { title: t('surveys:column.satisfaction'), width: 90, isNumber: true },
      ],
      [
        [
          t(`stakeholders:audience.${survey.audience}`),
          survey.invited === null ? '—' : words.number(survey.invited),
          words.number(survey.answered),
          results.responseRate === null ? '—' : percent(results.responseRate),
          results.satisfaction === null ? '—' : percent(results.satisfaction),
        ],
      ],
    ),
    heading(t('surveys:results.questions')),
    grid(
      [
        { title: t('surveys:question.text'), width: '*' },
        { title: t('surveys:question.scale'), width: 100 },
        { title: t('surveys:results.n'), width: 50, isNumber: true },
        { title: t('surveys:results.mean'), width: 60, isNumber: true },
        { title: t('surveys:results.score'), width: 60, isNumber: true },
      ],
      results.questions.map(({ text, scale, n, mean, score }) => [
        text,
        t(`surveys:scale.${scale}`),
        n === null ? t('surveys:hidden') : words.number(n),
        mean === null ? '—' : formatNumber(mean, language, { maximumFractionDigits: 2 }),
        score === null ? '—' : percent(score),
      ]),
    ),
    note(t('surveys:results.rule'), 8),
    note(t('stakeholders:report.asOf', { at: words.instant(cache.changedAt) })),
  ]
  const { bytes } = await renderPdf(
    {
      title,
      subject: t('surveys:title'),
      author: institution === undefined ? '' : nameIn(institution.names, language),
      language,
      changedAt: cache.changedAt,
      footer: (page, pages) => ({
        text: `${page} / ${pages}`,
        alignment: 'right',
        fontSize: 7.5,
        color: ink.quiet,
        margin: [36, 12, 36, 0],
      }),
    },
    content,
  )
  return { title, content: bytes }
}
