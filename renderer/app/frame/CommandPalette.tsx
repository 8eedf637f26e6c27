import { Kbd, Text, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { spotlight, Spotlight } from '@mantine/spotlight'
import { IconBookmark, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { foldText, foldWords, matchesAllWords } from '../../../shared/kernel/fold.ts'
import { orpc } from '../client.ts'
import { commands, printKeys, runCommand, useAvailableCommands, useCommand } from '../commands.ts'
import { useText } from '../i18n.ts'
import { useLanguage } from '../preferences.tsx'
import { useOpenRecord } from '../open-record.ts'
import classes from './palette.module.css'
import { commandTitle } from './command-title.ts'
import { useOpenView, useSavedViews } from '../../components/views/use-saved-views.ts'
import { EntityIcon } from '../../components/EntityIcon.tsx'

const shownHits = 12

/** Passed on to the scroll area, which the types of the list do not say. */
const scrolledByKeys = { viewportProps: { tabIndex: 0 } }

/** Finds any record and runs any command: opened by Ctrl-K, driven by the keyboard. */
export function CommandPalette() {
  const t = useText()
  const [query, setQuery] = useState('')
  const [spoken, setSpoken] = useState('')
  useCommand('palette', () => spotlight.open())
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={460}
      centered={false}
      yOffset={72}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': t('common:command.palette') } }}
    >
      <Spotlight.Search
        onKeyDown={(event) => {
          if (event.key.startsWith('Arrow')) requestAnimationFrame(() => setSpoken(selectedText()))
        }}
        placeholder={t('search:placeholder')}
        aria-label={t('search:placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
      <Spotlight.ActionsList className={classes.list} {...scrolledByKeys}>
        <Records query={query} />
        <Views query={query} />
        <Commands query={query} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** The entry that the arrow keys are on, for people who only hear the palette. */
function selectedText(): string {
  return document.querySelector(`.${classes.list} [data-selected]`)?.textContent ?? ''
}

/** Spotlight selects the first entry when the text changes; records that arrive later have to be selected here. */
function selectFirst(): void {
  for (const entry of document.querySelectorAll(`.${classes.list} [data-selected]`))
    entry.removeAttribute('data-selected')
  document.querySelector(`.${classes.list} [data-action]`)?.setAttribute('data-selected', 'true')
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
  // Enter opens the first record as soon as there is one.
  useEffect(() => {
    if (found.data !== undefined && text !== '') selectFirst()
  }, [found.data, text])
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

function Views({ query }: { query: string }) {
  const t = useText()
  const open = useOpenView()
  const words = foldWords(query)
  const found = useSavedViews()
    .map((view) => ({ view, place: t(`common:place.${view.place}`) }))
    .filter(({ view, place }) => matchesAllWords(foldText(`${view.name} ${place}`), words))
  if (found.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={t('common:views.title')}>
      {found.map(({ view, place }) => (
        <Spotlight.Action
          key={view.id}
          label={view.name}
          description={place}
          leftSection={<IconBookmark size={18} aria-hidden />}
          onClick={() => open(view)}
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
