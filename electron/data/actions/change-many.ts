import {
  type ActionChange,
  actionChangeSchema,
  type ActionFields,
  actionFieldsSchema,
  type ChangedAction,
} from '../../../shared/actions/action.ts'
import { checkAction, checkMove, moveTo } from '../../../shared/actions/action-rules.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { withoutMeta } from '../../../shared/kernel/record.ts'
import type { DataContext } from '../context.ts'
import { actionStore } from './action.repository.ts'

/** The fields after the change; a state that is new brings its day of closing, unless the change says another. */
function changed(fields: ActionFields, change: ActionChange, today: Day): ActionFields {
  const { state = fields.state } = change
  const moved = state === fields.state ? fields : moveTo(fields, state, today)
  return actionFieldsSchema.parse({ ...moved, ...change })
}

/** Changes many actions in one transaction, or none; returns what takes it back. */
export async function changeMany(
  context: DataContext,
  records: readonly ChangedAction[],
): Promise<ChangedAction[]> {
  const today = context.today()
  return context.database().write(async (tx) => {
    const before: ChangedAction[] = []
    for (const { id, revision, change } of records) {
      const fields = withoutMeta<ActionFields>(await actionStore.get(tx.trx, id))
      const next = changed(fields, change, today)
      const problems = [...checkMove(fields.state, next), ...checkAction(next)]
      const errors = problems.filter(({ severity }) => severity === 'error')
      if (errors.length > 0) throw new AppError('invalid-record', { count: errors.length }, errors)
      const saved = await actionStore.update(tx, { id, revision }, next)
      before.push({ id, revision: saved.revision, change: actionChangeSchema.parse(fields) })
    }
    return before
  })
}
