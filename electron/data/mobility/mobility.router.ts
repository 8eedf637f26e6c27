import { implement } from '@orpc/server'
import type { Problem } from '../../../shared/kernel/problem.ts'
import type { CohortFields } from '../../../shared/mobility/cohort.ts'
import { checkCohort } from '../../../shared/mobility/cohort-rules.ts'
import { mobilityContract } from '../../../shared/mobility/mobility.contract.ts'
import type { DataContext } from '../context.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { cohortStore } from './cohort.repository.ts'
import { sumByLevel } from './cohort-totals.ts'
import { enterYear } from './enter-year.ts'

/** Refuses a second cohort of one programme in one academic year. */
function checkTwice(
  cache: RecordCache,
  { programmeId, academicYear }: CohortFields,
  id: string | null,
): Problem[] {
  const isTaken = [...cache.programmeOfCohort.sourcesOf(programmeId)].some(
    (other) => other !== id && cache.cohort.get(other)?.academicYear === academicYear,
  )
  return isTaken ? [{ rule: 'cohort-twice', severity: 'error', field: 'academicYear', params: {} }] : []
}

export function createMobilityRouter(context: DataContext) {
  const os = implement(mobilityContract)
  const cohorts = createRecordUseCases<CohortFields>(context, {
    store: cohortStore,
    check: checkCohort,
    references: ({ programmeId }) => [{ entity: 'programme', id: programmeId, field: 'programmeId' }],
    checkAgainst: checkTwice,
  })
  return os.router({
    list: os.list.handler(async ({ input }) => {
      const registers = context.registers()
      return registers.list(registers.cohorts, input)
    }),
    get: os.get.handler(({ input }) => cohorts.get(input.id)),
    validate: os.validate.handler(({ input }) => cohorts.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => cohorts.create(input.fields)),
    save: os.save.handler(({ input }) => cohorts.save(input, input.fields)),
    remove: os.remove.handler(({ input }) => cohorts.remove(input.records)),
    restore: os.restore.handler(({ input }) => cohorts.restore(input.ids)),
    totals: os.totals.handler(async ({ input }) => {
      const registers = context.registers()
      const all = { ...input, sort: [], offset: 0, limit: Number.POSITIVE_INFINITY }
      return sumByLevel((await registers.list(registers.cohorts, all)).rows)
    }),
    enterYear: os.enterYear.handler(({ input }) => context.database().write((tx) => enterYear(tx, input))),
  })
}
