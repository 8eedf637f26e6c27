import { Menu } from '@mantine/core'
import type { TableWork } from './use-table-work.ts'

/** Where a row's menu is open, and for which rows. */
export type MenuPlace<Row> = { readonly x: number; readonly y: number; readonly rows: readonly Row[] }

type RowMenuProps<Row> = {
  readonly place: MenuPlace<Row> | null
  readonly work: TableWork<Row>
  readonly onClose: () => void
  /** The focus goes back to the table. */
  readonly onClosed: () => void
}

/** The menu of the right mouse button: the same actions as in the bar of the selection. */
export function RowMenu<Row>({ place, work, onClose, onClosed }: RowMenuProps<Row>) {
  if (place === null) return null
  const close = () => {
    onClose()
    onClosed()
  }
  return (
    <Menu opened onClose={close} position="bottom-start" offset={2} returnFocus={false} trapFocus>
      <Menu.Target>
        <span style={{ position: 'fixed', left: place.x, top: place.y, width: 0, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown>
        {work.actionsFor(place.rows.length).map(({ id, title, icon: Icon, isDanger, keys, run }) => (
          <Menu.Item
            key={id}
            {...(isDanger === true ? { color: 'red' } : {})}
            leftSection={Icon === undefined ? null : <Icon size={16} aria-hidden />}
            rightSection={keys}
            onClick={() => run(place.rows)}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
