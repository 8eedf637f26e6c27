import type { ActionChange, ActionSummary } from '../../shared/actions/action.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal, offerUndo } from '../app/notify.tsx'

/** Changes actions together and offers to take it back; false: refused, and the person was told. */
export function useChangeActions() {
  const t = useText()
  return async (
    rows: readonly Pick<ActionSummary, 'id' | 'revision'>[],
    change: ActionChange,
    message = t('actions:bulk.changed', { count: rows.length }),
  ): Promise<boolean> => {
    try {
      const records = rows.map(({ id, revision }) => ({ id, revision, change }))
      const { before } = await data.actions.changeMany({ records })
      offerUndo(message, () => data.actions.changeMany({ records: before }))
      return true
    } catch (error) {
      notifyRefusal(error)
      return false
    }
  }
}
