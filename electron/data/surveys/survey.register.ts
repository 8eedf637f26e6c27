import { nameIn } from '../../../shared/kernel/localized.ts'
import { audienceSchema } from '../../../shared/stakeholders/involvement.ts'
import { responseRate, satisfactionOf } from '../../../shared/surveys/results.ts'
import type { Survey, surveyColumns, SurveyFilter, SurveySummary } from '../../../shared/surveys/survey.ts'
import { amongIds, oneOf, yesOrNo } from '../registers/filter-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { inAllLanguages, searchableText } from '../registers/record-texts.ts'
import { byAlphabet, byPlaceIn, byValue, type RegisterDefinition } from '../registers/register-view.ts'
import { questionBank } from './built-in-questions.ts'

function recordOf(cache: RecordCache, id: string): Survey {
  const record = cache.survey.get(id)
  if (record === undefined) throw new Error(`no survey ${id} in memory`)
  return record
}

/** Surveys as a register: how many answered, and how satisfied they are. Quotes are not searched: they are found in their survey. */
export const surveyRegister: RegisterDefinition<SurveySummary, SurveyFilter, (typeof surveyColumns)[number]> =
  {
    entity: 'survey',
    text(cache, id) {
      const { names, notes, questions, programmeId } = recordOf(cache, id)
      const programme = programmeId === null ? undefined : cache.programme.get(programmeId)
      const about = programme === undefined ? [] : inAllLanguages(programme.names)
      return searchableText(inAllLanguages(names), [...about, ...questions.map(({ text }) => text), notes])
    },
    summary(cache, id, _on, language) {
      const record = recordOf(cache, id)
      const { revision, isSample, audience, period, programmeId, invited, answered } = record
      const programme = programmeId === null ? undefined : cache.programme.get(programmeId)
      return {
        id,
        revision,
        isSample,
        audience,
        period,
        programmeId,
        invited,
        answered,
        name: nameIn(record.names, language),
        programmeName: programme === undefined ? '' : nameIn(programme.names, language),
        academicYear: period.academicYear,
        questionCount: record.questions.length,
        responseRate: responseRate(record),
        satisfaction: satisfactionOf(record, questionBank.questions),
        uncodedQuotes: record.quotes.filter(({ theme }) => theme === null).length,
      }
    },
    columns: {
      name: byAlphabet((row) => row.name),
      audience: byPlaceIn(audienceSchema.options, (row) => row.audience),
      academicYear: byValue((row) => row.academicYear),
      programmeName: byAlphabet((row) => row.programmeName),
      invited: byValue((row) => row.invited),
      answered: byValue((row) => row.answered),
      responseRate: byValue((row) => row.responseRate),
      satisfaction: byValue((row) => row.satisfaction),
      questionCount: byValue((row) => row.questionCount),
      uncodedQuotes: byValue((row) => row.uncodedQuotes),
    },
    groups: {
      audience: (row) => row.audience,
      academicYear: (row) => String(row.academicYear),
      programmeName: (row) => row.programmeName,
    },
    filters: [
      oneOf(
        'audiences',
        (filter) => filter.audiences,
        (row) => [row.audience],
      ),
      oneOf(
        'years',
        (filter) => filter.years,
        (row) => [String(row.academicYear)],
      ),
      oneOf(
        'programmeIds',
        (filter) => filter.programmeIds,
        (row) => (row.programmeId === null ? [] : [row.programmeId]),
      ),
      yesOrNo(
        'hasUncodedQuotes',
        (filter) => filter.hasUncodedQuotes,
        (row) => row.uncodedQuotes > 0,
      ),
      amongIds(),
    ],
  }
