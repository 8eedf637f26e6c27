import { Button, Menu } from '@mantine/core'
import { IconLayoutList } from '@tabler/icons-react'
import { useText } from '../../app/i18n.ts'
import type { TableColumn } from './column.ts'
import type { Listing } from './listing.ts'
import type { Folding } from './use-folding.ts'

type GroupChooserProps<Row, Filter, Column extends string> = {
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly listing: Pick<Listing<Row, Filter, Column>, 'group' | 'setGroup'>
  readonly folding: Folding
}

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
        <Menu.RadioGroup
          value={chosen?.key ?? ''}
          onChange={(key) => listing.setGroup(choices.find((choice) => choice.key === key)?.column ?? null)}
        >
          <Menu.RadioItem value="">{t('common:table.noGroup')}</Menu.RadioItem>
          {choices.map(({ key, title }) => (
            <Menu.RadioItem key={key} value={key}>
              {title}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
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
