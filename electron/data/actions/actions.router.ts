import { implement } from '@orpc/server'
import type { ActionFields } from '../../../shared/actions/action.ts'
import { checkAction, checkMove } from '../../../shared/actions/action-rules.ts'
import { actionsContract } from '../../../shared/actions/actions.contract.ts'
import type { DataContext } from '../context.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { actionStore } from './action.repository.ts'
import { carryOver, takeBackCarryOver } from './carry-over.ts'
import { changeMany } from './change-many.ts'
import { draftFromCriteria, weakCriteria } from './weak-criteria.ts'

const checkState = (cache: RecordCache, fields: ActionFields, id: string | null) =>
  checkMove(id === null ? null : (cache.action.get(id)?.state ?? null), fields)

export function createActionsRouter(context: DataContext) {
  const os = implement(actionsContract)
  const actions = createRecordUseCases<ActionFields>(context, {
    store: actionStore,
    check: checkAction,
    references: (fields) => actionStore.references(fields),
    checkAgainst: checkState,
  })
  return os.router({
    list: os.list.handler(async ({ input }) => {
      const registers = context.registers()
      return registers.list(registers.actions, input)
    }),
    get: os.get.handler(({ input }) => actions.get(input.id)),
    validate: os.validate.handler(({ input }) => actions.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => actions.create(input.fields)),
    save: os.save.handler(({ input }) => actions.save(input, input.fields)),
    remove: os.remove.handler(({ input }) => actions.remove(input.records)),
    restore: os.restore.handler(({ input }) => actions.restore(input.ids)),
    weakCriteria: os.weakCriteria.handler(async ({ input }) =>
      weakCriteria(await context.registers().upToDate(), input),
    ),
    draftFromCriteria: os.draftFromCriteria.handler(async ({ input }) => ({
      created: await draftFromCriteria(context, input),
    })),
    changeMany: os.changeMany.handler(async ({ input }) => ({
      before: await changeMany(context, input.records),
    })),
    carryOver: os.carryOver.handler(({ input }) => carryOver(context, input)),
    takeBackCarryOver: os.takeBackCarryOver.handler(async ({ input }) => ({
      removed: await takeBackCarryOver(context, input.ids),
    })),
  })
}
