import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import { useText } from '../app/i18n.ts'
import classes from './list-editor.module.css'

type ListEditorProps<Item> = {
  /** Path of the list inside the record, such as `contacts`. */
  readonly path: string
  readonly items: readonly Item[]
  readonly onChange: (items: Item[]) => void
  /** What a new row starts with. */
  readonly blank: () => Item
  /** The fields of one row. */
  readonly children: (item: Item, change: (part: Partial<Item>) => void, path: string) => ReactNode
  readonly addTitle: string
  /** Finding about the list as a whole. */
  readonly error?: ReactNode
  readonly isReadOnly: boolean
  readonly largest: number
}

/** A list inside a record: rows of a few fields that are added and removed. */
export function ListEditor<Item extends object>(props: ListEditorProps<Item>) {
  const t = useText()
  const { items, onChange, isReadOnly, path } = props
  const list = useRef<HTMLUListElement>(null)
  const replace = (index: number, part: Partial<Item>) =>
    onChange(items.map((item, position) => (position === index ? { ...item, ...part } : item)))
  const add = () => {
    onChange([...items, props.blank()])
    requestAnimationFrame(() => {
      const field = list.current?.lastElementChild?.querySelector('input')
      field?.focus()
    })
  }
  return (
    <div data-path={path} className={classes.editor}>
      <ul ref={list} className={classes.list}>
        {items.map((item, index) => (
          // Rows have no identity of their own; their fields are controlled, so the position serves.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={classes.item}>
            <div className={classes.fields}>
              {props.children(item, (part) => replace(index, part), `${path}.${index}`)}
            </div>
            {isReadOnly ? null : (
              <Tooltip label={t('common:list.removeItem')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${t('common:list.removeItem')} ${index + 1}`}
                  onClick={() => onChange(items.filter((_, position) => position !== index))}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
          </li>
        ))}
      </ul>
      {props.error}
      {isReadOnly || items.length >= props.largest ? null : (
        <Button
          variant="light"
          size="compact-sm"
          className="qos-no-print"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
        >
          {props.addTitle}
        </Button>
      )}
    </div>
  )
}
