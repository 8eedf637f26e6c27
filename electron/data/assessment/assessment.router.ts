import { implement } from '@orpc/server'
import { assessmentContract } from '../../../shared/assessment/assessment.contract.ts'
import { checkCycle } from '../../../shared/assessment/assessment-rules.ts'
import type { CycleFields } from '../../../shared/assessment/cycle.ts'
import { takeNumbers, takeVoices } from '../../../shared/assessment/live-numbers.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import { createI18n } from '../../../shared/locales/i18n.ts'
import type { DataContext } from '../context.ts'
import { questionBank } from '../surveys/built-in-questions.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { readAnswerHistory } from './answer-history.ts'
import { answerStore, cycleStore, findAnswer } from './assessment.repository.ts'
import {
  assessmentIn,
  assessmentsOf,
  cycleIn,
  listCycles,
  openAssessment,
  summarise,
} from './assessment-views.ts'
import { addAssessment, changeSection, removeAssessments, restoreAssessments } from './change-assessment.ts'
import { moveAnswer, writeAnswer } from './write-answer.ts'

/** A cycle follows a framework that cannot change under it. */
function checkFramework(cache: RecordCache, fields: CycleFields) {
  const framework = cache.framework.get(fields.frameworkId)
  if (framework === undefined || framework.state === 'published') return []
  return [
    { rule: 'cycle-framework-draft' as const, severity: 'error' as const, field: 'frameworkId', params: {} },
  ]
}

export function createAssessmentRouter(context: DataContext) {
  const os = implement(assessmentContract)
  const cycles = createRecordUseCases<CycleFields>(context, {
    store: cycleStore,
    check: checkCycle,
    references: (fields) => cycleStore.references(fields),
    checkAgainst: checkFramework,
  })
  const cache = () => context.registers().upToDate()
  return os.router({
    get: os.get.handler(({ input }) => cycles.get(input.id)),
    validate: os.validate.handler(({ input }) => cycles.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => cycles.create(input.fields)),
    save: os.save.handler(({ input }) => cycles.save(input, input.fields)),
    remove: os.remove.handler(({ input }) => cycles.remove(input.records)),
    restore: os.restore.handler(({ input }) => cycles.restore(input.ids)),
    cycles: os.cycles.handler(async () => listCycles(await cache())),
    assessments: os.assessments.handler(async ({ input }) => {
      const records = await cache()
      return assessmentsOf(records, input.cycleId).map((each) => summarise(records, each, input.language))
    }),
    open: os.open.handler(async ({ input }) => openAssessment(await cache(), input.id, input.language)),
    addAssessment: os.addAssessment.handler(({ input }) => addAssessment(context, input)),
    saveSection: os.saveSection.handler(({ input: { section, ...reference } }) =>
      changeSection(context, reference, section.standard, ({ isLocked }) => {
        if (isLocked) throw new AppError('section-locked', { standard: section.standard })
        return { ...section, isLocked }
      }),
    ),
    lockSection: os.lockSection.handler(({ input: { standard, ...reference } }) =>
      changeSection(context, reference, standard, (section) => ({ ...section, isLocked: true })),
    ),
    unlockSection: os.unlockSection.handler(({ input: { standard, ...reference } }) =>
      changeSection(context, reference, standard, (section) => ({ ...section, isLocked: false })),
    ),
    removeAssessments: os.removeAssessments.handler(async ({ input }) => ({
      removed: await removeAssessments(context, input.records),
    })),
    restoreAssessments: os.restoreAssessments.handler(async ({ input }) => ({
      restored: await restoreAssessments(context, input.ids),
    })),
    answer: os.answer.handler(async ({ input }) => {
      const { reader } = context.database()
      const id = await findAnswer(reader, input.assessmentId, input.criterion)
      return id === undefined ? null : answerStore.get(reader, id)
    }),
    writeAnswer: os.writeAnswer.handler(({ input }) => writeAnswer(context, input)),
    submitAnswer: os.submitAnswer.handler(({ input }) => moveAnswer(context, input, 'submit')),
    reopenAnswer: os.reopenAnswer.handler(({ input }) => moveAnswer(context, input, 'reopen')),
    approveAnswer: os.approveAnswer.handler(({ input }) => moveAnswer(context, input, 'approve')),
    returnAnswer: os.returnAnswer.handler(({ input: { note, ...reference } }) =>
      moveAnswer(context, reference, 'return', note),
    ),
    answerHistory: os.answerHistory.handler(({ input }) =>
      readAnswerHistory(context.database().reader, input.id),
    ),
    compare: os.compare.handler(async ({ input }) => {
      const records = await cache()
      return input.ids.map((id) => {
        const assessment = assessmentIn(records, id)
        const { names, startsOn } = cycleIn(records, assessment.cycleId)
        return {
          ...summarise(records, assessment, input.language),
          cycleName: nameIn(names, input.language),
          startsOn,
        }
      })
    }),
    numbers: os.numbers.handler(async ({ input: { id, on, language } }) => {
      const { scope } = assessmentIn(await cache(), id)
      const source = createI18n(language).t('assessment:number.source')
      const { survey, involvement } = await cache()
      const voices = {
        surveys: [...survey.values()],
        bank: questionBank.questions,
        involvements: [...involvement.values()],
      }
      const numbers = takeNumbers(await context.registers().records(), scope, on)
      return [...numbers, ...takeVoices(voices, scope, on)].map((number) => ({ ...number, asOf: on, source }))
    }),
  })
}
