import { useMemo } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatNumber, formatPercent } from '../../shared/kernel/format.ts'
import { audienceSchema } from '../../shared/stakeholders/involvement.ts'
import type { surveyColumns, SurveySummary } from '../../shared/surveys/survey.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { TableColumn } from '../components/DataTable.tsx'
import { periodTitle } from './survey-list.ts'

type Column = TableColumn<SurveySummary, (typeof surveyColumns)[number]>

/** The columns of the list of surveys; what is not known is empty, never 0. */
export function useSurveyColumns(): readonly Column[] {
  const t = useText()
  const language = useLanguage()
  return useMemo((): Column[] => {
    const number = (value: number | null) => (value === null ? '' : formatNumber(value, language))
    const percent = (value: number | null) => (value === null ? '' : formatPercent(value, language))
    return [
      {
        key: 'name',
        title: t('surveys:field.names'),
        width: 320,
        sort: 'name',
        text: (row) => (row.name === '' ? t('surveys:untitled') : row.name),
      },
      {
        key: 'period',
        title: t('surveys:field.period'),
        width: 150,
        sort: 'academicYear',
        filter: 'years',
        group: (value) => academicYearLabel(Number(value)),
        text: (row) => periodTitle(t, row.period),
      },
      {
        key: 'audience',
        title: t('surveys:field.audience'),
        width: 140,
        sort: 'audience',
        filter: 'audiences',
        group: (value) => t(`stakeholders:audience.${audienceSchema.parse(value)}`),
        text: (row) => t(`stakeholders:audience.${row.audience}`),
      },
      {
        key: 'programme',
        title: t('surveys:field.programmeId'),
        width: 220,
        sort: 'programmeName',
        filter: 'programmeIds',
        group: (value) => value,
        text: (row) => (row.programmeId === null ? t('surveys:university') : row.programmeName),
      },
      {
        key: 'answered',
        title: t('surveys:field.answered'),
        width: 120,
        align: 'end',
        sort: 'answered',
        number: (row) => row.answered,
        text: (row) => number(row.answered),
      },
      {
        key: 'response',
        title: t('surveys:column.responseRate'),
        width: 130,
        align: 'end',
        sort: 'responseRate',
        text: (row) => percent(row.responseRate),
      },
      {
        key: 'satisfaction',
        title: t('surveys:column.satisfaction'),
        width: 140,
        align: 'end',
        sort: 'satisfaction',
        text: (row) => percent(row.satisfaction),
      },
      {
        key: 'uncoded',
        title: t('surveys:column.uncodedQuotes'),
        width: 150,
        align: 'end',
        sort: 'uncodedQuotes',
        filter: 'uncoded',
        number: (row) => row.uncodedQuotes,
        text: (row) => (row.uncodedQuotes === 0 ? '' : number(row.uncodedQuotes)),
      },
      {
        key: 'invited',
        title: t('surveys:field.invited'),
        width: 120,
        align: 'end',
        sort: 'invited',
        isExtra: true,
        number: (row) => row.invited,
        text: (row) => number(row.invited),
      },
      {
        key: 'questions',
        title: t('surveys:column.questionCount'),
        width: 110,
        align: 'end',
        sort: 'questionCount',
        isExtra: true,
        number: (row) => row.questionCount,
        text: (row) => number(row.questionCount),
      },
    ]
  }, [t, language])
}
