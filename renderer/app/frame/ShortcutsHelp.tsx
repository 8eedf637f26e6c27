import { Kbd, Modal, SimpleGrid, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { commands, printKeys, useCommand } from '../commands.ts'
import { useText } from '../i18n.ts'
import { commandTitle } from './command-title.ts'
import classes from './palette.module.css'

/** Every key that does something, in one list. */
export function ShortcutsHelp() {
  const t = useText()
  const [isOpen, { open, close }] = useDisclosure(false)
  useCommand('shortcuts', open)
  const rows = [
    ...commands.flatMap(({ id, keys }) =>
      keys === undefined ? [] : [{ id, keys: printKeys(keys), title: commandTitle(t, id) }],
    ),
    ...(
      [
        'arrows',
        'enter',
        'space',
        'all',
        'copy',
        'menu',
        'header',
        'groups',
        'cell',
        'nextCell',
        'paste',
        'escape',
      ] as const
    ).map((id) => ({
      id,
      keys: t(`common:tableKeys.${id}.keys`),
      title: t(`common:tableKeys.${id}.title`),
    })),
  ]
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('common:command.shortcuts')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <SimpleGrid cols={2} spacing="xl" verticalSpacing="sm">
        {rows.map(({ id, keys, title }) => (
          <div key={id} className={classes.shortcut}>
            <Text>{title}</Text>
            <Kbd>{keys}</Kbd>
          </div>
        ))}
      </SimpleGrid>
    </Modal>
  )
}
