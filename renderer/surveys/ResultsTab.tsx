import { Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber, formatPercent } from '../../shared/kernel/format.ts'
import type { SurveyResults } from '../../shared/surveys/surveys.contract.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { type ScoreItem, ScoreSection } from './ScoreSection.tsx'
import { periodTitle } from './survey-list.ts'

/** What the survey shows: by question, by programme and over the periods. */
export function ResultsTab({ id }: { readonly id: string }) {
  const language = useLanguage()
  const results = useQuery(orpc.surveys.results.queryOptions({ input: { id, language } }))
  if (results.error !== null)
    return <ErrorNotice error={results.error} onRetry={() => void results.refetch()} />
  return results.data === undefined ? <div aria-busy="true" /> : <Results results={results.data} />
}

function Results({ results }: { readonly results: SurveyResults }) {
  const t = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const scaled = results.questions.filter(({ scale }) => scale !== 'text')
  const question = scaled.find(({ code }) => code === chosen) ?? null
  const choice = (
    <Select
      label={t('surveys:results.question')}
      mb="sm"
      data={scaled.map(({ code, text }) => ({ value: code, label: text }))}
      value={chosen}
      placeholder={t('surveys:results.all')}
      clearable
      onChange={setChosen}
    />
  )
  return (
    <div>
      <QuestionScores questions={scaled} />
      {scaled.length === 0 ? null : choice}
      <ProgrammeScores results={results} question={question ?? scaled[0] ?? null} />
      <Trend results={results} question={question} />
      <Text size="xs" c="dimmed">
        {t('surveys:results.rule')}
      </Text>
    </div>
  )
}

type Question = SurveyResults['questions'][number]

/** Mean and number of answers beside a score. */
function useDetail(): (result: { n: number | null; mean: number | null }) => string {
  const t = useText()
  const language = useLanguage()
  return ({ n, mean }) =>
    [
      mean === null
        ? ''
        : `${t('surveys:results.mean')} ${formatNumber(mean, language, { maximumFractionDigits: 2 })}`,
      n === null ? '' : `n = ${formatNumber(n, language)}`,
    ]
      .filter((part) => part !== '')
      .join(', ')
}

function QuestionScores({ questions }: { readonly questions: readonly Question[] }) {
  const t = useText()
  const detail = useDetail()
  return (
    <ScoreSection
      name="survey-questions"
      title={t('surveys:results.questions')}
      what={t('surveys:results.question')}
      detailTitle={t('surveys:results.mean')}
      note={t('surveys:results.rule')}
      nothing={t('surveys:results.nothing')}
      items={questions.map((question) => ({
        key: question.code,
        label: question.text,
        score: question.score,
        detail: detail(question),
      }))}
    />
  )
}

type PartProps = { readonly results: SurveyResults; readonly question: Question | null }

function ProgrammeScores({ results, question }: PartProps) {
  const t = useText()
  const detail = useDetail()
  if (question === null || results.groups.length === 0) return null
  const items = results.groups.map(({ name, isPooled }, place): ScoreItem => {
    const { n, mean, score } = question.groups[place] ?? { n: null, mean: null, score: null }
    const label = isPooled ? t('surveys:pooled') : name || t('surveys:noProgramme')
    return { key: `${place}`, label, score, detail: detail({ n, mean }) }
  })
  return (
    <ScoreSection
      name="survey-programmes"
      title={`${t('surveys:results.programmes')}: ${question.text}`}
      what={t('surveys:results.programme')}
      detailTitle={t('surveys:results.mean')}
      note={t('surveys:results.rule')}
      nothing={t('surveys:results.nothing')}
      items={items}
    />
  )
}

/** The satisfaction, or one question, in the surveys of the series. */
function Trend({ results, question }: PartProps) {
  const t = useText()
  const language = useLanguage()
  const detail = useDetail()
  const items = results.series.map((point): ScoreItem => {
    const label = periodTitle(t, point.period)
    if (question === null) {
      const rate =
        point.responseRate === null
          ? ''
          : `${t('surveys:column.responseRate')} ${formatPercent(point.responseRate, language)}, `
      return {
        key: point.surveyId,
        label,
        score: point.satisfaction,
        detail: `${rate}n = ${formatNumber(point.answered, language)}`,
      }
    }
    const same = question.trend.find(({ surveyId }) => surveyId === point.surveyId)
    return {
      key: point.surveyId,
      label,
      score: same?.score ?? null,
      detail: same === undefined ? '—' : detail(same),
    }
  })
  return (
    <ScoreSection
      name="survey-trend"
      title={`${t('surveys:results.trend')}: ${question?.text ?? t('surveys:column.satisfaction')}`}
      what={t('surveys:results.period')}
      detailTitle={t('surveys:results.n')}
      note={t('surveys:results.seriesNote')}
      nothing={t('surveys:results.oneOnly')}
      items={items.length < 2 ? [] : items}
    />
  )
}
