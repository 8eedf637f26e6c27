import type { Sums } from '../../../shared/kernel/listing.ts'
import { useText } from '../../app/i18n.ts'
import type { TableColumn } from './column.ts'
import { SumCells } from './GroupLine.tsx'
import classes from './data-table.module.css'

type SumLineProps<Row, Column extends string> = {
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly sums: Sums
  readonly rowIndex: number
}

/** Whether any column on the screen is added up. Lists inside a record have no line of sums. */
export function hasSums<Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  { total = 0, sums }: { readonly total: number | undefined; readonly sums: Sums },
  isInline = false,
): boolean {
  return total > 0 && !isInline && columns.some(({ sort }) => sort !== undefined && sums[sort] !== undefined)
}

/** The last line, always in sight: what all rows that match add up to. */
export function SumLine<Row, Column extends string>({ columns, sums, rowIndex }: SumLineProps<Row, Column>) {
  const t = useText()
  return (
    <div role="rowgroup" className={classes.sums}>
      <div role="row" aria-rowindex={rowIndex} className={classes.row}>
        <div role="gridcell" aria-colindex={1} className={classes.cell} data-sticky="start" />
        <div role="gridcell" aria-colindex={2} className={classes.cell} data-sticky="end">
          {t('common:table.sum')}
        </div>
        <SumCells columns={columns} sums={sums} from={1} />
      </div>
    </div>
  )
}
