import { useCallback } from 'react'
import { z } from 'zod'
import { usePreferences } from '../../app/preferences.tsx'

const draftSchema = z.object({
  /** The revision that the draft started from; 0: a new record. */
  revision: z.number().int(),
  fields: z.unknown(),
  at: z.iso.datetime(),
})

export type Draft<Fields> = { readonly revision: number; readonly fields: Fields; readonly at: string }

/** Tells whether a value has the same keys and kinds of values as the template, however incomplete they are. */
export function hasShapeOf<T>(template: T, value: unknown): value is T {
  if (template === null || value === null) return true
  if (Array.isArray(template)) return Array.isArray(value)
  if (typeof template !== 'object') return typeof template === typeof value
  if (typeof value !== 'object') return false
  const entries = new Map(Object.entries(value))
  return Object.entries(template).every(
    ([key, part]) => entries.has(key) && hasShapeOf(part, entries.get(key)),
  )
}

/**
 * Changes that are not saved yet outlive the form and the program: they are kept beside the preferences of this
 * computer. A draft that no longer has the shape of the fields is left out.
 */
export function useDraft<Fields>(name: string, template: Fields) {
  const { preferences, remember } = usePreferences()
  const view = `draft:${name}`
  const stored = draftSchema.safeParse(preferences.views[view])
  const keep = useCallback(
    (revision: number, fields: Fields) => remember(view, { revision, fields, at: new Date().toISOString() }),
    [remember, view],
  )
  const drop = useCallback(() => remember(view, undefined), [remember, view])
  const found = stored.success && hasShapeOf(template, stored.data.fields) ? stored.data : null
  const draft: Draft<Fields> | null =
    found !== null && hasShapeOf(template, found.fields)
      ? { revision: found.revision, fields: found.fields, at: found.at }
      : null
  return { draft, keep, drop }
}
