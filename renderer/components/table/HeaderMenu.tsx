import { Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconEyeOff,
  IconFilter,
  IconLayoutList,
  IconSortAscending,
  type Icon,
} from '@tabler/icons-react'
import { useText } from '../../app/i18n.ts'
import { nextSort, type TableColumn } from './column.ts'
import type { Listing } from './listing.ts'

/** Where the menu of a column's title is open. */
export type HeaderMenuPlace = { readonly x: number; readonly y: number; readonly key: string }

type HeaderMenuProps<Row, Filter, Column extends string> = {
  readonly place: HeaderMenuPlace | null
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly listing: Listing<Row, Filter, Column>
  readonly onMove: (key: string, by: -1 | 1) => void
  readonly onHide: (key: string) => void
  readonly onFilter: ((id: string) => void) | undefined
  readonly onClose: () => void
  /** The focus goes back to the table. */
  readonly onClosed: () => void
}

type Item = {
  readonly id: string
  readonly title: string
  readonly icon: Icon
  readonly keys?: string
  readonly isDisabled?: boolean
  /** The focus goes where the command opened something. */
  readonly leaves?: boolean
  readonly run: () => void
}

/** What can be done with a column: sort, group, filter, move, hide. Right mouse button, or Shift-F10 on its title. */
export function HeaderMenu<Row, Filter, Column extends string>(props: HeaderMenuProps<Row, Filter, Column>) {
  const items = useHeaderItems(props)
  const { place } = props
  if (place === null) return null
  const close = () => {
    props.onClose()
    props.onClosed()
  }
  return (
    <Menu opened onClose={close} position="bottom-start" offset={2} returnFocus={false} trapFocus>
      <Menu.Target>
        <span style={{ position: 'fixed', left: place.x, top: place.y, width: 0, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ id, title, icon: Icon, keys, isDisabled, leaves, run }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={keys}
            disabled={isDisabled === true}
            closeMenuOnClick={leaves !== true}
            onClick={() => {
              run()
              if (leaves === true) props.onClose()
            }}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function useHeaderItems<Row, Filter, Column extends string>({
  place,
  columns,
  listing,
  onMove,
  onHide,
  onFilter,
}: HeaderMenuProps<Row, Filter, Column>): Item[] {
  const t = useText()
  const index = columns.findIndex(({ key }) => key === place?.key)
  const column = columns[index]
  if (column === undefined) return []
  const { key, sort, group, filter } = column
  const sorting = sort === undefined ? [] : sortItems(t, listing, sort)
  const grouping: Item[] =
    sort === undefined || group === undefined
      ? []
      : [
          {
            id: 'group',
            title: listing.group === sort ? t('common:table.ungroup') : t('common:table.groupByThis'),
            icon: IconLayoutList,
            run: () => listing.setGroup(listing.group === sort ? null : sort),
          },
        ]
  const filtering: Item[] =
    filter === undefined || onFilter === undefined
      ? []
      : [
          {
            id: 'filter',
            title: t('common:table.filterBy'),
            icon: IconFilter,
            leaves: true,
            run: () => onFilter(filter),
          },
        ]
  return [
    ...sorting,
    ...grouping,
    ...filtering,
    {
      id: 'left',
      title: t('common:table.moveLeft'),
      icon: IconArrowLeft,
      keys: 'Alt+←',
      isDisabled: index < 2,
      run: () => onMove(key, -1),
    },
    {
      id: 'right',
      title: t('common:table.moveRight'),
      icon: IconArrowRight,
      keys: 'Alt+→',
      isDisabled: index === 0 || index === columns.length - 1,
      run: () => onMove(key, 1),
    },
    {
      id: 'hide',
      title: t('common:table.hideColumn'),
      icon: IconEyeOff,
      isDisabled: index === 0,
      run: () => onHide(key),
    },
  ]
}

function sortItems<Row, Filter, Column extends string>(
  t: ReturnType<typeof useText>,
  { sort, setSort }: Listing<Row, Filter, Column>,
  column: Column,
): Item[] {
  const present = sort.some((entry) => entry.column === column)
  return [
    {
      id: 'ascending',
      title: t('common:table.sortAscending'),
      icon: IconArrowUp,
      run: () => setSort([{ column, descending: false }]),
    },
    {
      id: 'descending',
      title: t('common:table.sortDescending'),
      icon: IconArrowDown,
      run: () => setSort([{ column, descending: true }]),
    },
    {
      id: 'add',
      title: present ? t('common:table.sortWithout') : t('common:table.sortThen'),
      icon: IconSortAscending,
      keys: present ? '' : 'Shift+Enter',
      isDisabled: sort.length === 0,
      run: () =>
        setSort(present ? sort.filter((entry) => entry.column !== column) : nextSort(sort, column, true)),
    },
  ]
}
