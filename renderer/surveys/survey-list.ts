import type { Translate } from '../../shared/locales/i18n.ts'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import {
  allSurveys,
  surveyColumns,
  type SurveyFields,
  surveyFilterSchema,
  type SurveyFilter,
  type SurveySummary,
} from '../../shared/surveys/survey.ts'
import { data } from '../app/client.ts'
import type { ListSource } from '../components/table/use-listing.ts'

/** The surveys as a list, newest period first. */
export const surveyList: ListSource<SurveySummary, SurveyFilter, (typeof surveyColumns)[number]> = {
  topic: 'surveys',
  list: data.surveys.list,
  emptyFilter: allSurveys,
  filterSchema: surveyFilterSchema,
  columns: surveyColumns,
  defaultSort: [{ column: 'academicYear', descending: true }],
}

/** A period in words: the academic year, and its part unless it is the whole. */
export function periodTitle(t: Translate, { academicYear, part }: SurveyFields['period']): string {
  const year = academicYearLabel(academicYear)
  return part === 'year' ? year : [year, t(`surveys:part.${part}`)].join(', ')
}

const titled = [
  'names',
  'audience',
  'period',
  'programmeId',
  'invited',
  'answered',
  'groups',
  'questions',
  'quotes',
  'source',
  'notes',
] as const

/** What people call a field of a survey, by its path. */
export function surveyFieldTitle(t: Translate, path: string): string {
  const [name = ''] = path.split('.')
  const field = titled.find((candidate) => candidate === name)
  return field === undefined ? name : t(`surveys:field.${field}`)
}
