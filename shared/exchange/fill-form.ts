import type { RuleId } from '../kernel/problem.ts'
import type { LocalizedText } from '../kernel/record.ts'
import type { Register } from '../reports/register.ts'
import type { JsonValue } from './canonical-json.ts'
import {
  type Condition,
  type FormDefinition,
  type FormField,
  type FormSection,
  type MappedField,
  mappedField,
  type Mapping,
} from './form.ts'
import type { FormPeriod, SourceRow } from './source-row.ts'
import { sourceRows } from './sources.ts'

/** A value that fits in one cell. Days are YYYY-MM-DD texts; the column's type tells them from other texts. */
export type Scalar = string | number | boolean | null

export type FilledCell = {
  /** Our value, before the receiver's codes. */
  readonly raw: Scalar
  /** The value as it is sent. */
  readonly value: Scalar
  /** What a code means; null: the value speaks for itself. */
  readonly meaning: LocalizedText | null
  /** Our value has no code at the receiver. */
  readonly isUncoded: boolean
}

export type Column = { readonly field: FormField; readonly mapped: MappedField }
export type FilledRow = { readonly cells: readonly FilledCell[]; readonly source: SourceRow }

export type FilledSection = {
  readonly section: FormSection
  readonly columns: readonly Column[]
  readonly rows: readonly FilledRow[]
  /** Rows of the section's subject that its selection leaves out, and by which rule. */
  readonly leftOut: readonly { readonly source: SourceRow; readonly rule: RuleId }[]
}

/** Fills a form from the register: selects the records, takes the values, and gives them the receiver's codes. */
export function fillForm(
  form: FormDefinition,
  mapping: Mapping,
  register: Register,
  period: FormPeriod,
): FilledSection[] {
  return form.sections.map((section) =>
    fillSection(section, mapping, sourceRows(section.rows, register, period)),
  )
}

function fillSection(section: FormSection, mapping: Mapping, sources: readonly SourceRow[]): FilledSection {
  const columns = section.fields.map((field) => ({ field, mapped: mappedField(mapping, field.key) }))
  const rows: FilledRow[] = []
  const leftOut: { source: SourceRow; rule: RuleId }[] = []
  for (const source of sources) {
    if (!section.subject.every((condition) => holds(condition, source))) continue
    const failed = section.selection.find(({ when }) => !holds(when, source))
    if (failed === undefined) rows.push({ source, cells: columns.map((column) => fillCell(column, source)) })
    else leftOut.push({ source, rule: failed.otherwise })
  }
  return { section, columns, rows, leftOut }
}

/** Tells whether a condition holds for a source row. */
export function holds(condition: Condition, source: SourceRow): boolean {
  const value = valueAt(source, condition.path)
  if ('includes' in condition) return Array.isArray(value) && value.includes(condition.includes)
  if ('in' in condition) return condition.in.some((allowed) => allowed === value)
  return condition.notIn.every((refused) => refused !== value)
}

/** The value at a dotted path; null where something on the way is not there. A path that cannot exist is a mistake in the form. */
export function valueAt(source: SourceRow, path: string): unknown {
  let value: unknown = source.values
  for (const key of path.split('.')) {
    if (value === null) return null
    if (typeof value !== 'object' || !Object.hasOwn(value, key))
      throw new Error(`a form names ${path}, which no row has`)
    value = Reflect.get(value, key)
  }
  return value
}

function fillCell({ field, mapped }: Column, source: SourceRow): FilledCell {
  const raw = asScalar(valueAt(source, field.source), field.source)
  if (raw === null || mapped.isListUnpublished) return { raw, value: null, meaning: null, isUncoded: false }
  if (mapped.values === null) return { raw, value: raw, meaning: null, isUncoded: false }
  const coded = mapped.values.find((candidate) => candidate.value === raw)
  return { raw, value: coded?.code ?? null, meaning: coded?.titles ?? null, isUncoded: coded === undefined }
}

function asScalar(value: unknown, path: string): Scalar {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ')
  throw new Error(`a form names ${path}, which is not a single value`)
}

/** A row under the receiver's names; every column is there, empty ones as null. */
export function rowObject(section: FilledSection, row: FilledRow): { [field: string]: JsonValue } {
  const object: { [field: string]: JsonValue } = {}
  for (const [index, { mapped }] of section.columns.entries()) {
    if (Object.hasOwn(object, mapped.field))
      throw new Error(`two columns of ${section.section.id} are called ${mapped.field}`)
    object[mapped.field] = row.cells[index]?.value ?? null
  }
  return object
}
