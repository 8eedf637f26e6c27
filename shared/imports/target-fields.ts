import { z } from 'zod'

/** Groups in which the fields are offered; each is a kind of record. */
export const targetGroupSchema = z.enum(['partner', 'agreement', 'programme', 'cohort'])
export type TargetGroup = z.infer<typeof targetGroupSchema>

/** Every field that a column of a register can be matched with. The part before the dot is the kind of record. */
export const targetFieldSchema = z.enum([
  'partner.name',
  'partner.nameKk',
  'partner.nameRu',
  'partner.nameEn',
  'partner.country',
  'partner.city',
  'partner.website',
  'partner.ror',
  'partner.erasmus',
  'partner.schac',
  'partner.pic',
  'partner.eter',
  'partner.whed',
  'partner.deqar',
  'partner.kzBin',
  'partner.epvo',
  'partner.creditSystem',
  'partner.contactName',
  'partner.contactPosition',
  'partner.contactEmail',
  'partner.contactPhone',
  'partner.notes',
  'agreement.number',
  'agreement.kind',
  'agreement.title',
  'agreement.subject',
  'agreement.signedOn',
  'agreement.startsOn',
  'agreement.endsOn',
  'agreement.term',
  'agreement.noticeMonths',
  'agreement.stage',
  'agreement.terminatedOn',
  'agreement.owner',
  'agreement.notes',
  'programme.name',
  'programme.nameKk',
  'programme.nameRu',
  'programme.nameEn',
  'programme.code',
  'programme.level',
  'programme.format',
  'programme.homeSemesters',
  'programme.partnerSemesters',
  'programme.languages',
  'programme.delivery',
  'programme.feature',
  'programme.award',
  'programme.degree',
  'programme.registerStatus',
  'programme.epvoId',
  'programme.iscedF',
  'programme.homeTeachers',
  'programme.partnerTeachers',
  'programme.firstYear',
  'programme.lastYear',
  'programme.notes',
  'cohort.academicYear',
  'cohort.contingent',
  'cohort.applied',
  'cohort.outgoing',
  'cohort.incoming',
  'cohort.atPartner',
  'cohort.returned',
  'cohort.graduated',
  'cohort.foreignCitizens',
  'cohort.source',
])
export type TargetField = z.infer<typeof targetFieldSchema>
export const targetFields = targetFieldSchema.options

/** The kind of record that a field belongs to. */
export function groupOf(field: TargetField): TargetGroup {
  return targetGroupSchema.parse(field.slice(0, field.indexOf('.')))
}

/** Counts of learners in one academic year; a register may have a column for each year. */
export const countFields = [
  'cohort.contingent',
  'cohort.applied',
  'cohort.outgoing',
  'cohort.incoming',
  'cohort.atPartner',
  'cohort.returned',
  'cohort.graduated',
  'cohort.foreignCitizens',
] as const satisfies TargetField[]
export type CountField = (typeof countFields)[number]

/** Whether the field is a count of learners. */
export function isCountField(field: TargetField): field is CountField {
  return (countFields as readonly TargetField[]).includes(field)
}

/** What one column of the sheet means. */
export const columnTargetSchema = z.object({
  /** Counted from 0. */
  column: z.number().int().min(0),
  /** Null: the column is not imported. */
  field: targetFieldSchema.nullable(),
  /** Academic year of a count, from the column's name; null: the row's year, or the one chosen for the import. */
  academicYear: z.number().int().min(1990).max(2199).nullable(),
})
export type ColumnTarget = z.infer<typeof columnTargetSchema>

/** Where the names of the columns stand; rows count from 1. */
export const headerRowsSchema = z.object({
  firstRow: z.number().int().min(1),
  lastRow: z.number().int().min(1),
})
export type HeaderRows = z.infer<typeof headerRowsSchema>

/** Fields of one record may be matched once, counts once per academic year. */
export function targetKey(target: Pick<ColumnTarget, 'field' | 'academicYear'>): string {
  return `${target.field ?? ''}|${target.academicYear ?? ''}`
}
