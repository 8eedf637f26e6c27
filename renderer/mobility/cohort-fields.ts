import type { Translate } from '../../shared/locales/i18n.ts'
import {
  type Cohort,
  type CohortFields,
  fundingSourceSchema,
  withdrawalReasonSchema,
} from '../../shared/mobility/cohort.ts'

/** The fields of a stored cohort, as its form edits them. */
export function fieldsOfCohort(cohort: Cohort): CohortFields {
  const {
    id: _id,
    createdAt: _created,
    updatedAt: _updated,
    revision: _revision,
    isSample: _sample,
    ...fields
  } = cohort
  return fields
}

/** The counts that are written one by one, in the order of the form. */
export const learnerCounts = ['contingent', 'foreignCitizens'] as const
export const movementCounts = [
  'applied',
  'outgoing',
  'incoming',
  'atPartner',
  'returned',
  'graduated',
] as const

export const withdrawalReasons = withdrawalReasonSchema.options
export const fundingSources = fundingSourceSchema.options

/** Sum of the counts by reason or source; what is missing is 0. */
export function sumCounts(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

/** The counts with one of them changed; a zero is left out, as the record keeps it. */
export function withCount<Key extends string>(
  counts: Readonly<Partial<Record<Key, number>>>,
  key: Key,
  count: number,
): Partial<Record<Key, number>> {
  const next: Partial<Record<Key, number>> = { ...counts }
  if (count === 0) delete next[key]
  else next[key] = count
  return next
}

const titledFields = [
  'academicYear',
  ...learnerCounts,
  ...movementCounts,
  'withdrawn',
  'funding',
  'source',
] as const

/** What people call a field of a cohort, by its path. */
export function cohortFieldTitle(t: Translate, path: string): string {
  const [name] = path.split('.')
  if (name === 'programmeId') return t('mobility:field.programme')
  const field = titledFields.find((candidate) => candidate === name)
  return field === undefined ? path : t(`mobility:field.${field}`)
}
