import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { ShellCommand } from '../../shared/shell/shell.contract.ts'
import { places, type Place } from './places.ts'

/** Commands of the native menu carry the same ids; the others exist in the page only. */
type OwnCommandId =
  | 'toggle-rail'
  | 'colour-scheme'
  | 'remove-record'
  | 'paste-rows'
  | 'export-view'
  | 'clear-filters'
  | 'save-view'
  | 'save-view-as'
type GoCommandId = `go-${Place['id']}`
export type CommandId = ShellCommand | OwnCommandId | GoCommandId

/** Tells whether the command goes to a place. */
export function isGoCommand(id: CommandId): id is GoCommandId {
  return id.startsWith('go-')
}

/** What a person can have done: one entry for palette, keyboard, menu and buttons alike. */
export type Command = {
  readonly id: CommandId
  /** Keys as `mod+S`; `mod` is Ctrl, on a Mac ⌘. */
  readonly keys?: string
  /** Works while typing in a field, too. */
  readonly whileTyping?: boolean
}

/** Every command, in the order in which the palette and the list of shortcuts show them. */
export const commands: readonly Command[] = [
  { id: 'new-record', keys: 'mod+N', whileTyping: true },
  { id: 'save', keys: 'mod+S', whileTyping: true },
  { id: 'find', keys: 'mod+F', whileTyping: true },
  { id: 'palette', keys: 'mod+K', whileTyping: true },
  { id: 'undo', keys: 'mod+Z' },
  { id: 'remove-record', keys: 'Delete' },
  { id: 'paste-rows' },
  { id: 'export-view' },
  { id: 'clear-filters' },
  { id: 'save-view' },
  { id: 'save-view-as' },
  { id: 'print', keys: 'mod+P', whileTyping: true },
  { id: 'import', keys: 'mod+I', whileTyping: true },
  { id: 'backup' },
  { id: 'open-workspace', keys: 'mod+O', whileTyping: true },
  { id: 'new-workspace' },
  { id: 'close-workspace' },
  { id: 'settings', keys: 'mod+,', whileTyping: true },
  { id: 'toggle-rail', keys: 'mod+B', whileTyping: true },
  { id: 'colour-scheme' },
  { id: 'shortcuts', keys: '?' },
  ...places.map((place, index): Command => ({
    id: `go-${place.id}`,
    // There are nine digits; the places after them are reached by the rail and the palette.
    ...(index < 9 ? { keys: `mod+${index + 1}` } : {}),
    whileTyping: true,
  })),
]

const handlers = new Map<CommandId, (() => void)[]>()
const listeners = new Set<() => void>()
let available: ReadonlySet<CommandId> = new Set()

function announce(): void {
  available = new Set([...handlers].filter(([, stack]) => stack.length > 0).map(([id]) => id))
  for (const listener of listeners) listener()
}

/** Runs the command with the handler that was mounted last; false: nothing on the screen handles it now. */
export function runCommand(id: CommandId): boolean {
  const handler = handlers.get(id)?.at(-1)
  handler?.()
  return handler !== undefined
}

/**
 * Handles a command while the component is mounted: `useCommand('save', save, isDirty)`.
 * The component mounted last wins; a disabled one leaves the command to those below it.
 */
export function useCommand(id: CommandId, handler: () => void, isEnabled = true): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!isEnabled) return undefined
    const run = () => latest.current()
    const stack = handlers.get(id) ?? []
    handlers.set(id, [...stack, run])
    announce()
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((other) => other !== run),
      )
      announce()
    }
  }, [id, isEnabled])
}

/** The commands that something on the screen handles at the moment. */
export function useAvailableCommands(): ReadonlySet<CommandId> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => available,
  )
}

const isMac = navigator.userAgent.includes('Mac')

/** Keys as people read them: `Ctrl+S`, on a Mac `⌘S`. */
export function printKeys(keys: string): string {
  return isMac ? keys.replace('mod+', '⌘') : keys.replace('mod', 'Ctrl')
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  const wantsMod = parts[0] === 'mod'
  const key = parts.at(-1) ?? ''
  const hasMod = isMac ? event.metaKey : event.ctrlKey
  if (hasMod !== wantsMod || event.altKey) return false
  if (key === '?') return event.key === '?'
  if (event.shiftKey) return false
  // The physical key, so that Ctrl-S works with a Kazakh or Russian keyboard layout, too.
  const code = /^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : null
  return event.code === code || event.key === key
}

/** Tells whether keys typed now belong to a text field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
  )
}

/** Runs the command that belongs to the pressed keys, if any is available. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const typing = isTyping(event.target)
  const command = commands.find(
    ({ keys, whileTyping }) =>
      keys !== undefined && matches(event, keys) && (!typing || whileTyping === true),
  )
  // Delete belongs to the table that has the focus, and Esc to whatever is open.
  if (command === undefined || command.id === 'remove-record') return
  if (runCommand(command.id)) event.preventDefault()
}
