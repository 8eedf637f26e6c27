import { Popover } from '@mantine/core'
import { useId, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { formatDayLong } from '../../../shared/kernel/format.ts'
import { useLanguage } from '../../app/preferences.tsx'
import { FieldNotes } from '../record/FieldNotes.tsx'
import type { FieldIssue } from '../record/field-issue.ts'
import type { OpenCell } from './cell-edit.ts'
import classes from './cell-editor.module.css'
import type { EditStep } from './use-cell-editor.tsx'

/** What stands in the editor, kept outside of it. */
export type CellDraft = { readonly read: () => string; readonly keep: (typed: string) => void }

type CellEditorProps = {
  readonly cell: OpenCell
  /** What was typed so far; it stays when the row is scrolled out of sight and back. */
  readonly draft: CellDraft
  readonly issues: readonly FieldIssue[]
  readonly isSaving: boolean
  readonly onCommit: (typed: string, step: EditStep) => void
  readonly onCancel: () => void
}

/**
 * The editor inside a cell. Enter saves, Tab and Shift-Tab save and go to the next cell, Esc leaves the value as it
 * was, and going elsewhere with the mouse saves. What is wrong stands below the cell.
 */
export function CellEditor({ cell, draft, issues, isSaving, onCommit, onCancel }: CellEditorProps) {
  const notesId = useId()
  const language = useLanguage()
  const [typed, setTyped] = useState(draft.read)
  const { control } = cell
  const type = (text: string) => {
    draft.keep(text)
    setTyped(text)
  }
  const keyDown = (event: KeyboardEvent<HTMLSpanElement>) => {
    const step = stepOf(event)
    if (step === null || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (step === 'cancel') onCancel()
    else onCommit(draft.read(), step)
  }
  const leave = (event: FocusEvent) => {
    // The window, and not the person, may have left.
    if (document.activeElement === event.target) return
    onCommit(draft.read(), 'leave')
  }
  const day = control.kind === 'day' ? control.read(typed) : null
  const inWords = day === null ? '' : formatDayLong(day, language)
  const isTold = issues.length > 0 || inWords !== ''
  return (
    <Popover
      opened={isTold}
      position="bottom-start"
      offset={2}
      withRoles={false}
      trapFocus={false}
      closeOnEscape={false}
    >
      <Popover.Target>
        <span className={classes.editor} onKeyDownCapture={keyDown}>
          <Control
            cell={cell}
            typed={typed}
            onType={type}
            field={{
              'aria-label': cell.label,
              'aria-describedby': isTold ? notesId : undefined,
              'aria-invalid': issues.length > 0,
              'data-saving': isSaving,
              className: classes.field,
              onBlur: leave,
            }}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown p="xs" maw={420} fz="sm">
        <span id={notesId} role="status">
          {issues.length > 0 ? <FieldNotes issues={issues} /> : inWords}
        </span>
      </Popover.Dropdown>
    </Popover>
  )
}

type ControlProps = {
  readonly cell: OpenCell
  readonly typed: string
  readonly onType: (text: string) => void
  readonly field: {
    'aria-label': string
    'aria-describedby': string | undefined
    'aria-invalid': boolean
    'data-saving': boolean
    className: string | undefined
    onBlur: (event: FocusEvent) => void
  }
}

/** The person has just asked for this cell: the focus goes into it, and typing replaces what stands there. */
function takeFocus(element: HTMLInputElement | HTMLSelectElement | null): void {
  if (element === null || element.dataset['ready'] !== undefined) return
  element.dataset['ready'] = ''
  element.focus({ preventScroll: true })
  if (element instanceof HTMLInputElement) element.select()
}

function Control({ cell: { control }, typed, onType, field }: ControlProps) {
  if (control.kind === 'choice') {
    return (
      <select
        {...field}
        ref={takeFocus}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
      >
        {control.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      {...field}
      ref={takeFocus}
      autoComplete="off"
      {...(control.kind === 'number' ? { inputMode: 'decimal' as const } : {})}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}

/** What a key means in an editor; null: it belongs to the field. */
function stepOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): EditStep | 'cancel' | null {
  if (ctrlKey || metaKey || altKey) return null
  if (key === 'Escape') return 'cancel'
  if (key === 'Enter') return 'stay'
  if (key === 'Tab') return shiftKey ? 'previous' : 'next'
  return null
}
