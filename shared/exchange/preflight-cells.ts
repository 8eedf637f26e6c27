import { errorAt, type Problem, type RecordProblem, warningAt } from '../kernel/problem.ts'
import type { Language } from '../kernel/record.ts'
import { type Column, type FilledCell, type FilledSection, holds, type Scalar } from './fill-form.ts'
import type { SourceRow } from './source-row.ts'

/** Checks every cell against its column: presence, type, length, shape, code. */
export function checkCells(section: FilledSection, language: Language): RecordProblem[] {
  return section.rows.flatMap((row) =>
    section.columns.flatMap((column, index) => {
      const cell = row.cells[index]
      if (cell === undefined || isRecordMissing(column, row.source)) return []
      return checkCell(column, cell, row.source).map((problem) =>
        place(problem, column, row.source, language),
      )
    }),
  )
}

/** A cell whose record is not there at all is the matter of the row checks. */
function isRecordMissing({ field }: Column, source: SourceRow): boolean {
  return field.fix !== null && source.records[field.fix.record] === undefined
}

function place(problem: Problem, { field }: Column, source: SourceRow, language: Language): RecordProblem {
  const record = field.fix === null ? undefined : source.records[field.fix.record]
  const reference = record === undefined ? source.subject : { entity: record.entity, id: record.id }
  return { ...problem, record: reference, label: source.names[language] }
}

function checkCell(column: Column, cell: FilledCell, source: SourceRow): Problem[] {
  const { field, mapped } = column
  const at = (field.fix?.field ?? '').replace('{partner}', String(source.partnerIndex ?? 0))
  const params = { field: mapped.field }
  if (cell.raw === null) {
    if (field.empty === 'allowed') return []
    const { severity, rule } = field.empty
    return [severity === 'error' ? errorAt(rule, at, params) : warningAt(rule, at, params)]
  }
  if (mapped.isListUnpublished) return []
  if (cell.isUncoded) {
    return [warningAt('ministry-value-without-code', at, { ...params, value: String(cell.raw) })]
  }
  if (typeof cell.value !== 'string')
    return isOfType(cell.value, mapped.type) ? [] : [errorAt('ministry-wrong-type', at, params)]
  return checkText(column, cell.value, source).map((problem) => ({
    ...problem,
    field: at,
    params: { ...params, ...problem.params },
  }))
}

function isOfType(value: Scalar, type: Column['mapped']['type']): boolean {
  if (type === 'integer') return typeof value === 'number' && Number.isSafeInteger(value)
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (type === 'boolean') return typeof value === 'boolean'
  return typeof value === 'string'
}

function checkText({ field, mapped }: Column, text: string, source: SourceRow): Problem[] {
  if (!isOfType(text, mapped.type)) return [errorAt('ministry-wrong-type', '')]
  const problems: Problem[] = []
  // Code points, as the receiver's database counts them; UTF-16 units would count some characters twice.
  const length = Array.from(text).length
  if (mapped.maxLength !== null && length > mapped.maxLength) {
    problems.push(errorAt('ministry-text-too-long', '', { length, limit: mapped.maxLength }))
  }
  if (/[^\P{Cc}\n\t]|\p{Surrogate}/u.test(text)) problems.push(errorAt('ministry-text-unreadable', ''))
  const shape = field.shapes.find(({ when }) => when === null || holds(when, source))
  if (shape !== undefined && !new RegExp(shape.pattern, 'u').test(text)) {
    problems.push(errorAt(shape.rule, '', { value: text }))
  }
  return problems
}
