import type { TargetField } from './target-fields.ts'

/** Columns of the empty register that people download, in their order; each has a line in its guide. */
export const templateColumns = [
  'partner.nameKk',
  'partner.nameRu',
  'partner.nameEn',
  'partner.country',
  'partner.city',
  'partner.website',
  'agreement.kind',
  'agreement.number',
  'agreement.signedOn',
  'agreement.startsOn',
  'agreement.term',
  'agreement.stage',
  'agreement.owner',
  'agreement.notes',
  'programme.code',
  'programme.nameKk',
  'programme.nameRu',
  'programme.nameEn',
  'programme.level',
  'programme.feature',
  'programme.format',
  'programme.languages',
  'programme.award',
  'programme.degree',
  'programme.registerStatus',
  'programme.epvoId',
  'programme.homeTeachers',
  'programme.partnerTeachers',
  'programme.firstYear',
  'cohort.academicYear',
  'cohort.contingent',
  'cohort.outgoing',
  'cohort.incoming',
  'cohort.graduated',
  'cohort.foreignCitizens',
] as const satisfies TargetField[]
export type TemplateColumn = (typeof templateColumns)[number]

/** Example values that are the same whatever the language of the guide; the others stand in `imports.json`. */
export const neutralExamples = {
  'partner.nameKk': 'Солтүстік көлдер университеті',
  'partner.nameRu': 'Университет Северных озёр',
  'partner.nameEn': 'University of Northern Lakes',
  'partner.website': 'www.example.fi',
  'agreement.number': '12/2021',
  'programme.code': '6B06102',
  'programme.nameKk': 'Ақпараттық жүйелер',
  'programme.nameRu': 'Информационные системы',
  'programme.nameEn': 'Information Systems',
  'programme.format': '2+2',
  'programme.degree': 'Bachelor of Science',
  'programme.epvoId': '40211',
  'programme.homeTeachers': '12',
  'programme.partnerTeachers': '5',
  'programme.firstYear': '2021/22',
  'cohort.academicYear': '2025/26',
  'cohort.contingent': '45',
  'cohort.outgoing': '12',
  'cohort.incoming': '4',
  'cohort.graduated': '9',
  'cohort.foreignCitizens': '3',
} as const satisfies Partial<Record<TemplateColumn, string>>
type NeutralColumn = keyof typeof neutralExamples

/** Whether the column's example needs no translation. */
export function hasNeutralExample(column: TemplateColumn): column is NeutralColumn {
  return column in neutralExamples
}
