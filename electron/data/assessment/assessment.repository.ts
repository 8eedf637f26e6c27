import type { z } from 'zod'
import { type AnswerFields, answerFieldsSchema, type AnswerHead } from '../../../shared/assessment/answer.ts'
import {
  type AssessmentFields,
  assessmentFieldsSchema,
  type Scope,
} from '../../../shared/assessment/assessment.ts'
import { type CycleFields, cycleFieldsSchema } from '../../../shared/assessment/cycle.ts'
import { wordCount } from '../../../shared/assessment/rich-text.ts'
import { inAllLanguages } from '../registers/record-texts.ts'
import type { Reader } from '../workspace/database.ts'
import { createJsonStore } from '../workspace/json-store.ts'
import type { FieldReference } from '../workspace/references.ts'

const toPerson = (id: string | null, field: string): FieldReference[] =>
  id === null ? [] : [{ entity: 'person', id, field }]

/** Rounds of self-assessment. */
export const cycleStore = createJsonStore<CycleFields>({
  entity: 'cycle',
  schema: cycleFieldsSchema,
  references: ({ frameworkId, team, previousCycleId }) => [
    { entity: 'framework', id: frameworkId, field: 'frameworkId' },
    ...team.flatMap(({ personId }, index) => toPerson(personId, `team.${index}.personId`)),
    ...(previousCycleId === null
      ? []
      : [{ entity: 'cycle' as const, id: previousCycleId, field: 'previousCycleId' }]),
  ],
})

function scopeName(scope: Scope): string {
  if (scope.kind === 'university') return scope.kind
  return scope.kind === 'programme' ? scope.programmeId : inAllLanguages(scope.names).join('|')
}

/** The assessments of scopes in cycles; a scope is assessed once in a cycle. */
export const assessmentStore = createJsonStore<AssessmentFields>({
  entity: 'assessment',
  schema: assessmentFieldsSchema,
  references: ({ cycleId, scope, leadId, sections }) => [
    { entity: 'cycle', id: cycleId, field: 'cycleId' },
    ...(scope.kind === 'programme'
      ? [{ entity: 'programme' as const, id: scope.programmeId, field: 'scope.programmeId' }]
      : []),
    ...toPerson(leadId, 'leadId'),
    ...sections.flatMap(({ ownerId }, index) => toPerson(ownerId, `sections.${index}.ownerId`)),
  ],
  uniqueName: ({ cycleId, scope }) => `assessment ${cycleId} ${scopeName(scope)}`,
})

/** The answers to criteria; an assessment has one for each at most. */
export const answerStore = createJsonStore<AnswerFields>({
  entity: 'answer',
  schema: answerFieldsSchema,
  references: ({ assessmentId, evidenceIds, ownerId, writtenById, reviewedById }) => [
    { entity: 'assessment', id: assessmentId, field: 'assessmentId' },
    ...evidenceIds.map((id, index) => ({ entity: 'evidence' as const, id, field: `evidenceIds.${index}` })),
    ...toPerson(ownerId, 'ownerId'),
    ...toPerson(writtenById, 'writtenById'),
    ...toPerson(reviewedById, 'reviewedById'),
  ],
  uniqueName: ({ assessmentId, criterion }) => answerName(assessmentId, criterion),
})

const answerName = (assessmentId: string, criterion: string): string => `answer ${assessmentId} ${criterion}`

/** Id of the live answer to a criterion. */
export async function findAnswer(
  db: Reader,
  assessmentId: string,
  criterion: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('record_fields')
    .innerJoin('record', 'record.id', 'record_fields.id')
    .select('record.id')
    .where('record_fields.unique_name', '=', answerName(assessmentId, criterion))
    .where('record.deleted_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

type AnswerRecord = z.infer<typeof answerFieldsSchema> &
  Pick<AnswerHead, 'id' | 'createdAt' | 'updatedAt' | 'revision' | 'isSample'>

/** What stays in memory of an answer. */
export function headOf(answer: AnswerRecord): AnswerHead {
  const {
    narrative,
    strengths: _strengths,
    weaknesses: _weaknesses,
    recommendations: _recommendations,
    reviewNote: _reviewNote,
    ...head
  } = answer
  return { ...head, words: wordCount(narrative) }
}

/** Reads answers as the registers keep them: without their texts. */
export const answerHeads = {
  entity: answerStore.entity,
  references: (head: AnswerHead) =>
    answerStore.references({
      ...head,
      narrative: { type: 'doc', content: [] },
      strengths: '',
      weaknesses: '',
      recommendations: '',
      reviewNote: '',
    }),
  listAll: async (db: Reader): Promise<AnswerHead[]> => (await answerStore.listAll(db)).map(headOf),
  listByIds: async (db: Reader, ids: readonly string[]): Promise<AnswerHead[]> =>
    (await answerStore.listByIds(db, ids)).map(headOf),
}
