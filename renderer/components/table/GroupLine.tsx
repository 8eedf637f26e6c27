import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ListGroup, Sums } from '../../../shared/kernel/listing.ts'
import { formatNumber } from '../../../shared/kernel/format.ts'
import { useText } from '../../app/i18n.ts'
import { useLanguage } from '../../app/preferences.tsx'
import type { TableColumn } from './column.ts'
import classes from './data-table.module.css'

type GroupLineProps<Row, Column extends string> = {
  readonly group: ListGroup
  readonly title: string
  readonly isFolded: boolean
  readonly line: number
  /** Distance from the top of all lines, px. */
  readonly top: number
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly gridId: string
  /** The column that the keyboard is on, if it is on this line. */
  readonly activeColumn: number | null
}

/** The heading of a group: what its records have in common, how many there are, and their sums. */
export function GroupLine<Row, Column extends string>(props: GroupLineProps<Row, Column>) {
  const t = useText()
  const language = useLanguage()
  const { group, title, isFolded, line, columns, gridId, activeColumn } = props
  const Chevron = isFolded ? IconChevronRight : IconChevronDown
  const span = firstSum(columns, group.sums)
  const count = formatNumber(group.count, language)
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className={classes.row}
      data-index={line}
      data-group
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div
        id={`${gridId}-${line}-${activeColumn ?? 0}`}
        role="gridcell"
        aria-colindex={1}
        aria-colspan={span + 1}
        aria-expanded={!isFolded}
        className={`${classes.cell} ${classes.groupCell}`}
        data-active={activeColumn !== null || undefined}
        style={{ gridColumn: `1 / ${span + 2}` }}
      >
        <span className={classes.groupTitle}>
          <Chevron size={16} aria-hidden />
          <strong>{title}</strong>
          <span className="qos-figures">{t('common:table.rows', { count: group.count, all: count })}</span>
        </span>
      </div>
      <SumCells columns={columns} sums={group.sums} from={span} />
    </div>
  )
}

/** The position of the first column that has a sum; the heading reaches up to it, but over the first column at least. */
function firstSum<Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  sums: Sums,
): number {
  const place = columns.findIndex(({ sort }) => sort !== undefined && sums[sort] !== undefined)
  return place === -1 ? columns.length : Math.max(1, place)
}

/** The sums under their columns, from one column on. */
export function SumCells<Row, Column extends string>({
  columns,
  sums,
  from,
}: {
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly sums: Sums
  readonly from: number
}) {
  const language = useLanguage()
  return columns.slice(from).map((column, position) => {
    const sum = column.sort === undefined ? undefined : sums[column.sort]
    return (
      <div
        key={column.key}
        role="gridcell"
        aria-colindex={from + position + 2}
        className={classes.cell}
        data-align="end"
        title={sum === null ? column.noSum : undefined}
      >
        {sum === undefined ? '' : sum === null ? '–' : formatNumber(sum, language)}
      </div>
    )
  })
}
