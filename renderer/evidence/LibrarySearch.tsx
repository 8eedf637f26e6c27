import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { allEvidence, type EvidenceSummary } from '../../shared/evidence/evidence.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import classes from './evidence.module.css'
import { PieceLine } from './LinkedEvidence.tsx'

/** Matches that are shown; more of them nobody reads. */
const shownAtOnce = 8

type LibrarySearchProps = {
  /** What is linked already is not offered again. */
  readonly linked: readonly string[]
  readonly onTake: (id: string) => void
  readonly onShow: (piece: EvidenceSummary) => void
}

/** Finds pieces of the library by words of their names, tags, addresses and notes. */
export function LibrarySearch({ linked, onTake, onShow }: LibrarySearchProps) {
  const t = useText()
  const language = useLanguage()
  const on = useToday()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 120)
  const found = useQuery({
    ...orpc.evidence.list.queryOptions({
      input: {
        text,
        filter: allEvidence,
        sort: [{ column: 'name', descending: false }],
        offset: 0,
        limit: shownAtOnce + linked.length,
        language,
        on,
      },
    }),
    placeholderData: keepPreviousData,
  })
  const pieces = (found.data?.rows ?? []).filter(({ id }) => !linked.includes(id)).slice(0, shownAtOnce)
  return (
    <Stack gap="xs">
      <TextInput
        aria-label={t('evidence:picker.search')}
        placeholder={t('common:select.placeholder')}
        value={typed}
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.data !== undefined && pieces.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('evidence:picker.nothing')}
        </Text>
      ) : (
        <ul className={classes.list} aria-label={t('evidence:picker.found')}>
          {pieces.map((piece) => (
            <li key={piece.id} className={classes.item}>
              <PieceLine piece={piece} onShow={onShow} />
              <Button
                variant="light"
                size="compact-sm"
                aria-label={t('evidence:picker.take', { name: piece.name })}
                onClick={() => onTake(piece.id)}
              >
                {t('evidence:picker.create')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}
