import { type SurveyFields, surveyFieldsSchema } from '../../../shared/surveys/survey.ts'
import { createJsonStore } from '../workspace/json-store.ts'
import type { FieldReference } from '../workspace/references.ts'

/** The programmes that the results speak of. */
export const surveyReferences = ({ programmeId, groups }: SurveyFields): FieldReference[] => [
  ...(programmeId === null ? [] : [{ entity: 'programme' as const, id: programmeId, field: 'programmeId' }]),
  ...groups.flatMap((group, place) =>
    group.programmeId === null
      ? []
      : [{ entity: 'programme' as const, id: group.programmeId, field: `groups.${place}.programmeId` }],
  ),
]

/** Surveys with their results as sums. */
export const surveyStore = createJsonStore<SurveyFields>({
  entity: 'survey',
  schema: surveyFieldsSchema,
  references: surveyReferences,
})
