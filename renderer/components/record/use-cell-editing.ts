import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import type { RecordMeta } from '../../../shared/kernel/record.ts'
import type { Translate } from '../../../shared/locales/i18n.ts'
import { useText } from '../../app/i18n.ts'
import { notifyRefusal, offerUndo } from '../../app/notify.tsx'
import { refusalOf } from '../../app/refusal.ts'
import { useIsReadOnly } from '../../app/use-workspace.ts'
import type { CellEditing, CellSaved, OpenCell } from '../table/cell-edit.ts'
import type { FieldEdit } from './field-edit.ts'
import { issuesOfProblems, issuesOfSchema, type FieldIssue } from './field-issue.ts'
import { sameFields } from './own-changes.ts'
import type { RecordCalls, SavedRecord } from './record-calls.ts'

/** What editing in the cells of a list needs to know of its kind of record. */
export type CellSource<Entry extends RecordMeta, Fields extends object> = {
  /** The feature: its answers are asked for again after a save. */
  readonly topic: string
  readonly calls: Pick<RecordCalls<Entry, Fields>, 'get' | 'save'>
  readonly schema: z.ZodType<Fields>
  readonly fieldsOf: (record: Entry) => Fields
  /** What people call a field, by its path. */
  readonly titleOf: (t: Translate, path: string) => string
}

/** The columns whose values are edited in their cells, by key. */
export type CellEdits<Fields> = Readonly<Partial<Record<string, FieldEdit<Fields>>>>

/**
 * Edits the fields of records in the cells of their list: each value is saved as a form saves it, with the revision
 * that the person saw, and offers to be taken back. Undefined in a workspace that is not written to.
 * `source` and `edits` must not be made anew in every render.
 */
export function useCellEditing<Entry extends RecordMeta, Fields extends object>(
  source: CellSource<Entry, Fields>,
  edits: CellEdits<Fields>,
): CellEditing<{ readonly id: string }> | undefined {
  const t = useText()
  const queries = useQueryClient()
  const isReadOnly = useIsReadOnly()
  return useMemo(() => {
    if (isReadOnly) return undefined
    const desk: Desk<Entry, Fields> = { t, queries, source, edits }
    return {
      has: (column) => edits[column] !== undefined,
      open: async ({ id }, column) => {
        try {
          const { record } = await source.calls.get({ id })
          return openCell(desk, record, column)
        } catch (error) {
          notifyRefusal(error)
          return null
        }
      },
    }
  }, [t, queries, source, edits, isReadOnly])
}

type Desk<Entry extends RecordMeta, Fields extends object> = {
  readonly t: Translate
  readonly queries: QueryClient
  readonly source: CellSource<Entry, Fields>
  readonly edits: CellEdits<Fields>
}

function openCell<Entry extends RecordMeta, Fields extends object>(
  desk: Desk<Entry, Fields>,
  record: Entry,
  column: string,
): OpenCell | null {
  const { t, source, edits } = desk
  const edit = edits[column]
  if (edit === undefined) return null
  const typed = edit.show(source.fieldsOf(record))
  return {
    label: source.titleOf(t, edit.path),
    control: edit.control,
    typed,
    save: (text) =>
      text === typed
        ? Promise.resolve(savedAs(desk, record, Promise.resolve()))
        : save(desk, record, edit, text),
  }
}

function savedAs<Entry extends RecordMeta, Fields extends object>(
  desk: Desk<Entry, Fields>,
  record: Entry,
  shown: Promise<unknown>,
): CellSaved {
  return { isSaved: true, shown, next: (column) => openCell(desk, record, column) }
}

async function save<Entry extends RecordMeta, Fields extends object>(
  desk: Desk<Entry, Fields>,
  record: Entry,
  edit: FieldEdit<Fields>,
  text: string,
): Promise<CellSaved> {
  const { t, source, queries } = desk
  const before = source.fieldsOf(record)
  const fields = edit.take(before, text)
  if (fields === null) return refused([unreadable(t, edit)])
  if (sameFields(fields, before)) return savedAs(desk, record, Promise.resolve())
  const parsed = source.schema.safeParse(fields)
  if (!parsed.success) return refused(ownFirst(desk, edit, issuesOfSchema(t, parsed.error)))
  try {
    const result = await source.calls.save({ id: record.id, revision: record.revision, fields: parsed.data })
    keepSaved(desk, result)
    offerUndo(t('common:cell.saved', { field: source.titleOf(t, edit.path) }), () =>
      takeBack(desk, edit, { before, after: result.record }),
    )
    return savedAs(desk, result.record, queries.invalidateQueries({ queryKey: [[source.topic, 'list']] }))
  } catch (error) {
    const problems = refusalOf(error)?.problems.filter(({ severity }) => severity === 'error') ?? []
    if (problems.length === 0) notifyRefusal(error)
    return refused(ownFirst(desk, edit, issuesOfProblems(t, problems)))
  }
}

/** Gives the field its former value, unless somebody has changed it since; other fields stay as they are. */
async function takeBack<Entry extends RecordMeta, Fields extends object>(
  desk: Desk<Entry, Fields>,
  edit: FieldEdit<Fields>,
  { before, after }: { readonly before: Fields; readonly after: Entry },
): Promise<void> {
  const { source } = desk
  const { record } = await source.calls.get({ id: after.id })
  const present = source.fieldsOf(record)
  const isUntouched = edit.show(present) === edit.show(source.fieldsOf(after))
  const fields = edit.take(present, edit.show(before)) ?? present
  // With the revision of the own save, a value that somebody changed since is refused as a conflict.
  const { revision } = isUntouched ? record : after
  keepSaved(desk, await source.calls.save({ id: after.id, revision, fields }))
}

/** An open form shows the saved record at once, as after a save of its own. */
function keepSaved<Entry extends RecordMeta, Fields extends object>(
  { queries, source }: Desk<Entry, Fields>,
  result: SavedRecord<Entry>,
): void {
  queries.setQueryData([[source.topic, 'get'], { input: { id: result.record.id }, type: 'query' }], result)
}

const refused = (issues: readonly FieldIssue[]): CellSaved => ({ isSaved: false, issues })

function unreadable<Fields>(t: Translate, { path, control }: FieldEdit<Fields>): FieldIssue {
  const message = t(control.kind === 'day' ? 'common:day.unreadable' : 'common:field.invalid')
  return { path, severity: 'error', message, remedy: '', source: '' }
}

/** What is wrong with the edited field; if nothing is, what is wrong elsewhere in the record, with the field named. */
function ownFirst<Entry extends RecordMeta, Fields extends object>(
  { t, source }: Desk<Entry, Fields>,
  edit: FieldEdit<Fields>,
  issues: readonly FieldIssue[],
): readonly FieldIssue[] {
  const own = issues.filter(({ path }) => path === edit.path || edit.path.startsWith(`${path}.`))
  if (own.length > 0) return own
  return issues.map((issue) => ({ ...issue, message: `${source.titleOf(t, issue.path)}: ${issue.message}` }))
}
