import { implement } from '@orpc/server'
import { agenciesContract } from '../../../shared/accreditation/accreditation.contract.ts'
import { checkAgency } from '../../../shared/accreditation/accreditation-rules.ts'
import type { AgencyFields } from '../../../shared/accreditation/agency.ts'
import type { DataContext } from '../context.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import { agencyStore } from './agency.repository.ts'
import { installAgencies } from './install-agencies.ts'

/** Agencies: those that come with the program and those that the university adds. */
export function createAgenciesRouter(context: DataContext) {
  context.care.onOpened.push((database) => installAgencies(database, context.log))
  const os = implement(agenciesContract)
  const agencies = createRecordUseCases<AgencyFields>(context, {
    store: agencyStore,
    check: checkAgency,
    references: () => [],
  })
  return os.router({
    list: os.list.handler(async ({ input }) => {
      const registers = context.registers()
      return registers.list(registers.agencies, input)
    }),
    get: os.get.handler(({ input }) => agencies.get(input.id)),
    validate: os.validate.handler(({ input }) => agencies.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => agencies.create(input.fields)),
    save: os.save.handler(({ input }) => agencies.save(input, input.fields)),
    remove: os.remove.handler(({ input }) => agencies.remove(input.records)),
    restore: os.restore.handler(({ input }) => agencies.restore(input.ids)),
  })
}
