import { useSyncExternalStore } from 'react'
import type { ErrorCode } from '../../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import { refusalOf } from '../refusal.ts'

/** A file that could not be opened because it is damaged, and what was said of it. */
export type Damaged = { readonly file: FileGrant; readonly error: unknown }

/** Refusals that a backup helps against. */
const damage: readonly ErrorCode[] = ['workspace-damaged', 'workspace-empty-file', 'workspace-not-sqlite']

let current: Damaged | null = null
const listeners = new Set<() => void>()

function show(damaged: Damaged | null): void {
  current = damaged
  for (const listener of listeners) listener()
}

/** Asks in a dialog how to go on when the file is damaged; false: something else is wrong with it. */
export function offerRescue(file: FileGrant, error: unknown): boolean {
  const refusal = refusalOf(error)
  if (refusal === null || !damage.includes(refusal.code)) return false
  show({ file, error })
  return true
}

/** The damaged file that is asked about, and the way to end the question. */
export function useDamaged(): readonly [Damaged | null, () => void] {
  const damaged = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
  return [damaged, () => show(null)]
}
