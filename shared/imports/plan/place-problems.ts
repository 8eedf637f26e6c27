import type { Problem } from '../../kernel/problem.ts'
import type { CellProblem } from '../cell-problem.ts'
import { type ColumnTarget, type TargetField, targetFieldSchema } from '../target-fields.ts'
import type { ImportedEntity } from './drafts.ts'

/** Columns in which a field of a record may stand, likeliest first; fields not listed have a column of their name. */
const columnsOf: Record<ImportedEntity, Readonly<Record<string, readonly TargetField[]>>> = {
  partner: {
    names: ['partner.name', 'partner.nameRu', 'partner.nameKk', 'partner.nameEn'],
    'names.kk': ['partner.nameKk', 'partner.name'],
    'names.ru': ['partner.nameRu', 'partner.name'],
    'names.en': ['partner.nameEn', 'partner.name'],
    identifiers: [
      'partner.ror',
      'partner.erasmus',
      'partner.schac',
      'partner.pic',
      'partner.eter',
      'partner.whed',
      'partner.deqar',
      'partner.kzBin',
      'partner.epvo',
    ],
    contacts: ['partner.contactEmail', 'partner.contactName'],
  },
  agreement: {
    term: ['agreement.term', 'agreement.endsOn'],
    'term.endsOn': ['agreement.endsOn', 'agreement.term'],
    'term.noticeMonths': ['agreement.noticeMonths', 'agreement.term'],
    partnerIds: ['partner.name', 'partner.nameRu', 'partner.nameKk', 'partner.nameEn'],
    signedOn: ['agreement.signedOn', 'agreement.startsOn', 'agreement.stage', 'agreement.number'],
  },
  programme: {
    names: ['programme.name', 'programme.nameRu', 'programme.nameKk', 'programme.nameEn', 'programme.code'],
    'names.kk': ['programme.nameKk', 'programme.name'],
    'names.ru': ['programme.nameRu', 'programme.name'],
    'names.en': ['programme.nameEn', 'programme.name'],
    masterTrack: ['programme.level'],
    features: ['programme.feature'],
    partners: ['partner.name', 'partner.nameRu', 'partner.nameKk', 'partner.nameEn'],
    plan: ['programme.format', 'programme.homeSemesters'],
  },
  cohort: {},
}

/** Where a record's problem stands in the row: the matched column of its field; null when the field has none. */
export function placeProblem(
  entity: ImportedEntity,
  problem: Problem,
  { mapping, academicYear }: { mapping: readonly ColumnTarget[]; academicYear: number | null },
): CellProblem {
  const path = problem.field.split('.')
  for (let length = path.length; length > 0; length -= 1) {
    const field = path.slice(0, length).join('.')
    const own = targetFieldSchema.safeParse(`${entity}.${field}`)
    const targets = columnsOf[entity][field] ?? (own.success ? [own.data] : [])
    const found = targets.flatMap((target) => columnOf(mapping, target, academicYear) ?? [])[0]
    if (found !== undefined) return { ...problem, column: found.column, target: found.field }
  }
  return { ...problem, column: null, target: null }
}

/** The column of a field; a count's is that of its year, else the one without a year in its name. */
export function columnOf(
  mapping: readonly ColumnTarget[],
  field: TargetField,
  academicYear: number | null,
): ColumnTarget | null {
  const columns = mapping.filter((target) => target.field === field)
  return (
    columns.find((target) => target.academicYear === academicYear) ??
    columns.find((target) => target.academicYear === null) ??
    columns[0] ??
    null
  )
}

/** Warnings that only say what the file does not have; the register shows them beside the record. */
export const isAboutAbsence = ({ rule }: Problem): boolean => /-(?:missing|incomplete)$/u.test(rule)
