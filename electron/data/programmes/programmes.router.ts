import { implement } from '@orpc/server'
import type { ProgrammeFields } from '../../../shared/programmes/programme.ts'
import { checkProgramme } from '../../../shared/programmes/programme-rules.ts'
import { programmesContract } from '../../../shared/programmes/programmes.contract.ts'
import type { DataContext } from '../context.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import { programmeReferences, programmeStore } from './programme.repository.ts'

export function createProgrammesRouter(context: DataContext) {
  const os = implement(programmesContract)
  const programmes = createRecordUseCases<ProgrammeFields>(context, {
    store: programmeStore,
    check: checkProgramme,
    references: programmeReferences,
  })
  return os.router({
    list: os.list.handler(async ({ input }) => {
      const registers = context.registers()
      return registers.list(registers.programmes, input)
    }),
    get: os.get.handler(({ input }) => programmes.get(input.id)),
    validate: os.validate.handler(({ input }) => programmes.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => programmes.create(input.fields)),
    save: os.save.handler(({ input }) => programmes.save(input, input.fields)),
    remove: os.remove.handler(({ input }) => programmes.remove(input.records)),
    restore: os.restore.handler(({ input }) => programmes.restore(input.ids)),
  })
}
