/** What a key on a semester asks for. */
export type PlanWish =
  | { readonly kind: 'go'; readonly by: number }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'cycle'; readonly step: 1 | -1 }
  | { readonly kind: 'host'; readonly place: number }
  | { readonly kind: 'remove' }

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** Reads a key: arrows go, Alt with an arrow moves, Space changes the host, a figure names it, Delete removes. */
export function wishOf({ key, altKey, shiftKey, ctrlKey, metaKey }: Key): PlanWish | null {
  if (ctrlKey || metaKey) return null
  const by = steps[key]
  if (by !== undefined) return altKey ? { kind: 'move', by } : { kind: 'go', by }
  if (key === ' ' || key === 'Enter') return { kind: 'cycle', step: shiftKey ? -1 : 1 }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'remove' }
  return /^\d$/u.test(key) ? { kind: 'host', place: Number(key) } : null
}
