import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { describeError } from './describe-error.ts'
import { text } from './i18n.ts'
import { isAborted } from './refusal.ts'

type Undo = { readonly id: string; readonly run: () => Promise<unknown> }

/** One refusal at a time: the next one, or a success, takes its place. */
const refusalId = 'refusal'

const undoTime = 12_000
const undoStack: Undo[] = []
let counter = 0

/** Says that something is done, for a few seconds. */
export function notifyDone(text: string): void {
  notifications.hide(refusalId)
  notifications.show({ message: text, withBorder: true, autoClose: 4000 })
}

/** Says what failed, what it means for the data and what to do now. A cancelled work says nothing. */
export function notifyRefusal(error: unknown): void {
  if (isAborted(error)) return
  const { what, remedy } = describeError(error)
  notifications.hide(refusalId)
  notifications.show({
    id: refusalId,
    title: what,
    message: remedy,
    color: 'red',
    withBorder: true,
    autoClose: 10_000,
  })
}

/** Says what was done and offers to take it back, by button or Ctrl-Z, until another page load. */
export function offerUndo(message: string, undo: () => Promise<unknown>): void {
  counter += 1
  const entry: Undo = { id: `undo-${counter}`, run: undo }
  undoStack.push(entry)
  notifications.show({
    id: entry.id,
    withBorder: true,
    autoClose: undoTime,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" onClick={() => takeBack(entry)}>
          {text('common:action.undo')}
        </Button>
      </Group>
    ),
  })
}

/** Takes back the last thing that offered it; false: nothing is left to take back. */
export function undoLast(): boolean {
  const entry = undoStack.at(-1)
  if (entry === undefined) return false
  takeBack(entry)
  return true
}

function takeBack(entry: Undo): void {
  const position = undoStack.indexOf(entry)
  if (position === -1) return
  undoStack.splice(position, 1)
  notifications.hide(entry.id)
  entry.run().then(
    () => notifyDone(text('common:undone')),
    (error: unknown) => notifyRefusal(error),
  )
}
