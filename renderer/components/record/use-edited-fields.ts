import { useEffect, useState } from 'react'
import { ownChangesOn, sameFields } from './own-changes.ts'
import { useDraft } from './use-draft.ts'

/** Fields as they are saved, and the revision that has them; 0: not saved yet. */
export type SavedFields<Fields> = { readonly fields: Fields; readonly revision: number }

export type EditedFields<Fields> = {
  readonly values: Fields
  readonly change: (change: Partial<Fields>) => void
  /** The revision that the edited fields start from. */
  readonly origin: number
  readonly isDirty: boolean
  /** When the draft that was found at opening had been kept; null: none was found, or it is gone. */
  readonly draftAt: string | null
  /** Somebody else saved a newer revision meanwhile. */
  readonly hasConflict: boolean
  /** Goes on with the own changes on top of the newer revision. */
  readonly rebase: () => void
  /** Keeps the draft at once, before the form is left. */
  readonly keepDraft: () => void
  /** Starts again from what is saved, and forgets the draft. */
  readonly startFrom: (saved: SavedFields<Fields>) => void
}

const pauseBeforeDraft = 300

/**
 * Fields under edit: kept as a draft under `name` while they differ from what is saved, and following what is saved
 * while they do not.
 */
export function useEditedFields<Fields extends object>(
  name: string,
  saved: SavedFields<Fields>,
  template: Fields,
): EditedFields<Fields> {
  const { draft, keep, drop } = useDraft(name, template)
  const [restored] = useState(draft)
  const [base, setBase] = useState(saved)
  const [values, setValues] = useState(restored === null ? base.fields : restored.fields)
  const [draftAt, setDraftAt] = useState(restored === null ? null : restored.at)
  const [origin, setOrigin] = useState(restored === null ? base.revision : restored.revision)
  // What the person began with. A draft older than what is saved does not say it; its values all count as changes.
  const [started, setStarted] = useState(origin === base.revision ? base.fields : null)
  const isDirty = !sameFields(values, base.fields)

  if (saved.revision > base.revision) {
    setBase(saved)
    if (!isDirty) {
      setValues(saved.fields)
      setOrigin(saved.revision)
      setStarted(saved.fields)
    }
  }
  useEffect(() => {
    if (!isDirty) return undefined
    const timer = window.setTimeout(() => keep(origin, values), pauseBeforeDraft)
    return () => window.clearTimeout(timer)
  }, [isDirty, keep, origin, values])

  return {
    values,
    change: (part) => setValues((before) => ({ ...before, ...part })),
    origin,
    isDirty,
    draftAt: isDirty ? draftAt : null,
    hasConflict: isDirty && origin < base.revision,
    rebase: () => {
      if (started !== null) setValues(ownChangesOn(base.fields, started, values))
      setOrigin(base.revision)
      setStarted(base.fields)
    },
    keepDraft: () => keep(origin, values),
    startFrom: (next) => {
      setBase(next)
      setValues(next.fields)
      setOrigin(next.revision)
      setStarted(next.fields)
      setDraftAt(null)
      drop()
    },
  }
}
