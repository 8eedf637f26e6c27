import type { Entity } from '../../../shared/kernel/record.ts'
import { useText } from '../../app/i18n.ts'
import { notifyRefusal, offerUndo } from '../../app/notify.tsx'
import type { RemovalCalls } from './record-calls.ts'

type Removable = { readonly id: string; readonly revision: number }

/** Deletes records at once and offers to bring them back. */
export function useRemoval(
  calls: RemovalCalls,
  entity: Entity,
  onRemoved?: (ids: readonly string[]) => void,
) {
  const t = useText()
  return (rows: readonly Removable[]): void => {
    const records = rows.map(({ id, revision }) => ({ id, revision }))
    const ids = records.map(({ id }) => id)
    if (ids.length === 0) return
    calls.remove({ records }).then(
      () => {
        onRemoved?.(ids)
        offerUndo(t('common:removed', { count: ids.length, what: t(`common:entity.${entity}`) }), () =>
          calls.restore({ ids }),
        )
      },
      (error: unknown) => notifyRefusal(error),
    )
  }
}
