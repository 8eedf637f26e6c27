import { Kbd, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { spotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { foldText, foldWords, matchesAllWords } from '../../../shared/kernel/fold.ts'
import { orpc } from '../client.ts'
import { commands, printKeys, runCommand, useAvailableCommands, useCommand } from '../commands.ts'
import { useText } from '../i18n.ts'
import { useLanguage } from '../preferences.tsx'
import { useOpenRecord } from '../open-record.ts'
import { commandTitle } from './command-title.ts'
import { EntityIcon } from '../../components/EntityIcon.tsx'

const shownHits = 12

/** Finds any record and runs any command: opened by Ctrl-K, driven by the keyboard. */
export function CommandPalette() {
  const t = useText()
  const [query, setQuery] = useState('')
  useCommand('palette', () => spotlight.open())
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={460}
      aria-label={t('common:command.palette')}
    >
      <Spotlight.Search
        placeholder={t('search:placeholder')}
        aria-label={t('search:placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        <Records query={query} />
        <Commands query={query} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function Records({ query }: { query: string }) {
  const t = useText()
  const language = useLanguage()
  const open = useOpenRecord()
  const [text] = useDebouncedValue(query.trim(), 80)
  const found = useQuery(
    orpc.search.find.queryOptions({
      input: { text, limit: shownHits, language },
      enabled: text !== '',
      placeholderData: keepPreviousData,
    }),
  )
  if (text === '' || query.trim() === '' || found.data === undefined) return null
  if (found.data.hits.length === 0) return <Spotlight.Empty>{t('search:nothing')}</Spotlight.Empty>
  return (
    <Spotlight.ActionsGroup label={t('search:found', { count: found.data.total })}>
      {found.data.hits.map(({ record, title, subtitle }) => (
        <Spotlight.Action
          key={record.id}
          label={title}
          description={subtitle}
          leftSection={<EntityIcon entity={record.entity} />}
          rightSection={
            <Text size="xs" c="dimmed">
              {t(`common:entity.${record.entity}`)}
            </Text>
          }
          onClick={() => open(record)}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function Commands({ query }: { query: string }) {
  const t = useText()
  const available = useAvailableCommands()
  const words = foldWords(query)
  const shown = commands.filter(
    ({ id }) =>
      id !== 'palette' && available.has(id) && matchesAllWords(foldText(commandTitle(t, id)), words),
  )
  if (shown.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={t('search:commands')}>
      {shown.map(({ id, keys }) => (
        <Spotlight.Action
          key={id}
          label={commandTitle(t, id)}
          rightSection={keys === undefined ? null : <Kbd size="xs">{printKeys(keys)}</Kbd>}
          onClick={() => runCommand(id)}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}
