import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { z } from 'zod'
import type { RecordMeta } from '../../../shared/kernel/record.ts'
import { useCommand } from '../../app/commands.ts'
import { useText } from '../../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../../app/notify.tsx'
import { refusalOf } from '../../app/refusal.ts'
import { useIsReadOnly } from '../../app/use-workspace.ts'
import { issuesOfProblems, issuesOfSchema, type FieldIssue } from './field-issue.ts'
import type { RecordCalls, SavedRecord } from './record-calls.ts'
import { useCheck } from './use-check.ts'
import { useEditedFields, type SavedFields } from './use-edited-fields.ts'
import { useFieldProps, type FieldProps } from './use-field-props.tsx'

type Options<Entry extends RecordMeta, Fields extends object> = {
  /** The feature: its answers are asked for again after a save. */
  readonly topic: string
  /** The record as the data service has it now; null: a new one. */
  readonly saved: SavedRecord<Entry> | null
  /** Fields of a new record. */
  readonly start: Fields
  readonly schema: z.ZodType<Fields>
  readonly fieldsOf: (record: Entry) => Fields
  readonly calls: RecordCalls<Entry, Fields>
  readonly onSaved?: (record: Entry, isNew: boolean) => void
}

/** A form over one record, from the first letter to the saved revision. */
export type RecordForm<Entry extends RecordMeta, Fields extends object> = FieldProps<Fields> & {
  readonly values: Fields
  /** Changes some fields; others stay. */
  readonly change: (change: Partial<Fields>) => void
  readonly issues: readonly FieldIssue[]
  readonly isNew: boolean
  readonly isDirty: boolean
  readonly isSaving: boolean
  readonly isReadOnly: boolean
  /** When the changes that were found again at opening had been made; null: none were. */
  readonly draftAt: string | null
  /** The record as somebody else saved it meanwhile; null: nobody did. */
  readonly conflict: Entry | null
  /** Goes on with the own changes on top of what somebody else saved. */
  readonly keepMine: () => void
  /** Saves; false: refused, and the reasons are at their fields. */
  readonly save: () => Promise<boolean>
  /** Keeps the changes as a draft at once, before the form is left. */
  readonly keepDraft: () => void
  /** Goes back to what is saved and forgets the draft. */
  readonly discard: () => void
  /** Goes to the `<form>`: a refused save brings the focus to the first field with an error. */
  readonly attach: (form: HTMLFormElement | null) => void
}

/**
 * Holds the fields of one record while they are edited: checks them after each pause, keeps a draft, saves with
 * Ctrl-S, and tells when somebody else changed the record meanwhile. The component that uses it has the record's id
 * as its `key`.
 */
export function useRecordForm<Entry extends RecordMeta, Fields extends object>(
  options: Options<Entry, Fields>,
): RecordForm<Entry, Fields> {
  const { saved, start, schema, fieldsOf, calls, topic } = options
  const t = useText()
  const queries = useQueryClient()
  const isReadOnly = useIsReadOnly()
  const isNew = saved === null
  const id = isNew ? null : saved.record.id
  const known = useMemo(() => (saved === null ? [] : issuesOfProblems(t, saved.problems)), [t, saved])
  const present = isNew ? { fields: start, revision: 0 } : savedFields(saved.record, fieldsOf)
  const edited = useEditedFields(`${topic}:${id ?? 'new'}`, present, start)
  const { values, isDirty } = edited
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [isTried, setTried] = useState(!isNew)
  const [isSaving, setSaving] = useState(false)
  const [found, setFound] = useState<readonly FieldIssue[] | null>(null)
  const [form, attach] = useState<HTMLFormElement | null>(null)
  const issues = found ?? known
  useCheck({
    isChecked: isDirty && (touched.size > 0 || isTried),
    id,
    values,
    schema,
    validate: calls.validate,
    onFound: setFound,
  })

  const show = (shownIssues: readonly FieldIssue[]): false => {
    setFound(shownIssues)
    goToIssue(form, shownIssues)
    return false
  }
  const refuse = (error: unknown): false => {
    const refusal = refusalOf(error)
    if (refusal?.code === 'conflict') void queries.invalidateQueries({ queryKey: [[topic, 'get']] })
    notifyRefusal(error)
    return refusal !== null && refusal.problems.length > 0 && show(issuesOfProblems(t, refusal.problems))
  }
  const save = async (): Promise<boolean> => {
    setTried(true)
    const parsed = schema.safeParse(values)
    if (!parsed.success) return show(issuesOfSchema(t, parsed.error))
    setSaving(true)
    try {
      const fields = parsed.data
      const result = await (id === null
        ? calls.create({ fields })
        : calls.save({ id, revision: edited.origin, fields }))
      // Before anyone goes on from here: nothing is unsaved any more.
      flushSync(() => {
        edited.startFrom(savedFields(result.record, fieldsOf))
        setFound(issuesOfProblems(t, result.problems))
      })
      queries.setQueryData(savedKey(topic, result.record.id), result)
      notifyDone(t('common:saved'))
      options.onSaved?.(result.record, isNew)
      return true
    } catch (error) {
      return refuse(error)
    } finally {
      setSaving(false)
    }
  }
  useCommand('save', () => void save(), (isDirty || isNew) && !isSaving && !isReadOnly)

  const touch = useCallback((path: string) => setTouched((before) => new Set([...before, path])), [])
  const shown = isTried ? issues : issues.filter(({ path }) => isTouched(touched, path))
  return {
    ...useFieldProps({ values, change: edited.change, issues: shown, isReadOnly, touch }),
    values,
    change: edited.change,
    issues: shown,
    isNew,
    isDirty,
    isSaving,
    isReadOnly,
    draftAt: edited.draftAt,
    conflict: edited.hasConflict && saved !== null ? saved.record : null,
    keepMine: edited.rebase,
    keepDraft: edited.keepDraft,
    save,
    discard: () => {
      edited.startFrom(present)
      setFound(null)
      setTried(!isNew)
    },
    attach,
  }
}

/** Where the answer to `get` is kept, as oRPC's query options name it. */
function savedKey(topic: string, id: string) {
  return [[topic, 'get'], { input: { id }, type: 'query' }] as const
}

function savedFields<Entry extends RecordMeta, Fields>(
  record: Entry,
  fieldsOf: (record: Entry) => Fields,
): SavedFields<Fields> {
  return { fields: fieldsOf(record), revision: record.revision }
}

/** A field counts as touched with the list or group that it belongs to. */
function isTouched(touched: ReadonlySet<string>, path: string): boolean {
  return touched.has(path) || touched.has(path.split('.')[0] ?? '')
}

/** Brings the first field with an error into view and the focus into it. */
function goToIssue(form: HTMLElement | null, issues: readonly FieldIssue[]): void {
  const first = issues.find(({ severity }) => severity === 'error')
  if (form === null || first === undefined) return
  const parts = first.path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const path = parts.slice(0, length).join('.')
    const place = form.querySelector(`[data-path="${CSS.escape(path)}"]`)
    const control = 'input, textarea, select, button'
    const field = place?.matches(control) === true ? place : place?.querySelector(control)
    if (field instanceof HTMLElement) return field.focus()
  }
}
