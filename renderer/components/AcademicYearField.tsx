import { ActionIcon, Group, TextInput, type TextInputProps } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { academicYearLabel, parseAcademicYear } from '../../shared/kernel/calendar.ts'
import { useText } from '../app/i18n.ts'

type AcademicYearFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'error'> & {
  /** Year of the September in which the academic year begins; null: none. */
  readonly value: number | null
  readonly onChange: (year: number | null) => void
  /** The year that the arrows start from when there is none. */
  readonly usual: number
  readonly error?: ReactNode
}

/**
 * An academic year, typed as people write it (2026/27, 2026-2027, 2026) or chosen with the arrows.
 * What cannot be read stays in the field with the reason, and the year stays as it was.
 */
export function AcademicYearField({ value, onChange, usual, error, ...field }: AcademicYearFieldProps) {
  const t = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const [isUnread, setUnread] = useState(false)
  const isClosed = field.disabled === true || field.readOnly === true

  function step(by: number) {
    setTyped(null)
    setUnread(false)
    onChange(value === null ? usual : value + by)
  }

  function finish() {
    if (typed === null) return
    const year = typed.trim() === '' ? null : parseAcademicYear(typed)
    if (year === null && (typed.trim() !== '' || field.required === true)) {
      setUnread(true)
      return
    }
    setTyped(null)
    if (year !== value) onChange(year)
  }

  function leave(event: FocusEvent<HTMLInputElement>) {
    finish()
    field.onBlur?.(event)
  }

  function keyDown(event: KeyboardEvent<HTMLInputElement>) {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      step(by)
    } else if (event.key === 'Enter') finish()
  }

  return (
    <TextInput
      w={190}
      {...field}
      value={typed ?? (value === null ? '' : academicYearLabel(value))}
      error={isUnread ? t('mobility:yearPicker.notYear') : error}
      onChange={(event) => {
        setUnread(false)
        setTyped(event.currentTarget.value)
      }}
      onBlur={leave}
      onKeyDown={keyDown}
      classNames={{ input: 'qos-figures' }}
      rightSectionWidth={64}
      rightSection={
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={isClosed}
            aria-label={t('mobility:yearPicker.previous')}
            title={t('mobility:yearPicker.previous')}
            onClick={() => step(-1)}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={isClosed}
            aria-label={t('mobility:yearPicker.next')}
            title={t('mobility:yearPicker.next')}
            onClick={() => step(1)}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Group>
      }
    />
  )
}
