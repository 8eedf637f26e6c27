import type { Problem } from '../../kernel/problem.ts'
import type { Entity, RecordMeta } from '../../kernel/record.ts'
import { type CellProblem } from '../cell-problem.ts'
import type { TargetField } from '../target-fields.ts'

/** A record as the import would leave it. */
export type Draft<F> = {
  id: string
  /** The stored record; null: the import makes it. */
  before: (RecordMeta & F) | null
  fields: F
  /** Value → first row of the file that gave it; a second row must not say otherwise. */
  givenBy: ReadonlyMap<string, number>
}

/** The records of one kind, stored and planned. A row works on copies that count only when it is kept. */
export type DraftSet<F> = {
  /** The record as it stands now, with what earlier rows and this one made of it. */
  get(id: string): Draft<F> | undefined
  put(draft: Draft<F>): void
  /** Records that this row made or touched. */
  touched(): Draft<F>[]
  keep(): void
  discard(): void
  /** Every record that differs from what is stored, in the order in which rows made them. */
  changed(): Draft<F>[]
  /** What this row makes of the record, compared with the state before the row. */
  newsOf(draft: Draft<F>): News
  /** The same of every record that this row touched. */
  rowNews(): News[]
}

export type News = 'new' | 'changed' | 'same'

/** Starts from the stored records. `onKept` hears of every record that a kept row made or changed. */
export function createDraftSet<F extends object>(
  stored: readonly (RecordMeta & F)[],
  toFields: (record: RecordMeta & F) => F,
  onKept: (draft: Draft<F>) => void,
): DraftSet<F> {
  const byId = new Map<string, Draft<F>>()
  for (const record of stored) {
    const draft = {
      id: record.id,
      before: record,
      fields: toFields(record),
      givenBy: new Map<string, number>(),
    }
    byId.set(record.id, draft)
    onKept(draft)
  }
  const planned = new Set<string>()
  const row = new Map<string, Draft<F>>()
  const newsOf = (draft: Draft<F>): News => {
    const earlier = byId.get(draft.id)
    if (earlier === undefined) return 'new'
    return isEqual(earlier.fields, draft.fields) ? 'same' : 'changed'
  }
  return {
    get: (id) => row.get(id) ?? byId.get(id),
    put: (draft) => void row.set(draft.id, draft),
    touched: () => [...row.values()],
    keep() {
      for (const draft of row.values()) {
        const news = newsOf(draft)
        byId.set(draft.id, draft)
        planned.add(draft.id)
        if (news !== 'same') onKept(draft)
      }
      row.clear()
    },
    discard: () => row.clear(),
    changed: () =>
      [...planned].flatMap((id) => {
        const draft = byId.get(id)
        if (draft === undefined) return []
        const isSame = draft.before !== null && isEqual(toFields(draft.before), draft.fields)
        return isSame ? [] : [draft]
      }),
    newsOf,
    rowNews: () => [...row.values()].map(newsOf),
  }
}

/** Deep equality of plain data; the order of keys does not matter. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  const values = new Map(right)
  return (
    left.length === right.length &&
    left.every(([key, value]) => values.has(key) && isEqual(value, values.get(key)))
  )
}

/** What a row writes into one record, with the problems met. */
export type Assignment<F> = {
  draft: Draft<F>
  problems: CellProblem[]
}

export type GivenValue = {
  /** Name of the value inside the record, unique in it. */
  name: string
  row: number
  target: TargetField | null
  /** A disagreement between rows refuses the row, or only warns and keeps the first value. */
  severity: Problem['severity']
}

/**
 * Gives a record one value. Rows that speak of one record must agree: a row that says otherwise than an earlier row
 * is a problem, and the earlier value stays. `place` finds the column of a field.
 */
export function assign<F extends object, T>(
  assignment: Assignment<F>,
  given: GivenValue,
  change: { current: T; next: T; isSame?: (a: T, b: T) => boolean; set: (fields: F) => F },
): void {
  const { draft, problems } = assignment
  const isSame = (change.isSame ?? isEqual)(change.current, change.next)
  const earlier = draft.givenBy.get(given.name)
  if (earlier !== undefined && earlier !== given.row && !isSame) {
    const rule = given.severity === 'error' ? 'import-rows-disagree' : 'import-detail-differs'
    problems.push({
      rule,
      severity: given.severity,
      field: given.name,
      params: { row: earlier },
      column: null,
      target: given.target,
    })
    return
  }
  assignment.draft = {
    ...draft,
    fields: isSame ? draft.fields : change.set(draft.fields),
    givenBy: earlier === undefined ? new Map([...draft.givenBy, [given.name, given.row]]) : draft.givenBy,
  }
}

/** Kinds of record in the order in which they must be written. */
export const importedEntities = ['partner', 'agreement', 'programme', 'cohort'] as const satisfies Entity[]
export type ImportedEntity = (typeof importedEntities)[number]
