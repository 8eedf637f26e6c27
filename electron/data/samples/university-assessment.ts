import { z } from 'zod'
import texts from '../../../resources/samples/university-assessment.json' with { type: 'json' }
import { type AnswerFields, emptyAnswer, stageSchema } from '../../../shared/assessment/answer.ts'
import type { AssessmentFields } from '../../../shared/assessment/assessment.ts'
import type { CycleFields } from '../../../shared/assessment/cycle.ts'
import { richTextOf } from '../../../shared/assessment/rich-text.ts'
import { assessmentLevelSchema } from '../../../shared/frameworks/scale.ts'
import { addDays } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { type Language, localizedTextSchema } from '../../../shared/kernel/record.ts'
import { answerStore, assessmentStore, cycleStore } from '../assessment/assessment.repository.ts'
import { frameworkStore } from '../frameworks/framework.repository.ts'
import type { Writer } from '../workspace/database.ts'
import { createRandom } from './random.ts'
import { createSampleIds } from './sample-records.ts'

const sampleSchema = z.object({
  cycle: localizedTextSchema,
  milestones: z.array(z.object({ day: z.number().int(), done: z.boolean(), name: localizedTextSchema })),
  answers: z.array(
    z.object({
      criterion: z.string(),
      level: assessmentLevelSchema,
      stage: stageSchema,
      text: localizedTextSchema,
    }),
  ),
})

const sample = sampleSchema.parse(texts)

/** Ids of its own, so that the other records of the sample keep theirs. */
const seed = 20_261_122

/** A cycle of the fictional university that is under way, with one assessment that is partly written. */
export async function addSampleAssessment(tx: Writer, today: Day, language: Language): Promise<void> {
  const esg = (await frameworkStore.listAll(tx.trx)).find(({ content }) => content.code === 'esg')
  if (esg === undefined) return
  const newId = createSampleIds(today, createRandom(seed))
  const cycle: CycleFields = {
    names: sample.cycle,
    frameworkId: esg.id,
    startsOn: addDays(today, -40),
    endsOn: addDays(today, 200),
    visitOn: addDays(today, 170),
    scaleCode: null,
    milestones: sample.milestones.map(({ day, done, name }) => ({
      name: name[language],
      dueOn: addDays(today, day),
      doneOn: done ? addDays(today, day) : null,
    })),
    team: [],
    previousCycleId: null,
    isClosed: false,
  }
  const isSample = true
  const { id: cycleId } = await cycleStore.insert(tx, cycle, { id: newId(), isSample })
  const assessment: AssessmentFields = { cycleId, scope: { kind: 'university' }, leadId: null, sections: [] }
  const { id } = await assessmentStore.insert(tx, assessment, { id: newId(), isSample })
  for (const { criterion, level, stage, text } of sample.answers) {
    const narrative = richTextOf(text[language])
    const answer: AnswerFields = { ...emptyAnswer(id, criterion), level, stage, narrative }
    await answerStore.insert(tx, answer, { id: newId(), isSample })
  }
}
