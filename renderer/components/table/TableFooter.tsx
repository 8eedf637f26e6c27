import { Button, Group, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { formatNumber } from '../../../shared/kernel/format.ts'
import type { ColumnLayout } from '../../../shared/views/saved-view.ts'
import { useText } from '../../app/i18n.ts'
import { useLanguage } from '../../app/preferences.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import type { TableColumn } from './column.ts'
import classes from './data-table.module.css'
import { GroupChooser } from './GroupChooser.tsx'
import type { Listing } from './listing.ts'
import type { Folding } from './use-folding.ts'
import type { SelectionState } from './use-selection.ts'
import type { TableWork } from './use-table-work.ts'

type TableFooterProps<Row, Filter, Column extends string> = {
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
  readonly listing: Listing<Row, Filter, Column>
  readonly selection: SelectionState<Row>
  readonly work: TableWork<Row>
  readonly folding: Folding
  readonly isInline: boolean
}

/** Below the rows: how many there are, or what can be done with the selected ones; and the columns. */
export function TableFooter<Row, Filter, Column extends string>(
  props: TableFooterProps<Row, Filter, Column>,
) {
  const t = useText()
  const { selection, listing, work } = props
  const count = selection.selected.size
  if (props.isInline && (listing.total ?? 0) === 0) return null
  return (
    <div className={classes.footer}>
      {count > 0 ? <SelectionBar {...props} count={count} /> : <Facts {...props} />}
      <Group gap="xs" wrap="nowrap" ml="auto">
        {work.exportAll === null ? null : (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
            onClick={work.exportAll}
          >
            {t('common:table.export')}
          </Button>
        )}
        {props.isInline ? null : (
          <GroupChooser columns={props.columns} listing={listing} folding={props.folding} />
        )}
        <ColumnChooser columns={props.columns} layout={props.layout} onLayout={props.onLayout} />
      </Group>
    </div>
  )
}

/** Inside a record the number of rows; in a place, whose head has the number, the sorting. */
function Facts<Row, Filter, Column extends string>(props: TableFooterProps<Row, Filter, Column>) {
  const t = useText()
  const { listing, columns, isInline } = props
  if (isInline) return <RowCount total={listing.total} unfiltered={listing.total} />
  const sorted = listing.sort.flatMap(({ column, descending }) => {
    const title = columns.find((candidate) => candidate.sort === column)?.title
    return title === undefined ? [] : [`${title} ${descending ? '↓' : '↑'}`]
  })
  return (
    <Text size="xs">
      {sorted.length === 0
        ? t('common:table.unsorted')
        : t('common:table.sortedBy', { columns: sorted.join(', ') })}
    </Text>
  )
}

/** "128 of 1 204": how many rows are shown of all. */
export function RowCount({
  total,
  unfiltered,
}: {
  readonly total: number | undefined
  readonly unfiltered: number | undefined
}) {
  const t = useText()
  const language = useLanguage()
  if (total === undefined || unfiltered === undefined) return <Text size="xs">&nbsp;</Text>
  const all = formatNumber(unfiltered, language)
  return (
    <Text size="xs" className="qos-figures" role="status" data-shown={total}>
      {total === unfiltered
        ? t('common:table.rows', { count: unfiltered, all })
        : t('common:table.rowsOf', { shown: formatNumber(total, language), all })}
    </Text>
  )
}

function SelectionBar<Row, Filter, Column extends string>(
  props: TableFooterProps<Row, Filter, Column> & { readonly count: number },
) {
  const t = useText()
  const { selection, work, count } = props
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="xs" fw={700} role="status">
        {t('common:table.selected', { count })}
      </Text>
      {work.actionsFor(count).map((action) => (
        <Button
          key={action.id}
          variant="subtle"
          size="compact-xs"
          {...(action.isDanger === true ? { color: 'red' } : {})}
          onClick={() => action.run(work.selectedRows())}
        >
          {action.title}
        </Button>
      ))}
      <Button variant="subtle" color="gray" size="compact-xs" onClick={selection.clear}>
        {t('common:table.unselect')}
      </Button>
    </Group>
  )
}
