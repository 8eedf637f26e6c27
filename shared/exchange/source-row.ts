import type { Day } from '../kernel/day.ts'
import type { RecordReference } from '../kernel/record.ts'
import type { Partner } from '../partners/partner.ts'
import type { FormEntity } from './form.ts'

/** For which academic year and as of which day a form is filled. */
export type FormPeriod = { readonly academicYear: number; readonly on: Day }

/** What one row of a form is made from: values by path, and the records that a person would open to correct them. */
export type SourceRow = {
  readonly values: object
  readonly records: Readonly<Partial<Record<FormEntity, RecordReference & { readonly isSample: boolean }>>>
  /** The record that the row is about. */
  readonly subject: RecordReference | null
  /** What people call it; taken in the language of the form. */
  readonly names: { readonly kk: string; readonly ru: string; readonly en: string }
  /** Position of the partner in the programme's list, for naming the field to correct. */
  readonly partnerIndex: number | null
}

/** The partner's number in the platform; null: none is known, or it is not a positive whole number. */
export function platformNumber(partner: Partner): number | null {
  const text = partner.identifiers.find((identifier) => identifier.scheme === 'epvo')?.value ?? ''
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
