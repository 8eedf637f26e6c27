import { Button, Menu } from '@mantine/core'
import { IconCheck, IconLayoutList } from '@tabler/icons-react'
import { useText } from '../../app/i18n.ts'
import type { TableColumn } from './column.ts'
import type { Listing } from './listing.ts'
import type { Folding } from './use-folding.ts'

type GroupChooserProps<Row, Filter, Column extends string> = {
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly listing: Pick<Listing<Row, Filter, Column>, 'group' | 'setGroup'>
  readonly folding: Folding
}

const check = (isChosen: boolean) => (isChosen ? <IconCheck size={14} aria-hidden /> : <span />)

/** By what the rows are grouped, and folding of all groups. Nothing where no column makes groups. */
export function GroupChooser<Row, Filter, Column extends string>({
  columns,
  listing,
  folding,
}: GroupChooserProps<Row, Filter, Column>) {
  const t = useText()
  const choices = columns.flatMap(({ key, title, sort, group }) =>
    sort === undefined || group === undefined ? [] : [{ key, title, column: sort }],
  )
  if (choices.length === 0) return null
  const chosen = choices.find(({ column }) => column === listing.group)
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <Button variant="subtle" size="compact-xs" leftSection={<IconLayoutList size={14} aria-hidden />}>
          {chosen === undefined
            ? t('common:table.group')
            : t('common:table.groupedBy', { column: chosen.title })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          rightSection={check(chosen === undefined)}
          role="menuitemradio"
          aria-checked={chosen === undefined}
          onClick={() => listing.setGroup(null)}
        >
          {t('common:table.noGroup')}
        </Menu.Item>
        {choices.map(({ key, title, column }) => (
          <Menu.Item
            key={key}
            rightSection={check(column === chosen?.column)}
            role="menuitemradio"
            aria-checked={column === chosen?.column}
            onClick={() => listing.setGroup(column)}
          >
            {title}
          </Menu.Item>
        ))}
        {chosen === undefined ? null : (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => folding.setAllFolded(true)}>{t('common:table.foldAll')}</Menu.Item>
            <Menu.Item onClick={() => folding.setAllFolded(false)}>{t('common:table.unfoldAll')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
