import type { AccreditationFields } from '../../../shared/accreditation/accreditation.ts'
import type { AgreementFields } from '../../../shared/agreements/agreement.ts'
import type { InstitutionFields } from '../../../shared/institution/institution.ts'
import type { RecordReference } from '../../../shared/kernel/record.ts'
import type { CohortFields } from '../../../shared/mobility/cohort.ts'
import type { PartnerFields } from '../../../shared/partners/partner.ts'
import type { ProgrammeFields } from '../../../shared/programmes/programme.ts'
import type { InvolvementFields } from '../../../shared/stakeholders/involvement.ts'
import type { SurveyFields } from '../../../shared/surveys/survey.ts'
import type { Random } from './random.ts'

/** One record of a sample before it is stored. */
export type SampleRecord<F> = { readonly id: string; readonly fields: F }

/** An accreditation of a sample; its agency is one of those that come with the program. */
export type SampleAccreditation = SampleRecord<AccreditationFields> & {
  /** Acronym of the agency; null: the source names none. */
  readonly agency: string | null
}

/** A small text that a sample keeps with a record as a PDF. */
export type SampleFile = {
  readonly owner: RecordReference
  readonly name: string
  readonly title: string
  readonly text: string
}

/** All records of a sample. Agreements stand after those they follow or belong to. */
export type SampleRecords = {
  readonly institution: InstitutionFields
  readonly partners: readonly SampleRecord<PartnerFields>[]
  readonly agreements: readonly SampleRecord<AgreementFields>[]
  readonly programmes: readonly SampleRecord<ProgrammeFields>[]
  readonly cohorts: readonly SampleRecord<CohortFields>[]
  /** Stand after everything that they are about. */
  readonly accreditations: readonly SampleAccreditation[]
  /** Stand after the programmes that they are about. */
  readonly surveys: readonly SampleRecord<SurveyFields>[]
  readonly involvements: readonly SampleRecord<InvolvementFields>[]
  readonly files: readonly SampleFile[]
}

/** A business identification number that passes the check and belongs to nobody: serial 99999 of a month long past. */
export const sampleBin = '991240999991'

/**
 * Makes the ids of a sample: UUIDv7 of the day's first millisecond on, one per millisecond, with repeatable chance in
 * the place of random bits. The same day and seed give the same ids.
 */
export function createSampleIds(today: string, random: Random): () => string {
  let millisecond = Date.parse(`${today}T00:00:00Z`)
  return () => {
    const time = millisecond.toString(16).padStart(12, '0')
    millisecond += 1
    const chance = Array.from({ length: 19 }, () => random.between(0, 15).toString(16)).join('')
    const variant = random.between(8, 11).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(3, 6)}-${chance.slice(6, 18)}`
  }
}

/** Puts values into the `{{name}}` places of a sample text. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place)
}
