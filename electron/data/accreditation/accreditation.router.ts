import { implement } from '@orpc/server'
import { accreditationContract } from '../../../shared/accreditation/accreditation.contract.ts'
import type { AccreditationFields } from '../../../shared/accreditation/accreditation.ts'
import { checkAccreditation } from '../../../shared/accreditation/accreditation-rules.ts'
import type { DataContext } from '../context.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import { writeSetting } from '../workspace/settings.ts'
import { accreditationReferences, accreditationStore } from './accreditation.repository.ts'
import { writeDeqarFile } from './deqar-file.ts'
import { createAccreditationImport } from './import-accreditations.ts'
import { conflictOf, printLetter, writeLetter } from './letter.ts'
import { leadMonthsSetting, readLeadMonths, stateOfAll } from './state-of-all.ts'

/** The register of accreditations, what has to be done about them, and their ways in and out. */
export function createAccreditationRouter(context: DataContext) {
  const os = implement(accreditationContract)
  const records = createRecordUseCases<AccreditationFields>(context, {
    store: accreditationStore,
    check: checkAccreditation,
    references: accreditationReferences,
  })
  return os.router({
    list: os.list.handler(async ({ input }) => {
      const registers = context.registers()
      return registers.list(registers.accreditations, input)
    }),
    get: os.get.handler(({ input }) => records.get(input.id)),
    validate: os.validate.handler(({ input }) => records.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => records.create(input.fields)),
    save: os.save.handler(({ input }) => records.save(input, input.fields)),
    remove: os.remove.handler(({ input }) => records.remove(input.records)),
    restore: os.restore.handler(({ input }) => records.restore(input.ids)),
    state: os.state.handler(async ({ input }) => {
      const leadMonths = await readLeadMonths(context.database().reader)
      return stateOfAll(await context.registers().upToDate(), { ...input, leadMonths })
    }),
    setLeadMonths: os.setLeadMonths.handler(async ({ input: { months } }) => {
      await context.database().write((tx) => writeSetting(tx, leadMonthsSetting, String(months)))
      context.publish({ topics: ['accreditation'] })
      return { months }
    }),
    letter: os.letter.handler(async ({ input: { accreditationId, on, language } }) => {
      const cache = await context.registers().upToDate()
      return writeLetter(cache, conflictOf(cache, accreditationId), on, language)
    }),
    saveLetter: os.saveLetter.handler(async ({ input: { accreditationId, on, language, to } }) => {
      const cache = await context.registers().upToDate()
      const letter = writeLetter(cache, conflictOf(cache, accreditationId), on, language)
      await context.files.write(to, await printLetter(letter, language, cache.changedAt))
      return { name: to.name }
    }),
    saveDeqar: os.saveDeqar.handler(async ({ input: { ids, to } }) => {
      const cache = await context.registers().upToDate()
      const chosen = ids.flatMap((id) => cache.accreditation.get(id) ?? [])
      await context.files.write(to, writeDeqarFile(cache, chosen))
      return { rows: chosen.length }
    }),
    ...createAccreditationImport(context),
  })
}
