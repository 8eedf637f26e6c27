import { useMemo } from 'react'
import { useRemembered } from '../../app/preferences.tsx'
import { columnLayoutSchema, type ColumnLayout } from '../../../shared/views/saved-view.ts'
import { firstLayout, type TableColumn } from './column.ts'

/** Under this name the columns of a view are remembered. */
export const columnMemory = (view: string): string => `columns:${view}`

const unchangedSchema = columnLayoutSchema.nullable()

/** Order, widths and choice of a view's columns, as the person left them; `base`: before that, if not the table's own. */
export function useColumnLayout<Row, Column extends string>(
  view: string,
  columns: readonly TableColumn<Row, Column>[],
  base?: ColumnLayout,
): readonly [ColumnLayout, (layout: ColumnLayout) => void] {
  const [stored, store] = useRemembered(columnMemory(view), unchangedSchema, null)
  const first = useMemo(() => base ?? firstLayout(columns), [base, columns])
  return [stored ?? first, store]
}
