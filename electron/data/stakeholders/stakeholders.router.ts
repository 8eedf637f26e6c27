import { implement } from '@orpc/server'
import { foldText } from '../../../shared/kernel/fold.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import { languages } from '../../../shared/kernel/record.ts'
import type { InvolvementFields } from '../../../shared/stakeholders/involvement.ts'
import { checkInvolvement, countInvolvements } from '../../../shared/stakeholders/involvement-rules.ts'
import { stakeholdersContract } from '../../../shared/stakeholders/stakeholders.contract.ts'
import type { DataContext } from '../context.ts'
import { keepReportAsEvidence } from '../evidence/keep-report.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import { wordsOf } from '../reports/words.ts'
import { involvementReferences, involvementStore } from './involvement.repository.ts'
import { gatherParticipation, participationWorkbook, printParticipation } from './participation-report.ts'

const shownChoices = 30

/** The log of participation, its counts and its report. */
export function createStakeholdersRouter(context: DataContext) {
  const os = implement(stakeholdersContract)
  const records = createRecordUseCases<InvolvementFields>(context, {
    store: involvementStore,
    check: checkInvolvement,
    references: involvementReferences,
  })
  const cache = () => context.registers().upToDate()
  return os.router({
    list: os.list.handler(({ input }) => context.registers().list(context.registers().involvements, input)),
    get: os.get.handler(({ input }) => records.get(input.id)),
    validate: os.validate.handler(({ input }) => records.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => records.create(input.fields)),
    save: os.save.handler(({ input }) => records.save(input, input.fields)),
    remove: os.remove.handler(({ input }) => records.remove(input.records)),
    restore: os.restore.handler(({ input }) => records.restore(input.ids)),
    summary: os.summary.handler(async () => countInvolvements([...(await cache()).involvement.values()])),
    evidenceChoices: os.evidenceChoices.handler(async ({ input: { text, ids, language } }) => {
      const sought = foldText(text)
      const wanted = ids === null ? null : new Set(ids)
      return [...(await cache()).evidence.values()]
        .filter(({ id, names }) =>
          wanted === null ? languages.some((each) => foldText(names[each]).includes(sought)) : wanted.has(id),
        )
        .slice(0, wanted === null ? shownChoices : undefined)
        .map(({ id, names }) => ({ id, name: nameIn(names, language) }))
    }),
    saveReport: os.saveReport.handler(async ({ input: { format, file, ...period } }) => {
      const { changedAt } = await cache()
      const report = gatherParticipation(await cache(), period)
      const bytes =
        format === 'pdf'
          ? await printParticipation(report, period, changedAt)
          : participationWorkbook(report, period.language)
      await context.files.write(file, bytes)
      return { events: report.events }
    }),
    keepReport: os.keepReport.handler(async ({ input: period }) => {
      const { from, to, language } = period
      const records = await cache()
      const report = gatherParticipation(records, period)
      const content = await printParticipation(report, period, records.changedAt)
      const titleIn = (each: (typeof languages)[number]) =>
        wordsOf(each).t('stakeholders:report.title', { from, to })
      const names = { kk: titleIn('kk'), ru: titleIn('ru'), en: titleIn('en') }
      const fileName = `${names[language]}.pdf`
      const id = await context
        .database()
        .write((tx) =>
          keepReportAsEvidence(tx, { names, types: ['report', 'external'], language, fileName, content }),
        )
      return { id, name: names[language] }
    }),
  })
}
