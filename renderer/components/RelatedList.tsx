import { Text } from '@mantine/core'
import { DataTable, type TableColumn } from './DataTable.tsx'
import { useRelatedListing, type ListSource } from './table/use-listing.ts'

type RelatedListProps<
  Row extends { readonly id: string },
  Filter extends Record<string, unknown>,
  Column extends string,
> = {
  /** Columns are remembered under this name. */
  readonly view: string
  readonly label: string
  readonly source: ListSource<Row, Filter, Column>
  /** What limits the list to the record; must not be made anew in every render. */
  readonly filter: Filter
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly onOpen: (row: Row) => void
  /** Said when there is nothing. */
  readonly empty: string
}

const keyOf = (row: { readonly id: string }): string => row.id

/** Records that belong to the open one, such as the agreements of a partner, as a small table. */
export function RelatedList<
  Row extends { readonly id: string },
  Filter extends Record<string, unknown>,
  Column extends string,
>({ view, label, source, filter, columns, onOpen, empty }: RelatedListProps<Row, Filter, Column>) {
  const listing = useRelatedListing(source, filter)
  if (listing.total === 0) return <Text c="dimmed">{empty}</Text>
  return (
    <DataTable
      isInline
      view={view}
      label={label}
      columns={columns}
      listing={listing}
      rowKey={keyOf}
      onOpen={onOpen}
      empty={null}
    />
  )
}
