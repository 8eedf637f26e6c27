import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns } from '@tabler/icons-react'
import type { ColumnLayout } from '../../../shared/views/saved-view.ts'
import { useText } from '../../app/i18n.ts'
import { firstLayout, moveColumn, orderColumns, type TableColumn } from './column.ts'

type ColumnChooserProps<Row, Column extends string> = {
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
}

/** Which columns are shown, and in which order. The first column always is. */
export function ColumnChooser<Row, Column extends string>({
  columns,
  layout,
  onLayout,
}: ColumnChooserProps<Row, Column>) {
  const t = useText()
  const ordered = orderColumns(columns, layout.order)
  const keys = ordered.map(({ key }) => key)
  const toggle = (key: string) => {
    const hidden = layout.hidden.includes(key)
      ? layout.hidden.filter((other) => other !== key)
      : [...layout.hidden, key]
    onLayout({ ...layout, hidden })
  }
  const move = (key: string, by: -1 | 1) => onLayout({ ...layout, order: moveColumn(keys, key, by) })
  return (
    <Popover position="top-end" trapFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-xs" leftSection={<IconColumns size={14} aria-hidden />}>
          {t('common:table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('common:table.columns')} mah={480} style={{ overflow: 'auto' }}>
        <Stack gap={4}>
          {ordered.map(({ key, title }, index) => (
            <Group key={key} gap="xs" wrap="nowrap" justify="space-between">
              <Checkbox
                size="xs"
                label={title}
                checked={!layout.hidden.includes(key)}
                disabled={index === 0}
                onChange={() => toggle(key)}
              />
              <Group gap={2} wrap="nowrap">
                <MoveButton
                  label={t('common:table.moveUp', { title })}
                  icon={IconArrowUp}
                  disabled={index < 2}
                  onClick={() => move(key, -1)}
                />
                <MoveButton
                  label={t('common:table.moveDown', { title })}
                  icon={IconArrowDown}
                  disabled={index === 0 || index === ordered.length - 1}
                  onClick={() => move(key, 1)}
                />
              </Group>
            </Group>
          ))}
          <Button variant="subtle" size="compact-xs" onClick={() => onLayout(firstLayout(columns))}>
            {t('common:table.resetColumns')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function MoveButton(props: {
  label: string
  icon: typeof IconArrowUp
  disabled: boolean
  onClick: () => void
}) {
  const { label, icon: Icon, disabled, onClick } = props
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={14} aria-hidden />
    </ActionIcon>
  )
}
