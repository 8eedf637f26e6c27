import { IconPencil } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useText } from '../../app/i18n.ts'
import type { FieldIssue } from '../record/field-issue.ts'
import { nextEditable, type CellEditing, type OpenCell } from './cell-edit.ts'
import { CellEditor, type CellDraft } from './CellEditor.tsx'
import type { TableColumn } from './column.ts'
import type { ActiveCell } from './use-table-keys.ts'
import type { RowAction } from './use-table-work.ts'

/** The cell that is being edited: whose row, which column, and what stands in it. */
export type EditedCell = { readonly key: string; readonly column: string; readonly editor: ReactNode }

/** Where the editing goes on after a save. */
export type EditStep = 'stay' | 'leave' | 'next' | 'previous'

type Session = {
  readonly key: string
  readonly column: string
  readonly open: OpenCell
  readonly issues: readonly FieldIssue[]
  readonly isSaving: boolean
}

type Parts<Row, Column extends string> = {
  readonly editing: CellEditing<Row> | undefined
  /** Number of lines of the table, and the record on each; undefined: none, or it is on its way. */
  readonly lineCount: number
  readonly rowAt: (line: number) => Row | undefined
  readonly rowKey: (row: Row) => string
  readonly shownColumns: readonly TableColumn<Row, Column>[]
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Moves the keyboard's cell and brings it into view. */
  readonly goTo: (cell: ActiveCell) => void
}

export type CellEditorState = {
  readonly edited: EditedCell | null
  /** Opens the editor of the cell; false: its value is not edited here. */
  readonly start: (cell: ActiveCell) => boolean
  /** The same in the menu of a row, for the cell that the menu is opened on. */
  readonly actionsFor: (cell: ActiveCell) => readonly RowAction<unknown>[]
}

/** How far from its former place a row is looked for after a save has moved it. */
const soughtRows = 2000

/** Edits one cell of a table at a time. What is typed outlives that its row is scrolled out of sight. */
export function useCellEditor<Row, Column extends string>(parts: Parts<Row, Column>): CellEditorState {
  const { editing, shownColumns, scroller } = parts
  const t = useText()
  const [session, setSession] = useState<Session | null>(null)
  const [draft] = useState(newDraft)
  const isBusy = useRef(false)
  /** The editor is going away; that it loses the focus then is no wish to save. */
  const isOver = useRef(false)
  // A save takes a while, and the list may be another one after it.
  const latest = useRef(parts)
  useEffect(() => {
    latest.current = parts
  })

  const show = (key: string, column: string, open: OpenCell) => {
    draft.keep(open.typed)
    isOver.current = false
    setSession({ key, column, open, issues: [], isSaving: false })
  }
  const close = (isFocused: boolean) => {
    isOver.current = true
    setSession(null)
    if (isFocused) scroller.current?.focus()
  }
  const begin = async (cell: ActiveCell) => {
    const { rowAt, rowKey, goTo } = latest.current
    const row = rowAt(cell.row)
    const column = latest.current.shownColumns[cell.column]?.key
    if (row === undefined || column === undefined || editing === undefined) return
    goTo({ ...cell, isChosen: true })
    const open = await editing.open(row, column)
    if (open !== null) show(rowKey(row), column, open)
  }
  const start = (cell: ActiveCell): boolean => {
    const column = shownColumns[cell.column]?.key
    if (editing === undefined || column === undefined || cell.row < 0 || !editing.has(column)) return false
    if (session === null && !isBusy.current) void begin(cell)
    return true
  }
  const goOn = async (saved: Session, step: -1 | 1, next: (column: string) => OpenCell | null) => {
    const { rowAt, lineCount, shownColumns: columns, goTo } = latest.current
    const row = placeOf(saved.key, latest.current)
    const from = { row, column: columns.findIndex(({ key }) => key === saved.column) }
    const isEditable = columns.map(({ key }) => editing?.has(key) === true)
    const lines = { count: lineCount, isRow: (line: number) => rowAt(line) !== undefined }
    const target = row < 0 ? null : nextEditable(isEditable, from, step, lines)
    if (target === null) return close(true)
    const column = columns[target.column]?.key ?? ''
    const open = target.row === row ? next(column) : null
    if (open === null) {
      close(true)
      return begin(target)
    }
    goTo({ ...target, isChosen: true })
    show(saved.key, column, open)
  }
  const commit = async (typed: string, step: EditStep) => {
    if (session === null || isBusy.current || isOver.current) return
    isBusy.current = true
    setSession({ ...session, isSaving: true, issues: [] })
    try {
      const result = await session.open.save(typed)
      if (!result.isSaved) {
        setSession({ ...session, isSaving: false, issues: result.issues })
        return
      }
      if (step === 'next' || step === 'previous') {
        await goOn(session, step === 'next' ? 1 : -1, result.next)
        return
      }
      await result.shown
      close(step === 'stay')
      const row = placeOf(session.key, latest.current)
      const column = latest.current.shownColumns.findIndex(({ key }) => key === session.column)
      if (row >= 0 && step === 'stay') latest.current.goTo({ row, column, isChosen: true })
    } finally {
      isBusy.current = false
    }
  }
  const edited =
    session === null
      ? null
      : {
          key: session.key,
          column: session.column,
          editor: (
            <CellEditor
              key={`${session.key} ${session.column}`}
              cell={session.open}
              draft={draft}
              issues={session.issues}
              isSaving={session.isSaving}
              onCommit={(typed, step) => void commit(typed, step)}
              onCancel={() => close(true)}
            />
          ),
        }
  const actionsFor = (cell: ActiveCell): RowAction<unknown>[] => {
    const column = shownColumns[cell.column]
    if (column === undefined || editing?.has(column.key) !== true) return []
    return [
      {
        id: 'edit',
        title: t('common:cell.edit', { column: column.title }),
        icon: IconPencil,
        keys: 'F2',
        isSingle: true,
        run: () => void start(cell),
      },
    ]
  }
  return { edited, start, actionsFor }
}

function newDraft(): CellDraft {
  let present = ''
  return {
    read: () => present,
    keep: (typed) => {
      present = typed
    },
  }
}

/** Where the row with the key stands in the list now; -1: it is not in sight any more. */
function placeOf<Row, Column extends string>(
  key: string,
  { rowAt, lineCount, rowKey }: Parts<Row, Column>,
): number {
  const end = Math.min(lineCount, soughtRows)
  for (let index = 0; index < end; index += 1) {
    const row = rowAt(index)
    if (row !== undefined && rowKey(row) === key) return index
  }
  return -1
}
