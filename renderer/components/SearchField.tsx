import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'

type SearchFieldProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label?: string
}

const typingPause = 120

/** Searches a list while one types. Ctrl-F comes here, Esc empties it. */
export function SearchField({ value, onChange, label }: SearchFieldProps) {
  const t = useText()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const timer = useRef<number | undefined>(undefined)
  // A value changed from outside (a link, "clear") replaces what is typed; an own echo does not.
  if (value !== known) {
    setKnown(value)
    if (value !== typed.trim()) setTyped(value)
  }
  useCommand('find', () => {
    field.current?.focus()
    field.current?.select()
  })
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const type = (text: string, wait: number) => {
    setTyped(text)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => onChange(text.trim()), wait)
  }
  return (
    <TextInput
      ref={field}
      type="search"
      value={typed}
      maxLength={200}
      placeholder={label ?? t('common:filter.search')}
      aria-label={label ?? t('common:filter.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <CloseButton size="sm" aria-label={t('common:action.clear')} onClick={() => type('', 0)} />
        )
      }
      onChange={(event) => type(event.currentTarget.value, typingPause)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === '') return
        event.stopPropagation()
        type('', 0)
      }}
    />
  )
}
