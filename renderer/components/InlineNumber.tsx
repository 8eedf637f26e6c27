import { type ComponentPropsWithoutRef, useState } from 'react'
import { formatNumber } from '../../shared/kernel/format.ts'
import { useLanguage } from '../app/preferences.tsx'

type InlineNumberProps = Omit<ComponentPropsWithoutRef<'input'>, 'value' | 'onChange'> & {
  readonly value: number | null
  readonly label: string
  /** Reads typed text: a number, null for none, undefined when it is neither. */
  readonly read: (text: string) => number | null | undefined
  readonly onChange: (value: number | null) => void
}

/**
 * A number typed in place, without a frame of its own: in a cell of a table or of the plan. Every readable number
 * counts at once; an unreadable one is marked while it stands there and taken back on leaving or with Esc.
 */
export function InlineNumber({ value, label, read, onChange, ...input }: InlineNumberProps) {
  const language = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const [before, setBefore] = useState(value)
  const shown = typed ?? (value === null ? '' : formatNumber(value, language))

  return (
    <input
      inputMode="decimal"
      autoComplete="off"
      {...input}
      aria-label={label}
      aria-invalid={typed !== null && read(typed) === undefined}
      value={shown}
      onFocus={(event) => {
        setBefore(value)
        event.currentTarget.select()
        input.onFocus?.(event)
      }}
      onChange={(event) => {
        const text = event.currentTarget.value
        const next = read(text)
        setTyped(text)
        if (next !== undefined) onChange(next)
      }}
      onBlur={(event) => {
        setTyped(null)
        input.onBlur?.(event)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation()
          setTyped(null)
          onChange(before)
          return
        }
        input.onKeyDown?.(event)
      }}
    />
  )
}
