import { academicYearOf, addDays } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Language, LocalizedText } from '../../../shared/kernel/record.ts'
import { emptyInvolvement, type InvolvementFields } from '../../../shared/stakeholders/involvement.ts'
import { emptySurvey, type SurveyFields } from '../../../shared/surveys/survey.ts'
import { questionBank } from '../surveys/built-in-questions.ts'
import type { SampleRecord } from './sample-records.ts'

type VoiceContext = {
  readonly today: Day
  readonly language: Language
  readonly newId: () => string
  readonly programmeIds: readonly string[]
}

/** Answers per step of the students' survey, by code of the bank: now, and a year before. */
const studentAnswers: readonly (readonly [string, readonly number[], readonly number[]])[] = [
  ['S01', [4, 9, 28, 92, 81], [6, 14, 35, 80, 52]],
  ['S06', [12, 26, 51, 78, 47], [18, 33, 50, 58, 28]],
  ['S07', [15, 31, 55, 70, 43], [20, 36, 52, 54, 25]],
  ['S09', [22, 34, 60, 61, 37], [30, 41, 48, 45, 23]],
  ['S14', [5, 14, 38, 96, 61], [9, 21, 42, 78, 37]],
]

const studentNames: LocalizedText = {
  kk: 'Студенттердің қанағаттануы',
  ru: 'Удовлетворённость студентов',
  en: 'Satisfaction of students',
}

/** Two surveys of the students of the sample university, a year apart. */
export function buildSurveys({ today, language, newId }: VoiceContext): SampleRecord<SurveyFields>[] {
  const year = academicYearOf(today)
  const surveyOf = (academicYear: number, place: 1 | 2, numbers: { invited: number; answered: number }) => ({
    id: newId(),
    fields: {
      ...emptySurvey(academicYear),
      names: studentNames,
      ...numbers,
      questions: studentAnswers.flatMap(([code, ...counts], index) => {
        const asked = questionBank.questions.find((question) => question.code === code)
        if (asked === undefined) return []
        const { scale, texts } = asked
        const points = [...(counts[place - 1] ?? [])]
        return [
          { code: `q${index + 1}`, bankCode: code, text: texts[language], scale, counts: points, groups: [] },
        ]
      }),
    },
  })
  return [
    surveyOf(year - 1, 2, { invited: 420, answered: 190 }),
    surveyOf(year, 1, { invited: 410, answered: 214 }),
  ]
}

const events: readonly (Pick<
  InvolvementFields,
  'names' | 'audience' | 'activity' | 'organisation' | 'personCount'
> & { readonly daysAgo: number; readonly outcome: LocalizedText })[] = [
  {
    names: {
      kk: 'Индустриялық кеңес отырысы',
      ru: 'Заседание индустриального совета',
      en: 'Meeting of the industry board',
    },
    audience: 'employer',
    activity: 'board',
    organisation: 'Үлгі IT компаниялары қауымдастығы',
    personCount: 9,
    daysAgo: 40,
    outcome: {
      kk: 'Бағдарламаға деректер талдауы бойынша пән қосылды.',
      ru: 'В программу добавлена дисциплина по анализу данных.',
      en: 'A course on data analysis was added to the programme.',
    },
  },
  {
    names: {
      kk: 'Студенттермен бағдарламаны талқылау',
      ru: 'Обсуждение программы со студентами',
      en: 'Discussion of the programme with students',
    },
    audience: 'student',
    activity: 'review',
    organisation: '',
    personCount: 34,
    daysAgo: 75,
    outcome: {
      kk: 'Практика екінші курстан басталады.',
      ru: 'Практика начинается со второго курса.',
      en: 'Practice begins in the second year.',
    },
  },
  {
    names: { kk: 'Түлектер кездесуі', ru: 'Встреча выпускников', en: 'Meeting of graduates' },
    audience: 'graduate',
    activity: 'meeting',
    organisation: '',
    personCount: null,
    daysAgo: 300,
    outcome: { kk: '', ru: '', en: '' },
  },
]

/** What employers, students and graduates of the sample university took part in. */
export function buildInvolvements(context: VoiceContext): SampleRecord<InvolvementFields>[] {
  return events.map(({ daysAgo, outcome, ...event }, place) => ({
    id: context.newId(),
    fields: {
      ...emptyInvolvement(addDays(context.today, -daysAgo)),
      ...event,
      outcome: outcome[context.language],
      programmeId: context.programmeIds[place] ?? null,
    },
  }))
}
