import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Day } from '../../shared/kernel/day.ts'
import { formatDay, formatDayLong } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { readDayEntry } from './day-entry.ts'

type DayFieldProps = {
  readonly label: string
  readonly value: Day | null
  readonly onChange: (value: Day | null) => void
  readonly onBlur?: () => void
  readonly description?: ReactNode
  readonly error?: ReactNode
  /** The day that steps such as `+5y` count from; today when absent. */
  readonly base?: Day | null
  /** The day ends a term that begins on the base: `+1y` from 01.09.2026 is 31.08.2027. */
  readonly isLastDay?: boolean
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly path?: string
  /** In a table: the label is not shown, and the day in words is a tooltip. */
  readonly isCompact?: boolean
}

/** A day typed freely («31.12.27», "+5y", «бүгін») or chosen from a calendar, and shown back in words. */
export function DayField(props: DayFieldProps) {
  const t = useText()
  const language = useLanguage()
  const today = useToday()
  const { value, onChange, onBlur, base, isLastDay = false, isReadOnly = false, isRequired = false } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [isCalendarOpen, setCalendarOpen] = useState(false)
  const readEntry = (text: string): Day | null =>
    readDayEntry(text, today, { base: base ?? today, asLastDay: isLastDay })
  const isUnread = typed !== null && typed.trim() !== '' && readEntry(typed) === null
  const type = (text: string) => {
    setTyped(text)
    const day = readEntry(text)
    if (day !== null || text.trim() === '') onChange(day)
  }
  const leave = () => {
    // What cannot be read stays in the field, to be corrected rather than typed again.
    if (!isUnread) setTyped(null)
    onBlur?.()
  }
  return (
    <TextInput
      {...labelling(props, isUnread || value === null ? null : formatDayLong(value, language))}
      required={isRequired}
      readOnly={isReadOnly}
      data-path={props.path}
      value={typed ?? (value === null ? '' : formatDay(value, language))}
      placeholder={t('common:day.placeholder')}
      autoComplete="off"
      error={isUnread && !isCalendarOpen ? t('common:day.unreadable') : props.error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      rightSection={
        isReadOnly ? null : (
          <CalendarButton
            value={value}
            isOpen={isCalendarOpen}
            onOpen={setCalendarOpen}
            onPick={(day) => {
              setTyped(null)
              onChange(day)
            }}
          />
        )
      }
    />
  )
}

/** Label and day in words: above and below the field, or in a table out of sight. */
function labelling({ label, description, isCompact }: DayFieldProps, inWords: string | null) {
  if (isCompact === true) return { 'aria-label': label, title: inWords ?? undefined }
  return {
    label,
    description:
      inWords === null ? (
        description
      ) : (
        <>
          {inWords} {description}
        </>
      ),
  }
}

type CalendarButtonProps = {
  readonly value: Day | null
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onPick: (day: Day | null) => void
}

function CalendarButton({ value, isOpen, onOpen, onPick }: CalendarButtonProps) {
  const t = useText()
  return (
    <Popover opened={isOpen} onChange={onOpen} trapFocus returnFocus position="bottom-end">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('common:day.calendar')}
          onClick={() => onOpen(!isOpen)}
        >
          <IconCalendar size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={value}
          {...(value === null ? {} : { defaultDate: value })}
          onChange={(day) => {
            onPick(day)
            onOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
