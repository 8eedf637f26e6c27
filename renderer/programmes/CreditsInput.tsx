import { type KeyboardEvent, useState } from 'react'
import { useLanguage } from '../app/preferences.tsx'
import { formatNumber } from '../../shared/kernel/format.ts'
import { readCredits } from './plan-edit.ts'

/** Credits typed in place: every readable number counts at once, an unreadable one is taken back on leaving. */
export function CreditsInput(props: {
  value: number | null
  label: string
  className: string | undefined
  onChange: (credits: number | null) => void
  onEnter?: (() => void) | undefined
}) {
  const { value, label, className, onChange, onEnter } = props
  const language = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? '' : formatNumber(value, language))
  const unreadable = typed !== null && readCredits(typed) === undefined

  function keyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    setTyped(null)
    onEnter?.()
  }

  return (
    <input
      className={className}
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={unreadable}
      value={shown}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const credits = readCredits(text)
        if (credits !== undefined) onChange(credits)
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={keyDown}
      data-credits
    />
  )
}
