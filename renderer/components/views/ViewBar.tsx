import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core'
import { IconBookmark, IconBookmarkPlus, IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '../../app/commands.ts'
import { useText } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/use-workspace.ts'
import type { ViewWork } from './use-view-work.ts'
import { ViewName } from './ViewName.tsx'
import classes from './views.module.css'

/** The open view: its name, whether it was changed, and saving. Without one: keeping the list as a view. */
export function ViewBar({ work }: { readonly work: ViewWork }) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const [asked, setAsked] = useState<'create' | 'rename' | null>(null)
  const { view, isChanged } = work
  useCommand('save-view', () => void work.update(), view !== null && isChanged && !isReadOnly)
  useCommand('save-view-as', () => setAsked('create'), !isReadOnly)
  if (view === null && isReadOnly) return null
  return (
    <Group gap={4} wrap="nowrap" className={classes.bar}>
      {view === null ? (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconBookmarkPlus size={14} aria-hidden />}
          onClick={() => setAsked('create')}
        >
          {t('common:views.keep')}
        </Button>
      ) : (
        <>
          <IconBookmark size={14} aria-hidden className={classes.icon} />
          <Text size="xs" fw={700} className={classes.name} title={view.name}>
            {view.name}
          </Text>
          {isChanged ? (
            <Text size="xs" c="dimmed" role="status" className={classes.changed}>
              {t('common:views.changed')}
            </Text>
          ) : null}
          {isChanged && !isReadOnly ? (
            <>
              <Button variant="light" size="compact-xs" onClick={() => void work.update()}>
                {t('common:action.save')}
              </Button>
              <Button variant="subtle" size="compact-xs" onClick={() => setAsked('create')}>
                {t('common:views.saveAs')}
              </Button>
            </>
          ) : null}
          <ViewMenu work={work} isReadOnly={isReadOnly} onAsk={setAsked} />
        </>
      )}
      {asked === null ? null : (
        <ViewName
          title={asked === 'create' ? t('common:views.keep') : t('common:views.rename')}
          initial={asked === 'create' ? '' : (view?.name ?? '')}
          onSave={asked === 'create' ? work.create : work.rename}
          onClose={() => setAsked(null)}
        />
      )}
    </Group>
  )
}

type ViewMenuProps = {
  readonly work: ViewWork
  readonly isReadOnly: boolean
  readonly onAsk: (what: 'create' | 'rename') => void
}

function ViewMenu({ work, isReadOnly, onAsk }: ViewMenuProps) {
  const t = useText()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('common:views.menu')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!work.isChanged} onClick={work.reset}>
          {t('common:views.reset')}
        </Menu.Item>
        <Menu.Item disabled={isReadOnly} onClick={() => onAsk('rename')}>
          {t('common:views.rename')}
        </Menu.Item>
        <Menu.Item disabled={isReadOnly} onClick={() => onAsk('create')}>
          {t('common:views.saveAs')}
        </Menu.Item>
        <Menu.Item color="red" disabled={isReadOnly} onClick={work.remove}>
          {t('common:action.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
